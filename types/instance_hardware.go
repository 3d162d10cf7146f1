package types

type InstanceHardware struct {
	CpuCount *int32 `json:"cpuCount,omitzero"`

	Disks []Disk `json:"disks,omitzero"`

	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`
}
