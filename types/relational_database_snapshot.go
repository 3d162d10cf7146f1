package types

import "time"

type RelationalDatabaseSnapshot struct {
	Arn *string `json:"arn,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Engine *string `json:"engine,omitzero"`

	EngineVersion *string `json:"engineVersion,omitzero"`

	FromRelationalDatabaseArn *string `json:"fromRelationalDatabaseArn,omitzero"`

	FromRelationalDatabaseBlueprintId *string `json:"fromRelationalDatabaseBlueprintId,omitzero"`

	FromRelationalDatabaseBundleId *string `json:"fromRelationalDatabaseBundleId,omitzero"`

	FromRelationalDatabaseName *string `json:"fromRelationalDatabaseName,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	Name *string `json:"name,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	State *string `json:"state,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	Tags []Tag `json:"tags,omitzero"`
}
