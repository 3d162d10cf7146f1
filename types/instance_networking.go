package types

// InstanceNetworking describes the data transfer and the firewall of an [Instance].
type InstanceNetworking struct {
	// MonthlyTransfer is the data transfer that the bundle includes.
	MonthlyTransfer *MonthlyTransfer `json:"monthlyTransfer,omitzero"`

	// Ports are the rules of the firewall. A port without a rule is closed.
	Ports []InstancePortInfo `json:"ports,omitzero"`
}

// MonthlyTransfer is the data transfer that is included in the price of an [Instance].
type MonthlyTransfer struct {
	// GbPerMonthAllocated is the included data transfer in GB per month, in and out together.
	GbPerMonthAllocated *int32 `json:"gbPerMonthAllocated,omitzero"`
}
