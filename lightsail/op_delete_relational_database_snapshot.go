package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteRelationalDatabaseSnapshot deletes a snapshot of a database. This cannot be
// undone.
//
// The database that the snapshot was created from, and databases that were created
// from the snapshot, do not change. If the snapshot does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteRelationalDatabaseSnapshot.html
func (c *Client) DeleteRelationalDatabaseSnapshot(ctx context.Context, params *DeleteRelationalDatabaseSnapshotInput, optFns ...func(*Options)) (*DeleteRelationalDatabaseSnapshotOutput, error) {
	return invoke[*DeleteRelationalDatabaseSnapshotOutput](ctx, c, &deleteRelationalDatabaseSnapshot, params, optFns)
}

var deleteRelationalDatabaseSnapshot = transport.Operation{
	Name:   "DeleteRelationalDatabaseSnapshot",
	Input:  (*DeleteRelationalDatabaseSnapshotInput)(nil),
	Output: (*DeleteRelationalDatabaseSnapshotOutput)(nil),
}

// DeleteRelationalDatabaseSnapshotInput is the input of [Client.DeleteRelationalDatabaseSnapshot].
type DeleteRelationalDatabaseSnapshotInput struct {
	// RelationalDatabaseSnapshotName is the name of the snapshot to delete.
	// Required.
	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero" required:"true"`
}

// DeleteRelationalDatabaseSnapshotOutput is the output of [Client.DeleteRelationalDatabaseSnapshot].
type DeleteRelationalDatabaseSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteRelationalDatabaseSnapshotOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
