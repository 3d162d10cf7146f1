package types

// DiskInfo describes one disk of an instance whose snapshot was exported to Amazon EC2. It is part
// of [InstanceSnapshotInfo].
type DiskInfo struct {
	// IsSystemDisk reports whether the disk is the system disk, which holds the operating system.
	IsSystemDisk *bool `json:"isSystemDisk,omitzero"`

	// Name is the name of the disk. It can be nil for a system disk.
	Name *string `json:"name,omitzero"`

	// Path is the device path of the disk in the instance, for example "/dev/sda1".
	Path *string `json:"path,omitzero"`

	// SizeInGb is the size of the disk in GB.
	SizeInGb *int32 `json:"sizeInGb,omitzero"`
}
