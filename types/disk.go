package types

import "time"

// AutoMountStatus reports whether Lightsail for Research has mounted the file system of a disk that
// was attached with automatic mounting. Other disks do not have it.
type AutoMountStatus string

// Values of [AutoMountStatus].
const (
	AutoMountStatusFailed     AutoMountStatus = "Failed"
	AutoMountStatusPending    AutoMountStatus = "Pending"
	AutoMountStatusMounted    AutoMountStatus = "Mounted"
	AutoMountStatusNotMounted AutoMountStatus = "NotMounted"
)

// Values returns the known values of [AutoMountStatus].
func (AutoMountStatus) Values() []AutoMountStatus {
	return []AutoMountStatus{
		AutoMountStatusFailed,
		AutoMountStatusPending,
		AutoMountStatusMounted,
		AutoMountStatusNotMounted,
	}
}

// Disk is a disk of an instance: a block storage disk, which is a resource of its own that can be
// attached to one instance at a time, or the system disk of an instance, which belongs to it.
//
// CreateDisk and CreateDiskFromSnapshot create block storage disks, and GetDisk and GetDisks return
// them. The hardware of an instance lists all its disks. There, the system disk lacks some fields,
// such as Name, Arn and State.
type Disk struct {
	// AddOns are the add-ons of the disk, for example automatic snapshots.
	AddOns []AddOn `json:"addOns,omitzero"`

	// Arn is the Amazon Resource Name (ARN) of the disk. It ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// AttachedTo is the name of the instance to which the disk is attached. It is nil if the disk
	// is not attached.
	AttachedTo *string `json:"attachedTo,omitzero"`

	// AttachmentState is "attached" or "detached".
	//
	// Deprecated: use IsAttached. The service has discontinued this field.
	AttachmentState *string `json:"attachmentState,omitzero"`

	// AutoMountStatus reports whether the disk was mounted automatically. It applies to Lightsail
	// for Research only.
	AutoMountStatus AutoMountStatus `json:"autoMountStatus,omitzero"`

	// CreatedAt is the time at which the disk was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// GbInUse is the used space of the disk in GB.
	//
	// Deprecated: the service has discontinued this field.
	GbInUse *int32 `json:"gbInUse,omitzero"`

	// Iops is the number of input and output operations per second of the disk.
	Iops *int32 `json:"iops,omitzero"`

	// IsAttached reports whether the disk is attached to an instance.
	IsAttached *bool `json:"isAttached,omitzero"`

	// IsSystemDisk reports whether the disk is the system disk of an instance, which holds the
	// operating system.
	IsSystemDisk *bool `json:"isSystemDisk,omitzero"`

	// Location is the Region and the Availability Zone of the disk. The disk can only be attached
	// to instances in the same Availability Zone.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the disk.
	Name *string `json:"name,omitzero"`

	// Path is the device path that was chosen when the disk was attached, for example "/dev/xvdf".
	// It is nil if the disk is not attached.
	Path *string `json:"path,omitzero"`

	// ResourceType is [ResourceTypeDisk].
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SizeInGb is the size of the disk in GB.
	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	// State is the state of the disk.
	State DiskState `json:"state,omitzero"`

	// SupportCode identifies the disk to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the disk, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}

// DiskState is the state of a disk: "pending" while it is being created, "available" when it can be
// attached to an instance or deleted, "in-use" while it is attached, or "error".
type DiskState string

// Values of [DiskState].
const (
	DiskStatePending   DiskState = "pending"
	DiskStateError     DiskState = "error"
	DiskStateAvailable DiskState = "available"
	DiskStateInUse     DiskState = "in-use"
	DiskStateUnknown   DiskState = "unknown"
)

// Values returns the known values of [DiskState].
func (DiskState) Values() []DiskState {
	return []DiskState{
		DiskStatePending,
		DiskStateError,
		DiskStateAvailable,
		DiskStateInUse,
		DiskStateUnknown,
	}
}
