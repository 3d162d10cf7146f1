package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseSnapshot returns one snapshot of a database by the name of
// the snapshot.
//
// Poll it to wait for a new snapshot: databases can be created from it when its
// State is "available". If the snapshot does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseSnapshot.html
func (c *Client) GetRelationalDatabaseSnapshot(ctx context.Context, params *GetRelationalDatabaseSnapshotInput, optFns ...func(*Options)) (*GetRelationalDatabaseSnapshotOutput, error) {
	return invoke[*GetRelationalDatabaseSnapshotOutput](ctx, c, &getRelationalDatabaseSnapshot, params, optFns)
}

var getRelationalDatabaseSnapshot = transport.Operation{
	Name:       "GetRelationalDatabaseSnapshot",
	Input:      (*GetRelationalDatabaseSnapshotInput)(nil),
	Output:     (*GetRelationalDatabaseSnapshotOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseSnapshotInput is the input of [Client.GetRelationalDatabaseSnapshot].
type GetRelationalDatabaseSnapshotInput struct {
	// RelationalDatabaseSnapshotName is the name of the snapshot to return.
	// Required.
	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero" required:"true"`
}

// GetRelationalDatabaseSnapshotOutput is the output of [Client.GetRelationalDatabaseSnapshot].
type GetRelationalDatabaseSnapshotOutput struct {
	// RelationalDatabaseSnapshot is the snapshot with that name.
	RelationalDatabaseSnapshot *types.RelationalDatabaseSnapshot `json:"relationalDatabaseSnapshot,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseSnapshotOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
