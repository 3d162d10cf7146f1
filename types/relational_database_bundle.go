package types

type RelationalDatabaseBundle struct {
	BundleId *string `json:"bundleId,omitzero"`

	CpuCount *int32 `json:"cpuCount,omitzero"`

	DiskSizeInGb *int32 `json:"diskSizeInGb,omitzero"`

	IsActive *bool `json:"isActive,omitzero"`

	IsEncrypted *bool `json:"isEncrypted,omitzero"`

	Name *string `json:"name,omitzero"`

	Price *float32 `json:"price,omitzero"`

	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`

	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
