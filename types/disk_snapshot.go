package types

import "time"

type DiskSnapshot struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	FromDiskArn *string `json:"fromDiskArn,omitzero"`

	FromDiskName *string `json:"fromDiskName,omitzero"`

	FromInstanceArn *string `json:"fromInstanceArn,omitzero"`

	FromInstanceName *string `json:"fromInstanceName,omitzero"`

	IsFromAutoSnapshot *bool `json:"isFromAutoSnapshot,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	Progress *string `json:"progress,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	State DiskSnapshotState `json:"state,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}

type DiskSnapshotInfo struct {
	SizeInGb *int32 `json:"sizeInGb,omitzero"`
}

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
