package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero" required:"true"`

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
