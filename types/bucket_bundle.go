package types

// BucketBundle is a plan that a bucket can have. Prices are the same in all Regions.
type BucketBundle struct {
	// BundleId is the plan's ID, such as "small_1_0". An instance's plan can bear the same.
	BundleId *string `json:"bundleId,omitzero"`

	// IsActive tells whether new buckets can have the plan.
	IsActive *bool `json:"isActive,omitzero"`

	// Name is the plan's name for people, such as "Object Storage 5GB".
	Name *string `json:"name,omitzero"`

	// Price is the price in US dollars a month.
	Price *float32 `json:"price,omitzero"`

	// StoragePerMonthInGb is how much can be stored, in GB.
	StoragePerMonthInGb *int32 `json:"storagePerMonthInGb,omitzero"`

	// TransferPerMonthInGb is how much can be transferred in a month, in GB.
	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
