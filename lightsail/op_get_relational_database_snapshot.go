package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero" required:"true"`
}

// GetRelationalDatabaseSnapshotOutput is the output of [Client.GetRelationalDatabaseSnapshot].
type GetRelationalDatabaseSnapshotOutput struct {
	RelationalDatabaseSnapshot *types.RelationalDatabaseSnapshot `json:"relationalDatabaseSnapshot,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseSnapshotOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
