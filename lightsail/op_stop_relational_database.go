package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StopRelationalDatabase.html
func (c *Client) StopRelationalDatabase(ctx context.Context, params *StopRelationalDatabaseInput, optFns ...func(*Options)) (*StopRelationalDatabaseOutput, error) {
	return invoke[*StopRelationalDatabaseOutput](ctx, c, &stopRelationalDatabase, params, optFns)
}

var stopRelationalDatabase = transport.Operation{
	Name:   "StopRelationalDatabase",
	Input:  (*StopRelationalDatabaseInput)(nil),
	Output: (*StopRelationalDatabaseOutput)(nil),
}

// StopRelationalDatabaseInput is the input of [Client.StopRelationalDatabase].
type StopRelationalDatabaseInput struct {
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero"`
}

// StopRelationalDatabaseOutput is the output of [Client.StopRelationalDatabase].
type StopRelationalDatabaseOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *StopRelationalDatabaseOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
