package types

import "time"

type CloudFormationStackRecord struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	DestinationInfo *DestinationInfo `json:"destinationInfo,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SourceInfo []CloudFormationStackRecordSourceInfo `json:"sourceInfo,omitzero"`

	State RecordState `json:"state,omitzero"`
}

type CloudFormationStackRecordSourceInfo struct {
	Arn *string `json:"arn,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType CloudFormationStackRecordSourceType `json:"resourceType,omitzero"`
}

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
