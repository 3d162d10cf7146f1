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

// CreateRelationalDatabase creates a managed MySQL or PostgreSQL database server,
// which is billed monthly.
//
// Lightsail operates the server: programs connect to it at its MasterEndpoint and
// have no access to the operating system. Choose the engine with a blueprint and
// the size with a bundle. A bundle with high availability also keeps a standby in a
// second Availability Zone, to which the database fails over.
//
// The call returns before the database exists. The Operations can succeed while
// the database is still in another state. A [RelationalDatabaseAvailableWaiter]
// waits until State is "available"; allow 30 minutes. Automatic backups are on for a new
// database; [Client.UpdateRelationalDatabase] turns them off.
//
// There is no idempotency token. A *[types.InvalidInputException] is returned if
// the name is in use, also after a successful call with the same name, or if a
// limit of the account is reached. [Client.DeleteRelationalDatabase] deletes the
// database.
//
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
	// MasterDatabaseName is the name of the first database that the engine creates
	// on the server, in the sense of CREATE DATABASE. It has letters, digits and
	// underscores, starts with a letter, and is not a reserved word of the engine.
	// MySQL allows 1 to 64 characters, PostgreSQL 1 to 63. Required.
	MasterDatabaseName *string `json:"masterDatabaseName,omitzero" required:"true"`

	// MasterUsername is the name of the master user: the first user of the engine,
	// which can create other users. It has letters, digits and underscores, starts
	// with a letter, and is not a reserved word of the engine. MySQL allows 1 to 16
	// characters, PostgreSQL 1 to 63. Required.
	MasterUsername *string `json:"masterUsername,omitzero" required:"true"`

	// RelationalDatabaseBlueprintId is the ID of the blueprint, which determines
	// the engine and its major version. [Client.GetRelationalDatabaseBlueprints]
	// lists them. Required.
	RelationalDatabaseBlueprintId *string `json:"relationalDatabaseBlueprintId,omitzero" required:"true"`

	// RelationalDatabaseBundleId is the ID of the bundle, which determines size,
	// high availability and price, for example "micro_2_0".
	// [Client.GetRelationalDatabaseBundles] lists them. Required.
	RelationalDatabaseBundleId *string `json:"relationalDatabaseBundleId,omitzero" required:"true"`

	// RelationalDatabaseName is the name of the new resource in Lightsail: 2 to 255
	// letters, digits and hyphens, with a letter or digit at both ends. It must be
	// unique among the resources in the Region, including those of other types. The
	// engine does not use it. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// AvailabilityZone is the Availability Zone of the database in lower case, for
	// example "us-east-2a". [Client.GetRegions] lists the zones for databases if
	// IncludeRelationalDatabaseAvailabilityZones is true. The default is not
	// documented.
	AvailabilityZone *string `json:"availabilityZone,omitzero"`

	// MasterUserPassword is the password of the master user: printable ASCII
	// characters without spaces, slashes, double quotes and at signs. MySQL allows
	// 8 to 41 characters, PostgreSQL 8 to 128. It is optional in the service's
	// model. [Client.GetRelationalDatabaseMasterUserPassword] returns the password
	// of an existing database.
	MasterUserPassword *string `json:"masterUserPassword,omitzero" sensitive:"true"`

	// PreferredBackupWindow is the time of day for automatic backups as
	// "hh24:mi-hh24:mi" in UTC, for example "16:00-16:30". It is at least 30
	// minutes long and must not overlap PreferredMaintenanceWindow. If nil, the
	// service chooses 30 minutes at random within an 8-hour block that depends on
	// the Region.
	PreferredBackupWindow *string `json:"preferredBackupWindow,omitzero"`

	// PreferredMaintenanceWindow is the time of the week for maintenance as
	// "ddd:hh24:mi-ddd:hh24:mi" in UTC, for example "Tue:17:00-Tue:17:30". The days
	// are Mon, Tue, Wed, Thu, Fri, Sat and Sun. It is at least 30 minutes long. If
	// nil, the service chooses a random day, and 30 minutes at random within an
	// 8-hour block that depends on the Region.
	PreferredMaintenanceWindow *string `json:"preferredMaintenanceWindow,omitzero"`

	// PubliclyAccessible makes the database reachable from the internet. If false,
	// only Lightsail resources of the account in the same Region can connect to it.
	// The default is not documented.
	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	// Tags are the tags of the database, at most 50. If they cannot be applied, the
	// database is not created.
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
