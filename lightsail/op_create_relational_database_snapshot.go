package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateRelationalDatabaseSnapshot creates a snapshot of a database, from which
// databases can be created later.
//
// The snapshot is a resource of its own, and remains when the database is deleted.
// Its storage is billed until [Client.DeleteRelationalDatabaseSnapshot] deletes it.
// [Client.CreateRelationalDatabaseFromSnapshot] creates a database from it.
//
// The call returns before the snapshot is complete. A
// [RelationalDatabaseSnapshotAvailableWaiter] waits until State is "available", or
// until it is "error". A *[types.NotFoundException] is returned if the database does not
// exist, and a *[types.InvalidInputException] if the name of the snapshot is in
// use.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateRelationalDatabaseSnapshot.html
func (c *Client) CreateRelationalDatabaseSnapshot(ctx context.Context, params *CreateRelationalDatabaseSnapshotInput, optFns ...func(*Options)) (*CreateRelationalDatabaseSnapshotOutput, error) {
	return invoke[*CreateRelationalDatabaseSnapshotOutput](ctx, c, &createRelationalDatabaseSnapshot, params, optFns)
}

var createRelationalDatabaseSnapshot = transport.Operation{
	Name:   "CreateRelationalDatabaseSnapshot",
	Input:  (*CreateRelationalDatabaseSnapshotInput)(nil),
	Output: (*CreateRelationalDatabaseSnapshotOutput)(nil),
}

// CreateRelationalDatabaseSnapshotInput is the input of [Client.CreateRelationalDatabaseSnapshot].
type CreateRelationalDatabaseSnapshotInput struct {
	// RelationalDatabaseName is the name of the database to take the snapshot of.
	// Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// RelationalDatabaseSnapshotName is the name of the new snapshot: 2 to 255
	// letters, digits and hyphens, with a letter or digit at both ends. Required.
	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero" required:"true"`

	// Tags are the tags of the snapshot, at most 50. If they cannot be applied, the
	// snapshot is not created.
	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateRelationalDatabaseSnapshotOutput is the output of [Client.CreateRelationalDatabaseSnapshot].
type CreateRelationalDatabaseSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateRelationalDatabaseSnapshotOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
