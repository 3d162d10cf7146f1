package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateRelationalDatabaseFromSnapshot creates a database with the data of a
// snapshot, or with the data that another database had at an earlier time.
//
// Use it to recover data, to copy a database, or to move to a larger bundle or to
// one with or without high availability: no operation changes the bundle of an
// existing database. The source does not change. The new database is a resource of
// its own, with its own endpoint, and is billed monthly.
//
// For a snapshot, set RelationalDatabaseSnapshotName. For an earlier time, set
// SourceRelationalDatabaseName and either RestoreTime or UseLatestRestorableTime.
//
// The call returns before the database exists. A [RelationalDatabaseAvailableWaiter]
// waits until State is "available"; allow 30 minutes. A *[types.NotFoundException] is
// returned if the source does not exist, and a *[types.InvalidInputException] if
// the new name is in use or a limit of the account is reached.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateRelationalDatabaseFromSnapshot.html
func (c *Client) CreateRelationalDatabaseFromSnapshot(ctx context.Context, params *CreateRelationalDatabaseFromSnapshotInput, optFns ...func(*Options)) (*CreateRelationalDatabaseFromSnapshotOutput, error) {
	return invoke[*CreateRelationalDatabaseFromSnapshotOutput](ctx, c, &createRelationalDatabaseFromSnapshot, params, optFns)
}

var createRelationalDatabaseFromSnapshot = transport.Operation{
	Name:   "CreateRelationalDatabaseFromSnapshot",
	Input:  (*CreateRelationalDatabaseFromSnapshotInput)(nil),
	Output: (*CreateRelationalDatabaseFromSnapshotOutput)(nil),
}

// CreateRelationalDatabaseFromSnapshotInput is the input of [Client.CreateRelationalDatabaseFromSnapshot].
type CreateRelationalDatabaseFromSnapshotInput struct {
	// RelationalDatabaseName is the name of the new database: 2 to 255 letters,
	// digits and hyphens, with a letter or digit at both ends. It must be unique
	// among the resources in the Region, including those of other types. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// AvailabilityZone is the Availability Zone of the new database in lower case,
	// for example "us-east-2a". [Client.GetRegions] lists the zones for databases
	// if IncludeRelationalDatabaseAvailabilityZones is true. The default is not
	// documented.
	AvailabilityZone *string `json:"availabilityZone,omitzero"`

	// PubliclyAccessible makes the new database reachable from the internet. If
	// false, only Lightsail resources of the account in the same Region can connect
	// to it. The default is not documented.
	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	// RelationalDatabaseBundleId is the ID of the bundle of the new database. It
	// must not be smaller than the bundle of the source database.
	// [Client.GetRelationalDatabaseBundles] lists the bundles. The default is not
	// documented.
	RelationalDatabaseBundleId *string `json:"relationalDatabaseBundleId,omitzero"`

	// RelationalDatabaseSnapshotName is the name of the snapshot to create the
	// database from.
	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero"`

	// RestoreTime is the time whose data the new database gets. It must be before
	// the LatestRestorableTime of the source database. It cannot be combined with
	// UseLatestRestorableTime.
	RestoreTime *time.Time `json:"restoreTime,omitzero"`

	// SourceRelationalDatabaseName is the name of the database whose data at an
	// earlier time is restored.
	SourceRelationalDatabaseName *string `json:"sourceRelationalDatabaseName,omitzero"`

	// Tags are the tags of the new database, at most 50. If they cannot be applied,
	// the database is not created.
	Tags []types.Tag `json:"tags,omitzero"`

	// UseLatestRestorableTime restores the latest data that automatic backups have
	// of the source database. It cannot be combined with RestoreTime. The default
	// is false.
	UseLatestRestorableTime *bool `json:"useLatestRestorableTime,omitzero"`
}

// CreateRelationalDatabaseFromSnapshotOutput is the output of [Client.CreateRelationalDatabaseFromSnapshot].
type CreateRelationalDatabaseFromSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateRelationalDatabaseFromSnapshotOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
