package types

type LoadBalancerTlsPolicy struct {
	Ciphers []string `json:"ciphers,omitzero"`

	Description *string `json:"description,omitzero"`

	IsDefault *bool `json:"isDefault,omitzero"`

	Name *string `json:"name,omitzero"`

	Protocols []string `json:"protocols,omitzero"`
}
