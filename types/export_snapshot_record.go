package types

import "time"

type DestinationInfo struct {
	Id *string `json:"id,omitzero"`

	Service *string `json:"service,omitzero"`
}

type ExportSnapshotRecord struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DestinationInfo *DestinationInfo `json:"destinationInfo,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SourceInfo *ExportSnapshotRecordSourceInfo `json:"sourceInfo,omitzero"`

	State RecordState `json:"state,omitzero"`
}

type ExportSnapshotRecordSourceInfo struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DiskSnapshotInfo *DiskSnapshotInfo `json:"diskSnapshotInfo,omitzero"`

	FromResourceArn *string `json:"fromResourceArn,omitzero"`

	FromResourceName *string `json:"fromResourceName,omitzero"`

	InstanceSnapshotInfo *InstanceSnapshotInfo `json:"instanceSnapshotInfo,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ExportSnapshotRecordSourceType `json:"resourceType,omitzero"`
}

type ExportSnapshotRecordSourceType string

// Values of [ExportSnapshotRecordSourceType].
const (
	ExportSnapshotRecordSourceTypeInstanceSnapshot ExportSnapshotRecordSourceType = "InstanceSnapshot"
	ExportSnapshotRecordSourceTypeDiskSnapshot     ExportSnapshotRecordSourceType = "DiskSnapshot"
)

// Values returns the known values of [ExportSnapshotRecordSourceType].
func (ExportSnapshotRecordSourceType) Values() []ExportSnapshotRecordSourceType {
	return []ExportSnapshotRecordSourceType{
		ExportSnapshotRecordSourceTypeInstanceSnapshot,
		ExportSnapshotRecordSourceTypeDiskSnapshot,
	}
}

type RecordState string

// Values of [RecordState].
const (
	RecordStateStarted   RecordState = "Started"
	RecordStateSucceeded RecordState = "Succeeded"
	RecordStateFailed    RecordState = "Failed"
)

// Values returns the known values of [RecordState].
func (RecordState) Values() []RecordState {
	return []RecordState{
		RecordStateStarted,
		RecordStateSucceeded,
		RecordStateFailed,
	}
}
