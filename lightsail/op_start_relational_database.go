package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// StartRelationalDatabase starts a database that was stopped with
// [Client.StopRelationalDatabase].
//
// The call returns before the database runs. A [RelationalDatabaseAvailableWaiter]
// waits until State is "available". Use [Client.RebootRelationalDatabase] to restart a
// database that runs. If the database does not exist, a *[types.NotFoundException]
// is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StartRelationalDatabase.html
func (c *Client) StartRelationalDatabase(ctx context.Context, params *StartRelationalDatabaseInput, optFns ...func(*Options)) (*StartRelationalDatabaseOutput, error) {
	return invoke[*StartRelationalDatabaseOutput](ctx, c, &startRelationalDatabase, params, optFns)
}

var startRelationalDatabase = transport.Operation{
	Name:   "StartRelationalDatabase",
	Input:  (*StartRelationalDatabaseInput)(nil),
	Output: (*StartRelationalDatabaseOutput)(nil),
}

// StartRelationalDatabaseInput is the input of [Client.StartRelationalDatabase].
type StartRelationalDatabaseInput struct {
	// RelationalDatabaseName is the name of the database to start. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`
}

// StartRelationalDatabaseOutput is the output of [Client.StartRelationalDatabase].
type StartRelationalDatabaseOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *StartRelationalDatabaseOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
