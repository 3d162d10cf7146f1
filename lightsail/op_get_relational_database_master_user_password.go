package lightsail

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRelationalDatabaseMasterUserPassword returns the password of the master user
// of a database, in clear text.
//
// There can be three versions: the current password, the previous one, and a
// pending one while a change of the password is in progress.
// [Client.UpdateRelationalDatabase] changes the password.
//
// Package fmt and package log/slog print the password of the output as [REDACTED];
// encoding/json does not hide it. If the database does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRelationalDatabaseMasterUserPassword.html
func (c *Client) GetRelationalDatabaseMasterUserPassword(ctx context.Context, params *GetRelationalDatabaseMasterUserPasswordInput, optFns ...func(*Options)) (*GetRelationalDatabaseMasterUserPasswordOutput, error) {
	return invoke[*GetRelationalDatabaseMasterUserPasswordOutput](ctx, c, &getRelationalDatabaseMasterUserPassword, params, optFns)
}

var getRelationalDatabaseMasterUserPassword = transport.Operation{
	Name:       "GetRelationalDatabaseMasterUserPassword",
	Input:      (*GetRelationalDatabaseMasterUserPasswordInput)(nil),
	Output:     (*GetRelationalDatabaseMasterUserPasswordOutput)(nil),
	Repeatable: true,
}

// GetRelationalDatabaseMasterUserPasswordInput is the input of [Client.GetRelationalDatabaseMasterUserPassword].
type GetRelationalDatabaseMasterUserPasswordInput struct {
	// RelationalDatabaseName is the name of the database whose password is
	// returned. Required.
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	// PasswordVersion is the version of the password: "CURRENT", "PREVIOUS" or
	// "PENDING". A pending version exists only until it becomes the current one.
	// The default is "CURRENT".
	PasswordVersion types.RelationalDatabasePasswordVersion `json:"passwordVersion,omitzero"`
}

// GetRelationalDatabaseMasterUserPasswordOutput is the output of [Client.GetRelationalDatabaseMasterUserPassword].
type GetRelationalDatabaseMasterUserPasswordOutput struct {
	// CreatedAt is the time at which this version of the password was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// MasterUserPassword is the password of the requested version.
	MasterUserPassword *string `json:"masterUserPassword,omitzero" sensitive:"true"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRelationalDatabaseMasterUserPasswordOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v GetRelationalDatabaseMasterUserPasswordOutput) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v GetRelationalDatabaseMasterUserPasswordOutput) LogValue() slog.Value {
	return redact.LogValue(v)
}
