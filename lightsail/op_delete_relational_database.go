package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	FinalRelationalDatabaseSnapshotName *string `json:"finalRelationalDatabaseSnapshotName,omitzero"`

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
