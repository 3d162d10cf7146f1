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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateRelationalDatabase.html
func (c *Client) CreateRelationalDatabase(ctx context.Context, params *CreateRelationalDatabaseInput, optFns ...func(*Options)) (*CreateRelationalDatabaseOutput, error) {
	return invoke[*CreateRelationalDatabaseOutput](ctx, c, &createRelationalDatabase, params, optFns)
}

var createRelationalDatabase = transport.Operation{
	Name:   "CreateRelationalDatabase",
	Input:  (*CreateRelationalDatabaseInput)(nil),
	Output: (*CreateRelationalDatabaseOutput)(nil),
}

// CreateRelationalDatabaseInput is the input of [Client.CreateRelationalDatabase].
type CreateRelationalDatabaseInput struct {
	MasterDatabaseName *string `json:"masterDatabaseName,omitzero" required:"true"`

	MasterUsername *string `json:"masterUsername,omitzero" required:"true"`

	RelationalDatabaseBlueprintId *string `json:"relationalDatabaseBlueprintId,omitzero" required:"true"`

	RelationalDatabaseBundleId *string `json:"relationalDatabaseBundleId,omitzero" required:"true"`

	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	AvailabilityZone *string `json:"availabilityZone,omitzero"`

	MasterUserPassword *string `json:"masterUserPassword,omitzero" sensitive:"true"`

	PreferredBackupWindow *string `json:"preferredBackupWindow,omitzero"`

	PreferredMaintenanceWindow *string `json:"preferredMaintenanceWindow,omitzero"`

	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateRelationalDatabaseInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateRelationalDatabaseInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateRelationalDatabaseOutput is the output of [Client.CreateRelationalDatabase].
type CreateRelationalDatabaseOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateRelationalDatabaseOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
