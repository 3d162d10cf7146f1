package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// StopRelationalDatabase stops a database that runs, and optionally creates a
// snapshot of it first.
//
// A stopped database keeps its data and settings and accepts no connections.
// Lightsail starts it again by itself when it has been stopped for 7 days in a row,
// to keep it up to date with required maintenance.
// [Client.StartRelationalDatabase] starts it earlier.
//
// The call returns before the database has stopped; [OperationSucceededWaiter]
// waits for the Operations. If the database does not exist, a
// *[types.NotFoundException] is returned.
//
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
	// RelationalDatabaseName is the name of the database to stop. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// RelationalDatabaseSnapshotName is the name of a snapshot that is created
	// before the database stops. If nil, no snapshot is created.
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
