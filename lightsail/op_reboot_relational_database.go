package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// RebootRelationalDatabase restarts a database.
//
// A restart also applies changes of parameters that are pending until the next
// reboot; see [Client.UpdateRelationalDatabaseParameters]. Connections to the
// database end, and new ones fail until the engine runs again.
//
// The call returns before the restart is finished. A
// [RelationalDatabaseAvailableWaiter] waits until State is "available". If the database does
// not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_RebootRelationalDatabase.html
func (c *Client) RebootRelationalDatabase(ctx context.Context, params *RebootRelationalDatabaseInput, optFns ...func(*Options)) (*RebootRelationalDatabaseOutput, error) {
	return invoke[*RebootRelationalDatabaseOutput](ctx, c, &rebootRelationalDatabase, params, optFns)
}

var rebootRelationalDatabase = transport.Operation{
	Name:   "RebootRelationalDatabase",
	Input:  (*RebootRelationalDatabaseInput)(nil),
	Output: (*RebootRelationalDatabaseOutput)(nil),
}

// RebootRelationalDatabaseInput is the input of [Client.RebootRelationalDatabase].
type RebootRelationalDatabaseInput struct {
	// RelationalDatabaseName is the name of the database to restart. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`
}

// RebootRelationalDatabaseOutput is the output of [Client.RebootRelationalDatabase].
type RebootRelationalDatabaseOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *RebootRelationalDatabaseOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
