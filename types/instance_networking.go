package types

type InstanceNetworking struct {
	MonthlyTransfer *MonthlyTransfer `json:"monthlyTransfer,omitzero"`

	Ports []InstancePortInfo `json:"ports,omitzero"`
}

type MonthlyTransfer struct {
	GbPerMonthAllocated *int32 `json:"gbPerMonthAllocated,omitzero"`
}
