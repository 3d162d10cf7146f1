package types

import "time"

// InstanceSnapshot is a snapshot of an instance: a copy of its system disk and of the disks that
// were attached to it, taken at one time. CreateInstancesFromSnapshot creates instances from it.
//
// CreateInstanceSnapshot creates one and CopySnapshot copies one, also from another Region.
// GetInstanceSnapshot and GetInstanceSnapshots return it. It is a resource of its own. It exists,
// and its storage is billed, until DeleteInstanceSnapshot deletes it.
type InstanceSnapshot struct {
	// Arn is the Amazon Resource Name (ARN) of the snapshot. It ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the snapshot was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// FromAttachedDisks are the block storage disks that were attached to the instance and are part
	// of the snapshot. The system disk is not in the list.
	FromAttachedDisks []Disk `json:"fromAttachedDisks,omitzero"`

	// FromBlueprintId is the ID of the blueprint of the instance, which is the image that the
	// instance was created from, for example "wordpress".
	FromBlueprintId *string `json:"fromBlueprintId,omitzero"`

	// FromBundleId is the ID of the bundle of the instance, which determines its hardware and
	// price, for example "medium_3_0".
	FromBundleId *string `json:"fromBundleId,omitzero"`

	// FromInstanceArn is the Amazon Resource Name (ARN) of the source instance.
	FromInstanceArn *string `json:"fromInstanceArn,omitzero"`

	// FromInstanceName is the name of the instance. The instance may no longer exist.
	FromInstanceName *string `json:"fromInstanceName,omitzero"`

	// IsFromAutoSnapshot reports whether the snapshot was created from an automatic snapshot.
	IsFromAutoSnapshot *bool `json:"isFromAutoSnapshot,omitzero"`

	// Location is the Region of the snapshot. Its AvailabilityZone is "all", because a snapshot is
	// not bound to one Availability Zone.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the snapshot.
	Name *string `json:"name,omitzero"`

	// Progress is nil. Only disk snapshots report their progress; see [DiskSnapshot].
	Progress *string `json:"progress,omitzero"`

	// ResourceType is [ResourceTypeInstanceSnapshot].
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SizeInGb is the size of the system disk in GB.
	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	// State is the state of the snapshot. Instances can be created from it when State is
	// "available".
	State InstanceSnapshotState `json:"state,omitzero"`

	// SupportCode identifies the snapshot to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the snapshot, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}

// InstanceSnapshotInfo describes the instance in a snapshot that was exported to Amazon EC2. It is
// part of [ExportSnapshotRecordSourceInfo].
type InstanceSnapshotInfo struct {
	// FromBlueprintId is the ID of the blueprint of the instance, for example "wordpress".
	FromBlueprintId *string `json:"fromBlueprintId,omitzero"`

	// FromBundleId is the ID of the bundle of the instance, for example "nano_3_0".
	FromBundleId *string `json:"fromBundleId,omitzero"`

	// FromDiskInfo are the disks of the instance, including the system disk.
	FromDiskInfo []DiskInfo `json:"fromDiskInfo,omitzero"`
}

// InstanceSnapshotState is the state of an instance snapshot: "pending" while it is being created,
// "available" when it can be used, or "error" if it could not be created.
type InstanceSnapshotState string

// Values of [InstanceSnapshotState].
const (
	InstanceSnapshotStatePending   InstanceSnapshotState = "pending"
	InstanceSnapshotStateError     InstanceSnapshotState = "error"
	InstanceSnapshotStateAvailable InstanceSnapshotState = "available"
)

// Values returns the known values of [InstanceSnapshotState].
func (InstanceSnapshotState) Values() []InstanceSnapshotState {
	return []InstanceSnapshotState{
		InstanceSnapshotStatePending,
		InstanceSnapshotStateError,
		InstanceSnapshotStateAvailable,
	}
}
