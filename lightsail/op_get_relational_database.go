package lightsail

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabase returns one database by its name: its state, its endpoint
// and its settings.
//
// Poll it to wait for a change: a database can be used when its State is
// "available". The output does not contain the current password of the master
// user, which [Client.GetRelationalDatabaseMasterUserPassword] returns.
//
// If the database does not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabase.html
func (c *Client) GetRelationalDatabase(ctx context.Context, params *GetRelationalDatabaseInput, optFns ...func(*Options)) (*GetRelationalDatabaseOutput, error) {
	return invoke[*GetRelationalDatabaseOutput](ctx, c, &getRelationalDatabase, params, optFns)
}

var getRelationalDatabase = transport.Operation{
	Name:       "GetRelationalDatabase",
	Input:      (*GetRelationalDatabaseInput)(nil),
	Output:     (*GetRelationalDatabaseOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseInput is the input of [Client.GetRelationalDatabase].
type GetRelationalDatabaseInput struct {
	// RelationalDatabaseName is the name of the database to return. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`
}

// GetRelationalDatabaseOutput is the output of [Client.GetRelationalDatabase].
type GetRelationalDatabaseOutput struct {
	// RelationalDatabase is the database with that name.
	RelationalDatabase *types.RelationalDatabase `json:"relationalDatabase,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v GetRelationalDatabaseOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v GetRelationalDatabaseOutput) LogValue() slog.Value { return redact.LogValue(v) }
