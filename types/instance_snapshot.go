package types

import "time"

type InstanceSnapshot struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	FromAttachedDisks []Disk `json:"fromAttachedDisks,omitzero"`

	FromBlueprintId *string `json:"fromBlueprintId,omitzero"`

	FromBundleId *string `json:"fromBundleId,omitzero"`

	FromInstanceArn *string `json:"fromInstanceArn,omitzero"`

	FromInstanceName *string `json:"fromInstanceName,omitzero"`

	IsFromAutoSnapshot *bool `json:"isFromAutoSnapshot,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	Progress *string `json:"progress,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	State InstanceSnapshotState `json:"state,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}

type InstanceSnapshotInfo struct {
	FromBlueprintId *string `json:"fromBlueprintId,omitzero"`

	FromBundleId *string `json:"fromBundleId,omitzero"`

	FromDiskInfo []DiskInfo `json:"fromDiskInfo,omitzero"`
}

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
