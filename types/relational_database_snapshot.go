package types

import "time"

// RelationalDatabaseSnapshot is a copy of the data of a database at one time. Databases can be
// created from it with CreateRelationalDatabaseFromSnapshot.
//
// CreateRelationalDatabaseSnapshot, DeleteRelationalDatabase and StopRelationalDatabase create
// snapshots. GetRelationalDatabaseSnapshot and GetRelationalDatabaseSnapshots return them. A
// snapshot is a resource of its own. It exists, and its storage is billed, until
// DeleteRelationalDatabaseSnapshot deletes it.
type RelationalDatabaseSnapshot struct {
	// Arn is the Amazon Resource Name (ARN) of the snapshot. It ends in a UUID, not in the name.
	Arn *string `json:"arn,omitzero"`

	// CreatedAt is the time at which the snapshot was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Engine is the engine of the source database, for example "mysql".
	Engine *string `json:"engine,omitzero"`

	// EngineVersion is the version of the engine, for example "5.7.23".
	EngineVersion *string `json:"engineVersion,omitzero"`

	// FromRelationalDatabaseArn is the ARN of the source database.
	FromRelationalDatabaseArn *string `json:"fromRelationalDatabaseArn,omitzero"`

	// FromRelationalDatabaseBlueprintId is the ID of the blueprint of the source database: its
	// engine and major version.
	FromRelationalDatabaseBlueprintId *string `json:"fromRelationalDatabaseBlueprintId,omitzero"`

	// FromRelationalDatabaseBundleId is the ID of the bundle of the source database. Databases that
	// are created from the snapshot cannot have a smaller one.
	FromRelationalDatabaseBundleId *string `json:"fromRelationalDatabaseBundleId,omitzero"`

	// FromRelationalDatabaseName is the name of the source database, which may no longer exist.
	FromRelationalDatabaseName *string `json:"fromRelationalDatabaseName,omitzero"`

	// Location is the Region and the Availability Zone of the snapshot.
	Location *ResourceLocation `json:"location,omitzero"`

	// Name is the name of the snapshot.
	Name *string `json:"name,omitzero"`

	// ResourceType is [ResourceTypeRelationalDatabaseSnapshot].
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SizeInGb is the size of the disk of the source database in GB.
	SizeInGb *int32 `json:"sizeInGb,omitzero"`

	// State is the state of the snapshot: "pending" while it is being created, "available" when
	// databases can be created from it, "error" if it could not be created. Other values can occur.
	State *string `json:"state,omitzero"`

	// SupportCode identifies the snapshot to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// Tags are the tags of the snapshot, at most 50.
	Tags []Tag `json:"tags,omitzero"`
}
