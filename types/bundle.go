package types

// Bundle is a plan for an instance: its vCPUs, memory, disk, monthly transfer and price.
//
// To make an instance, pair a bundle with a [Blueprint] whose Platform is among SupportedPlatforms and whose MinPower is not
// above Power. A bucket has plans of another kind; some IDs, such as "small_1_0", exist among both, so look an ID up in the
// right list.
type Bundle struct {
	// BundleId names the plan in requests, such as "nano_3_0". It differs by Region: most have the ending "_0",
	// ap-south-1 has "_1" and ap-southeast-2 "_2". Look it up rather than write it down.
	BundleId *string `json:"bundleId,omitzero"`

	// CpuCount is the number of virtual CPUs.
	CpuCount *int32 `json:"cpuCount,omitzero"`

	// DiskSizeInGb is the size of the SSD in GB.
	DiskSizeInGb *int32 `json:"diskSizeInGb,omitzero"`

	// InstanceType is the size, such as "nano" or "2xlarge". Linux and Windows plans share these words.
	InstanceType *string `json:"instanceType,omitzero"`

	// IsActive tells whether new instances can be made of the plan. Retired plans are listed only on request.
	IsActive *bool `json:"isActive,omitzero"`

	// Name is InstanceType as people read it, such as "Nano". It is not unique.
	Name *string `json:"name,omitzero"`

	// Power is what a blueprint's MinPower is compared with; it has no unit. Do not count on round
	// numbers: nano_3_0 has 298, not 300.
	Power *int32 `json:"power,omitzero"`

	// Price is US dollars a month, such as 5.0.
	Price *float32 `json:"price,omitzero"`

	// PublicIpv4AddressCount is 1, or 0 for a plan with IPv6 only.
	PublicIpv4AddressCount *int32 `json:"publicIpv4AddressCount,omitzero"`

	// RamSizeInGb is the memory in GB, such as 0.5.
	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`

	// SupportedAppCategories is filled for Lightsail for Research plans only.
	SupportedAppCategories []AppCategory `json:"supportedAppCategories,omitzero"`

	// SupportedPlatforms are the platforms that a blueprint may have to run on this plan. A WINDOWS blueprint needs a
	// WINDOWS plan, a LINUX_UNIX blueprint a LINUX_UNIX plan.
	SupportedPlatforms []InstancePlatform `json:"supportedPlatforms,omitzero"`

	// TransferPerMonthInGb is the data transfer included in the price, in GB a month.
	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
