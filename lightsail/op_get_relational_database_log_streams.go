package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// GetRelationalDatabaseLogStreams returns the names of the logs that the engine of
// a database writes.
//
// [Client.GetRelationalDatabaseLogEvents] returns the entries of one of them. If
// the database does not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseLogStreams.html
func (c *Client) GetRelationalDatabaseLogStreams(ctx context.Context, params *GetRelationalDatabaseLogStreamsInput, optFns ...func(*Options)) (*GetRelationalDatabaseLogStreamsOutput, error) {
	return invoke[*GetRelationalDatabaseLogStreamsOutput](ctx, c, &getRelationalDatabaseLogStreams, params, optFns)
}

var getRelationalDatabaseLogStreams = transport.Operation{
	Name:       "GetRelationalDatabaseLogStreams",
	Input:      (*GetRelationalDatabaseLogStreamsInput)(nil),
	Output:     (*GetRelationalDatabaseLogStreamsOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseLogStreamsInput is the input of [Client.GetRelationalDatabaseLogStreams].
type GetRelationalDatabaseLogStreamsInput struct {
	// RelationalDatabaseName is the name of the database whose logs are listed.
	// Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`
}

// GetRelationalDatabaseLogStreamsOutput is the output of [Client.GetRelationalDatabaseLogStreams].
type GetRelationalDatabaseLogStreamsOutput struct {
	// LogStreams are the names of the logs. Each can be the LogStreamName of
	// [GetRelationalDatabaseLogEventsInput].
	LogStreams []string `json:"logStreams,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseLogStreamsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
