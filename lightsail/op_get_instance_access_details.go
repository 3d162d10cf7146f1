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

// GetInstanceAccessDetails returns what is needed to log in to an instance: for SSH
// a temporary private key with its certificate, for RDP a password.
//
// The details can be incomplete while the instance starts;
// [InstanceAccessDetailsReadyWaiter] waits until they are complete. Package access
// of this module writes the files that ssh needs and decrypts Windows passwords.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstanceAccessDetails.html
func (c *Client) GetInstanceAccessDetails(ctx context.Context, params *GetInstanceAccessDetailsInput, optFns ...func(*Options)) (*GetInstanceAccessDetailsOutput, error) {
	return invoke[*GetInstanceAccessDetailsOutput](ctx, c, &getInstanceAccessDetails, params, optFns)
}

var getInstanceAccessDetails = transport.Operation{
	Name:       "GetInstanceAccessDetails",
	Input:      (*GetInstanceAccessDetailsInput)(nil),
	Output:     (*GetInstanceAccessDetailsOutput)(nil),
	Repeatable: true,
}

// GetInstanceAccessDetailsInput is the input of [Client.GetInstanceAccessDetails].
type GetInstanceAccessDetailsInput struct {
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// Protocol is "ssh" or "rdp". The default is "ssh". The output is for the
	// protocol of the instance, for example "rdp" for a Windows instance, whatever
	// the input says.
	Protocol types.InstanceAccessProtocol `json:"protocol,omitzero"`
}

// GetInstanceAccessDetailsOutput is the output of [Client.GetInstanceAccessDetails].
type GetInstanceAccessDetailsOutput struct {
	// AccessDetails are the address, the user name and the credentials. Every field
	// can be missing.
	AccessDetails *types.InstanceAccessDetails `json:"accessDetails,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceAccessDetailsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v GetInstanceAccessDetailsOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v GetInstanceAccessDetailsOutput) LogValue() slog.Value { return redact.LogValue(v) }

// GetInstanceAccessDetailsAPIClient is the part of [Client] that [InstanceAccessDetailsReadyWaiter] calls.
type GetInstanceAccessDetailsAPIClient interface {
	// GetInstanceAccessDetails is [Client.GetInstanceAccessDetails].
	GetInstanceAccessDetails(context.Context, *GetInstanceAccessDetailsInput, ...func(*Options)) (*GetInstanceAccessDetailsOutput, error)
}
