package types

// BucketBundle is a plan for a bucket: its monthly price, storage space and transfer quota. Prices are the same in all
// Regions.
type BucketBundle struct {
	// BundleId selects the bundle in requests, such as "small_1_0". A [Bundle] for instances can have the same ID.
	BundleId *string `json:"bundleId,omitzero"`

	// IsActive reports whether buckets can be created with the bundle or change to it. GetBucketBundles returns
	// inactive bundles only with IncludeInactive.
	IsActive *bool `json:"isActive,omitzero"`

	// Name is the human-readable name, such as "Object Storage 5GB".
	Name *string `json:"name,omitzero"`

	// Price is the price in US dollars per month.
	Price *float32 `json:"price,omitzero"`

	// StoragePerMonthInGb is the included storage space in GB.
	StoragePerMonthInGb *int32 `json:"storagePerMonthInGb,omitzero"`

	// TransferPerMonthInGb is the included data transfer in GB per month.
	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
