package types

import "time"

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

type Disk struct {
	AddOns []AddOn `json:"addOns,omitzero"`

	Arn *string `json:"arn,omitzero"`

	AttachedTo *string `json:"attachedTo,omitzero"`

	AttachmentState *string `json:"attachmentState,omitzero"`

	AutoMountStatus AutoMountStatus `json:"autoMountStatus,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	GbInUse *int32 `json:"gbInUse,omitzero"`

	Iops *int32 `json:"iops,omitzero"`

	IsAttached *bool `json:"isAttached,omitzero"`

	IsSystemDisk *bool `json:"isSystemDisk,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	Path *string `json:"path,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	State DiskState `json:"state,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}

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
