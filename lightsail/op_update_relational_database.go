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

// UpdateRelationalDatabase changes the settings of a database that are set in
// params. Other settings do not change.
//
// Changes that can interrupt the database wait for the next maintenance window, up
// to a week, unless ApplyImmediately is true. Until then, some of them appear in
// the field PendingModifiedValues of [types.RelationalDatabase]. Other changes are
// applied at once.
//
// The call returns before changes are finished. The Operations can succeed while
// the database is still in another state, so poll [Client.GetRelationalDatabase]
// until State is "available" and the settings have the new values. If the database
// does not exist, a *[types.NotFoundException] is returned.
//
// The settings of the engine are changed with
// [Client.UpdateRelationalDatabaseParameters]. The bundle of a database cannot be
// changed; create another database with
// [Client.CreateRelationalDatabaseFromSnapshot] instead.
//
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
	// RelationalDatabaseName is the name of the database to change. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// ApplyImmediately applies the changes at once, even if they interrupt the
	// database. The default is false: in the next maintenance window.
	ApplyImmediately *bool `json:"applyImmediately,omitzero"`

	// CaCertificateIdentifier is the identifier of the certificate authority (CA)
	// certificate that the database uses for TLS connections. If nil, the
	// certificate does not change.
	CaCertificateIdentifier *string `json:"caCertificateIdentifier,omitzero"`

	// DisableBackupRetention turns automatic backups off and deletes those that
	// exist. Use [Client.CreateRelationalDatabaseSnapshot] first to keep a copy of
	// the data. The change can interrupt the database.
	DisableBackupRetention *bool `json:"disableBackupRetention,omitzero"`

	// EnableBackupRetention turns automatic backups on. The change can interrupt
	// the database.
	EnableBackupRetention *bool `json:"enableBackupRetention,omitzero"`

	// MasterUserPassword is the new password of the master user: printable ASCII
	// characters without spaces, slashes, double quotes and at signs. MySQL allows 8 to 41
	// characters, PostgreSQL 8 to 128. If nil, the password does not change, unless
	// RotateMasterUserPassword is true.
	MasterUserPassword *string `json:"masterUserPassword,omitzero" sensitive:"true"`

	// PreferredBackupWindow is the time of day for automatic backups as
	// "hh24:mi-hh24:mi" in UTC, for example "16:00-16:30". It is at least 30
	// minutes long and must not overlap PreferredMaintenanceWindow. If nil, it does
	// not change.
	PreferredBackupWindow *string `json:"preferredBackupWindow,omitzero"`

	// PreferredMaintenanceWindow is the time of the week for maintenance as
	// "ddd:hh24:mi-ddd:hh24:mi" in UTC, for example "Tue:17:00-Tue:17:30". The days
	// are Mon, Tue, Wed, Thu, Fri, Sat and Sun. It is at least 30 minutes long. If
	// nil, it does not change.
	PreferredMaintenanceWindow *string `json:"preferredMaintenanceWindow,omitzero"`

	// PubliclyAccessible makes the database reachable from the internet. If false,
	// only Lightsail resources of the account in the same Region can connect to it.
	// If nil, it does not change.
	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	// RelationalDatabaseBlueprintId upgrades the engine to the major version of
	// another blueprint. [Client.GetRelationalDatabaseBlueprints] lists the IDs. If
	// nil, the version does not change.
	RelationalDatabaseBlueprintId *string `json:"relationalDatabaseBlueprintId,omitzero"`

	// RotateMasterUserPassword replaces the password of the master user with a
	// strong one that Lightsail generates.
	// [Client.GetRelationalDatabaseMasterUserPassword] returns it.
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
