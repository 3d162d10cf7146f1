package types

// RelationalDatabaseBundle is a plan for databases: it determines memory, vCPUs, storage, data
// transfer and monthly price. GetRelationalDatabaseBundles returns the bundles, and
// CreateRelationalDatabase and CreateRelationalDatabaseFromSnapshot take the ID of one.
//
// Bundles with high availability, such as "micro_ha_2_0", also keep a standby of the database in a
// second Availability Zone.
type RelationalDatabaseBundle struct {
	// BundleId is the ID of the bundle, for example "micro_2_0".
	BundleId *string `json:"bundleId,omitzero"`

	// CpuCount is the number of vCPUs.
	CpuCount *int32 `json:"cpuCount,omitzero"`

	// DiskSizeInGb is the size of the storage in GB.
	DiskSizeInGb *int32 `json:"diskSizeInGb,omitzero"`

	// IsActive reports whether new databases can be created with the bundle.
	IsActive *bool `json:"isActive,omitzero"`

	// IsEncrypted reports whether the storage of databases with the bundle is encrypted.
	IsEncrypted *bool `json:"isEncrypted,omitzero"`

	// Name is the human-readable name of the bundle, for example "Micro with High Availability".
	Name *string `json:"name,omitzero"`

	// Price is the price of one month in US dollars.
	Price *float32 `json:"price,omitzero"`

	// RamSizeInGb is the size of the memory in GB.
	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`

	// TransferPerMonthInGb is the data transfer in GB that the price includes each month.
	TransferPerMonthInGb *int32 `json:"transferPerMonthInGb,omitzero"`
}
