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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateRelationalDatabase.html
func (c *Client) UpdateRelationalDatabase(ctx context.Context, params *UpdateRelationalDatabaseInput, optFns ...func(*Options)) (*UpdateRelationalDatabaseOutput, error) {
	return invoke[*UpdateRelationalDatabaseOutput](ctx, c, &updateRelationalDatabase, params, optFns)
}

var updateRelationalDatabase = transport.Operation{
	Name:   "UpdateRelationalDatabase",
	Input:  (*UpdateRelationalDatabaseInput)(nil),
	Output: (*UpdateRelationalDatabaseOutput)(nil),
}

// UpdateRelationalDatabaseInput is the input of [Client.UpdateRelationalDatabase].
type UpdateRelationalDatabaseInput struct {
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	ApplyImmediately *bool `json:"applyImmediately,omitzero"`

	CaCertificateIdentifier *string `json:"caCertificateIdentifier,omitzero"`

	DisableBackupRetention *bool `json:"disableBackupRetention,omitzero"`

	EnableBackupRetention *bool `json:"enableBackupRetention,omitzero"`

	MasterUserPassword *string `json:"masterUserPassword,omitzero" sensitive:"true"`

	PreferredBackupWindow *string `json:"preferredBackupWindow,omitzero"`

	PreferredMaintenanceWindow *string `json:"preferredMaintenanceWindow,omitzero"`

	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	RelationalDatabaseBlueprintId *string `json:"relationalDatabaseBlueprintId,omitzero"`

	RotateMasterUserPassword *bool `json:"rotateMasterUserPassword,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v UpdateRelationalDatabaseInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v UpdateRelationalDatabaseInput) LogValue() slog.Value { return redact.LogValue(v) }

// UpdateRelationalDatabaseOutput is the output of [Client.UpdateRelationalDatabase].
type UpdateRelationalDatabaseOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateRelationalDatabaseOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
