package types

import "time"

// DiskSnapshot is a snapshot of a block storage disk, or of the system disk of an instance. Disks
// can be created from it with CreateDiskFromSnapshot.
//
// CreateDiskSnapshot creates one and CopySnapshot copies one, also from another Region.
// GetDiskSnapshot and GetDiskSnapshots return it. It is a resource of its own. It exists, and its
// storage is billed, until DeleteDiskSnapshot deletes it.
type DiskSnapshot struct {
	// Arn is the Amazon Resource Name (ARN) of the snapshot. It ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the snapshot was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// FromDiskArn is the ARN of the source disk, if it is a block storage disk.
	FromDiskArn *string `json:"fromDiskArn,omitzero"`

	// FromDiskName is the name of the source disk, if it is a block storage disk. The disk may no
	// longer exist.
	FromDiskName *string `json:"fromDiskName,omitzero"`

	// FromInstanceArn is the ARN of the source instance, if the source is a system disk.
	FromInstanceArn *string `json:"fromInstanceArn,omitzero"`

	// FromInstanceName is the name of the source instance, if the source is a system disk. The
	// instance may no longer exist.
	FromInstanceName *string `json:"fromInstanceName,omitzero"`

	// IsFromAutoSnapshot reports whether the snapshot was created from an automatic snapshot.
	IsFromAutoSnapshot *bool `json:"isFromAutoSnapshot,omitzero"`

	// Location is the Region of the snapshot. Its AvailabilityZone is "all", because a snapshot is
	// not bound to one Availability Zone.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the snapshot.
	Name *string `json:"name,omitzero"`

	// Progress is the completed part of the snapshot as a percentage with its sign, for example
	// "100%".
	Progress *string `json:"progress,omitzero"`

	// ResourceType is [ResourceTypeDiskSnapshot].
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SizeInGb is the size of the source disk in GB.
	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	// State is the state of the snapshot. Disks can be created from it when State is "completed".
	State DiskSnapshotState `json:"state,omitzero"`

	// SupportCode identifies the snapshot to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the snapshot, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}

// DiskSnapshotInfo describes a disk snapshot that was exported to Amazon EC2. It is part of
// [ExportSnapshotRecordSourceInfo].
type DiskSnapshotInfo struct {
	// SizeInGb is the size of the disk in GB.
	SizeInGb *int32 `json:"sizeInGb,omitzero"`
}

// DiskSnapshotState is the state of a disk snapshot: "pending" while it is being created,
// "completed" when it can be used, or "error" if it could not be created. The value for success
// differs from that of an [InstanceSnapshotState].
type DiskSnapshotState string

// Values of [DiskSnapshotState].
const (
	DiskSnapshotStatePending   DiskSnapshotState = "pending"
	DiskSnapshotStateCompleted DiskSnapshotState = "completed"
	DiskSnapshotStateError     DiskSnapshotState = "error"
	DiskSnapshotStateUnknown   DiskSnapshotState = "unknown"
)

// Values returns the known values of [DiskSnapshotState].
func (DiskSnapshotState) Values() []DiskSnapshotState {
	return []DiskSnapshotState{
		DiskSnapshotStatePending,
		DiskSnapshotStateCompleted,
		DiskSnapshotStateError,
		DiskSnapshotStateUnknown,
	}
}
