package types

// DiskMap gives a name to the new disk that is created from one block storage disk in an instance
// snapshot. CreateInstancesFromSnapshot takes it.
type DiskMap struct {
	// NewDiskName is the name of the new disk. It must be unique among the resources of the account
	// in the Region.
	NewDiskName *string `json:"newDiskName,omitzero"`

	// OriginalDiskPath selects the disk in the snapshot by the device path that it had in the
	// source instance, for example "/dev/xvdf".
	OriginalDiskPath *string `json:"originalDiskPath,omitzero"`
}
