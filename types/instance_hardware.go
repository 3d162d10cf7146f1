package types

// InstanceHardware describes the virtual hardware of an [Instance].
type InstanceHardware struct {
	// CpuCount is the number of virtual CPUs.
	CpuCount *int32 `json:"cpuCount,omitzero"`

	// Disks are the disks of the instance: its system disk and the block storage disks that are
	// attached to it. IsSystemDisk of a [Disk] tells them apart.
	Disks []Disk `json:"disks,omitzero"`

	// RamSizeInGb is the size of the memory in GB, for example 0.5.
	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`
}
