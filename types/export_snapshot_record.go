package types

import "time"

// DestinationInfo identifies what a record created outside Lightsail. It is part of
// [ExportSnapshotRecord] and [CloudFormationStackRecord].
type DestinationInfo struct {
	// Id is the ID of the created resource: for an exported instance snapshot the ID of an Amazon
	// Machine Image (AMI), for example "ami-0123456789abcdef0"; for a stack its Amazon Resource
	// Name (ARN).
	Id *string `json:"id,omitzero"`

	// Service is the service and the kind of the created resource, for example "Aws::EC2::Image" or
	// "Aws::CloudFormation::Stack".
	Service *string `json:"service,omitzero"`
}

// ExportSnapshotRecord is the record of a snapshot that ExportSnapshot exports to Amazon EC2. An
// instance snapshot becomes an Amazon Machine Image (AMI), and a disk snapshot becomes a volume of
// Amazon EBS, the block storage of Amazon EC2.
//
// GetExportSnapshotRecords returns the records. CreateCloudFormationStack takes the name of a
// record and creates an EC2 instance.
type ExportSnapshotRecord struct {
	// Arn is the Amazon Resource Name (ARN) of the record.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the record was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DestinationInfo identifies the exported copy in Amazon EC2.
	DestinationInfo *DestinationInfo `json:"destinationInfo,omitzero"`

	// Location is the Region of the record. The exported copy is in the same Region.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the record, which the service chooses: "ExportSnapshotRecord-" and a
	// UUID.
	Name *string `json:"name,omitzero"`

	// ResourceType is [ResourceTypeExportSnapshotRecord].
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SourceInfo describes the snapshot.
	SourceInfo *ExportSnapshotRecordSourceInfo `json:"sourceInfo,omitzero"`

	// State is the state of the export.
	State RecordState `json:"state,omitzero"`
}

// ExportSnapshotRecordSourceInfo describes the Lightsail snapshot of an [ExportSnapshotRecord].
type ExportSnapshotRecordSourceInfo struct {
	// Arn is the Amazon Resource Name (ARN) of the snapshot.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the snapshot was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DiskSnapshotInfo describes the disk, if the snapshot is a disk snapshot.
	DiskSnapshotInfo *DiskSnapshotInfo `json:"diskSnapshotInfo,omitzero"`

	// FromResourceArn is the ARN of the instance or disk that the snapshot was taken of.
	FromResourceArn *string `json:"fromResourceArn,omitzero"`

	// FromResourceName is the name of the instance or disk that the snapshot was taken of.
	FromResourceName *string `json:"fromResourceName,omitzero"`

	// InstanceSnapshotInfo describes the instance, if the snapshot is an instance snapshot.
	InstanceSnapshotInfo *InstanceSnapshotInfo `json:"instanceSnapshotInfo,omitzero"`

	// Name is the name of the snapshot.
	Name *string `json:"name,omitzero"`

	// ResourceType is the kind of the snapshot.
	ResourceType ExportSnapshotRecordSourceType `json:"resourceType,omitzero"`
}

// ExportSnapshotRecordSourceType is the kind of snapshot that was exported to Amazon EC2.
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

// RecordState is the state of the work that an [ExportSnapshotRecord] or a
// [CloudFormationStackRecord] records. "Started" is pending; "Succeeded" and "Failed" are final.
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
