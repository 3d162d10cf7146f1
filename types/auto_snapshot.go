package types

import "time"

// AttachedDisk describes a block storage disk that is part of an automatic snapshot of an instance.
// It is part of [AutoSnapshotDetails].
type AttachedDisk struct {
	// Path is the device path of the disk in the instance, for example "/dev/xvdf".
	Path *string `json:"path,omitzero"`

	// SizeInGb is the size of the disk in GB.
	SizeInGb *int32 `json:"sizeInGb,omitzero"`
}

// AutoSnapshotDetails describes an automatic snapshot: the snapshot that Lightsail creates once per
// day of an instance or disk that has the add-on "AutoSnapshot". Lightsail keeps the seven most
// recent ones.
//
// GetAutoSnapshots returns it. An automatic snapshot has no name and no tags. The instance or disk
// and the date identify it. CopySnapshot copies it to a manual snapshot, which is kept until it is
// deleted.
type AutoSnapshotDetails struct {
	// CreatedAt is the time at which the snapshot was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Date is the date of the snapshot, in the form YYYY-MM-DD. It identifies the snapshot: pass
	// it as RestoreDate to CopySnapshot, CreateDiskFromSnapshot or CreateInstancesFromSnapshot, or
	// as Date to DeleteAutoSnapshot.
	Date *string `json:"date,omitzero"`

	// FromAttachedDisks are the block storage disks that were attached to the instance and are part
	// of the snapshot. The system disk is not in the list.
	FromAttachedDisks []AttachedDisk `json:"fromAttachedDisks,omitzero"`

	// Status is the status of the snapshot. The snapshot can be used when it is "Success".
	Status AutoSnapshotStatus `json:"status,omitzero"`
}

// AutoSnapshotStatus is the status of an automatic snapshot.
type AutoSnapshotStatus string

// Values of [AutoSnapshotStatus].
const (
	AutoSnapshotStatusSuccess    AutoSnapshotStatus = "Success"
	AutoSnapshotStatusFailed     AutoSnapshotStatus = "Failed"
	AutoSnapshotStatusInProgress AutoSnapshotStatus = "InProgress"
	AutoSnapshotStatusNotFound   AutoSnapshotStatus = "NotFound"
)

// Values returns the known values of [AutoSnapshotStatus].
func (AutoSnapshotStatus) Values() []AutoSnapshotStatus {
	return []AutoSnapshotStatus{
		AutoSnapshotStatusSuccess,
		AutoSnapshotStatusFailed,
		AutoSnapshotStatusInProgress,
		AutoSnapshotStatusNotFound,
	}
}
