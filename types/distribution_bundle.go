package types

type DistributionBundle struct {
	BundleId *string `json:"bundleId,omitzero"`

	IsActive *bool `json:"isActive,omitzero"`

	Name *string `json:"name,omitzero"`

	Price *float32 `json:"price,omitzero"`

	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
