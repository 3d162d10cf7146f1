package types

type DiskInfo struct {
	IsSystemDisk *bool `json:"isSystemDisk,omitzero"`

	Name *string `json:"name,omitzero"`

	Path *string `json:"path,omitzero"`

	SizeInGb *int32 `json:"sizeInGb,omitzero"`
}
