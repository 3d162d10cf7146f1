package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteRelationalDatabase deletes a database. It creates a final snapshot of the
// data first, unless that is skipped.
//
// The caller must decide about the final snapshot: set either
// FinalRelationalDatabaseSnapshotName or SkipFinalSnapshot. Snapshots of the
// database, including the final one, are not deleted.
// [Client.CreateRelationalDatabaseFromSnapshot] creates a database from a snapshot,
// which is the only way to get the data back.
//
// The call returns before the database is deleted. It is deleted when
// [Client.GetRelationalDatabase] returns a *[types.NotFoundException].
// DeleteRelationalDatabase returns the same error if the database does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteRelationalDatabase.html
func (c *Client) DeleteRelationalDatabase(ctx context.Context, params *DeleteRelationalDatabaseInput, optFns ...func(*Options)) (*DeleteRelationalDatabaseOutput, error) {
	return invoke[*DeleteRelationalDatabaseOutput](ctx, c, &deleteRelationalDatabase, params, optFns)
}

var deleteRelationalDatabase = transport.Operation{
	Name:   "DeleteRelationalDatabase",
	Input:  (*DeleteRelationalDatabaseInput)(nil),
	Output: (*DeleteRelationalDatabaseOutput)(nil),
}

// DeleteRelationalDatabaseInput is the input of [Client.DeleteRelationalDatabase].
type DeleteRelationalDatabaseInput struct {
	// RelationalDatabaseName is the name of the database to delete. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// FinalRelationalDatabaseSnapshotName is the name of the snapshot that is
	// created before the database is deleted: 2 to 255 letters, digits and hyphens,
	// with a letter or digit at both ends. It must be set if SkipFinalSnapshot is
	// nil or false, and must be nil if SkipFinalSnapshot is true.
	FinalRelationalDatabaseSnapshotName *string `json:"finalRelationalDatabaseSnapshotName,omitzero"`

	// SkipFinalSnapshot deletes the database without a final snapshot. The default
	// is false.
	SkipFinalSnapshot *bool `json:"skipFinalSnapshot,omitzero"`
}

// DeleteRelationalDatabaseOutput is the output of [Client.DeleteRelationalDatabase].
type DeleteRelationalDatabaseOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteRelationalDatabaseOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
