package types

// DistributionBundle is a plan for distributions: a monthly price and the data transfer that it
// includes. GetDistributionBundles returns it. CreateDistribution and UpdateDistributionBundle take
// its BundleId.
type DistributionBundle struct {
	// BundleId identifies the bundle, for example "small_1_0". Bundles of buckets and of instances
	// are separate lists, although some of their IDs are the same.
	BundleId *string `json:"bundleId,omitzero"`

	// IsActive reports whether distributions can be created with the bundle or changed to it.
	IsActive *bool `json:"isActive,omitzero"`

	// Name is the display name of the bundle.
	Name *string `json:"name,omitzero"`

	// Price is the monthly price in US dollars.
	Price *float32 `json:"price,omitzero"`

	// TransferPerMonthInGb is the data transfer in GB per month that the price includes.
	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
