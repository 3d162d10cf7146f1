package types

// Bundle is a plan for an instance: its virtual CPUs, memory, disk, monthly data transfer and price.
//
// To create an instance, choose a [Blueprint] and a bundle that supports it: the blueprint's Platform must be in
// SupportedPlatforms, and its MinPower must not exceed Power.
//
// Bundles of instances and of buckets are separate lists, in which the same ID can occur; see [BucketBundle].
type Bundle struct {
	// BundleId selects the bundle in requests, such as "nano_3_0". It differs between Regions: it ends in "_0" in most
	// Regions, in "_1" in ap-south-1 and in "_2" in ap-southeast-2. Use GetBundles instead of fixed IDs.
	BundleId *string `json:"bundleId,omitzero"`

	// CpuCount is the number of virtual CPUs.
	CpuCount *int32 `json:"cpuCount,omitzero"`

	// DiskSizeInGb is the size of the SSD in GB.
	DiskSizeInGb *int32 `json:"diskSizeInGb,omitzero"`

	// InstanceType is the size of the instance in one word, such as "nano" or "2xlarge". Bundles of different platforms
	// share the same words.
	InstanceType *string `json:"instanceType,omitzero"`

	// IsActive reports whether new instances can be created with the bundle. GetBundles returns inactive bundles only
	// with IncludeInactive.
	IsActive *bool `json:"isActive,omitzero"`

	// Name is InstanceType as a human-readable name, such as "Nano". It is not unique.
	Name *string `json:"name,omitzero"`

	// Power is a relative measure of computing power, to compare with the MinPower of blueprints. Its values can be
	// irregular: nano_3_0 has 298.
	Power *int32 `json:"power,omitzero"`

	// Price is the price in US dollars per month, such as 5.0.
	Price *float32 `json:"price,omitzero"`

	// PublicIpv4AddressCount is the number of public IPv4 addresses: 1, or 0 for a bundle with IPv6 only.
	PublicIpv4AddressCount *int32 `json:"publicIpv4AddressCount,omitzero"`

	// RamSizeInGb is the size of the memory in GB, such as 0.5.
	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`

	// SupportedAppCategories are the products that the bundle belongs to. Only bundles of Lightsail for Research have
	// any.
	SupportedAppCategories []AppCategory `json:"supportedAppCategories,omitzero"`

	// SupportedPlatforms are the platforms of the blueprints that can run on the bundle.
	SupportedPlatforms []InstancePlatform `json:"supportedPlatforms,omitzero"`

	// TransferPerMonthInGb is the included data transfer in GB per month.
	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
