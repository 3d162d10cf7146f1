package types

import "time"

// CloudFormationStackRecord is the record of a stack of AWS CloudFormation that
// CreateCloudFormationStack created. The stack creates an Amazon EC2 instance from a Lightsail
// snapshot that was exported to Amazon EC2. GetCloudFormationStackRecords returns the records.
type CloudFormationStackRecord struct {
	// Arn is the Amazon Resource Name (ARN) of the record.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the record was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// DestinationInfo identifies the stack. Its Id is the ARN of the stack.
	DestinationInfo *DestinationInfo `json:"destinationInfo,omitzero"`

	// Location is the Region of the record.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the record, which the service chooses: "CloudFormationStackRecord-" and a
	// UUID.
	Name *string `json:"name,omitzero"`

	// ResourceType is [ResourceTypeCloudFormationStackRecord].
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SourceInfo identifies the export record from which the stack was created.
	SourceInfo []CloudFormationStackRecordSourceInfo `json:"sourceInfo,omitzero"`

	// State is the state of the creation.
	State RecordState `json:"state,omitzero"`
}

// CloudFormationStackRecordSourceInfo identifies the source of a [CloudFormationStackRecord], which
// is an [ExportSnapshotRecord].
type CloudFormationStackRecordSourceInfo struct {
	// Arn is the Amazon Resource Name (ARN) of the export record.
	Arn *string `json:"arn,omitzero"`

	// Name is the name of the export record.
	Name *string `json:"name,omitzero"`

	// ResourceType is "ExportSnapshotRecord".
	ResourceType CloudFormationStackRecordSourceType `json:"resourceType,omitzero"`
}

// CloudFormationStackRecordSourceType is the kind of the source of a [CloudFormationStackRecord].
type CloudFormationStackRecordSourceType string

// Values of [CloudFormationStackRecordSourceType].
const (
	CloudFormationStackRecordSourceTypeExportSnapshotRecord CloudFormationStackRecordSourceType = "ExportSnapshotRecord"
)

// Values returns the known values of [CloudFormationStackRecordSourceType].
func (CloudFormationStackRecordSourceType) Values() []CloudFormationStackRecordSourceType {
	return []CloudFormationStackRecordSourceType{
		CloudFormationStackRecordSourceTypeExportSnapshotRecord,
	}
}
