package lightsail

import (
	"context"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getInstanceAccessDetails = transport.Operation{
	Name:      "GetInstanceAccessDetails",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetInstanceAccessDetailsOutput) },
}

// GetInstanceAccessDetails returns what it takes to log in to an instance: for
// SSH a temporary key with its certificate, for Remote Desktop the password.
//
// The answer holds secrets. Printed by package fmt or logged by package slog, it
// shows none.
func (c *Client) GetInstanceAccessDetails(ctx context.Context, params *GetInstanceAccessDetailsInput, optFns ...func(*Options)) (*GetInstanceAccessDetailsOutput, error) {
	if params == nil {
		params = new(GetInstanceAccessDetailsInput)
	}
	result, err := c.invoke(ctx, &getInstanceAccessDetails, params, optFns)
	out, _ := result.(*GetInstanceAccessDetailsOutput)
	return out, err
}

// GetInstanceAccessDetailsInput says which instance to log in to, and how.
type GetInstanceAccessDetailsInput struct {
	// InstanceName is required: the name of the instance.
	InstanceName *string `json:"instanceName,omitzero"`

	// Protocol is ssh, the default, or rdp. The answer's own Protocol counts:
	// for a Windows instance it can be rdp although ssh was asked for.
	Protocol types.InstanceAccessProtocol `json:"protocol,omitzero"`
}

func (in *GetInstanceAccessDetailsInput) check(v *violations) {
	v.required("InstanceName", in.InstanceName == nil)
}

// GetInstanceAccessDetailsOutput is the way in to an instance.
type GetInstanceAccessDetailsOutput struct {
	// AccessDetails are address, user and secrets. Any member may be missing
	// while the instance starts.
	AccessDetails *types.InstanceAccessDetails `json:"accessDetails,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceAccessDetailsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// LogValue is what package slog logs: the details with secrets redacted.
func (out GetInstanceAccessDetailsOutput) LogValue() slog.Value {
	if out.AccessDetails == nil {
		return slog.GroupValue()
	}
	return slog.GroupValue(slog.Any("accessDetails", *out.AccessDetails))
}

// GetInstanceAccessDetailsAPIClient is what a waiter needs of a client. [Client]
// is one; in a test, yours may be another.
type GetInstanceAccessDetailsAPIClient interface {
	GetInstanceAccessDetails(context.Context, *GetInstanceAccessDetailsInput, ...func(*Options)) (*GetInstanceAccessDetailsOutput, error)
}
