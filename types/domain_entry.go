package types

type DomainEntry struct {
	Id *string `json:"id,omitzero"`

	IsAlias *bool `json:"isAlias,omitzero"`

	Name *string `json:"name,omitzero"`

	Options map[string]string `json:"options,omitzero"`

	Target *string `json:"target,omitzero"`

	Type *string `json:"type,omitzero"`
}
