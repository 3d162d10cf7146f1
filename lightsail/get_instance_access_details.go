package lightsail

import (
	"context"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getInstanceAccessDetails = operation[GetInstanceAccessDetailsInput, GetInstanceAccessDetailsOutput]{
	Operation: transport.Operation{
		Name:      "GetInstanceAccessDetails",
		ReadOnly:  true,
		NewOutput: newOutput[GetInstanceAccessDetailsOutput],
		Validate:  validated("GetInstanceAccessDetailsInput", checkGetInstanceAccessDetails),
	},
	metadata: func(out *GetInstanceAccessDetailsOutput) *middleware.Metadata { return &out.ResultMetadata },
}

func checkGetInstanceAccessDetails(in *GetInstanceAccessDetailsInput, v *violations) {
	v.required("InstanceName", in.InstanceName == nil)
}

// GetInstanceAccessDetails returns what it takes to log in to an instance: for
// SSH a temporary key with its certificate, for Remote Desktop the password.
//
// The answer holds secrets. Printed by package fmt or logged by package slog, it
// shows none.
func (c *Client) GetInstanceAccessDetails(ctx context.Context, params *GetInstanceAccessDetailsInput, optFns ...func(*Options)) (*GetInstanceAccessDetailsOutput, error) {
	return invoke(ctx, c, &getInstanceAccessDetails, params, optFns)
}

// GetInstanceAccessDetailsInput says which instance to log in to, and how.
type GetInstanceAccessDetailsInput struct {
	// InstanceName is required: the name of the instance.
	InstanceName *string `json:"instanceName,omitzero"`

	// Protocol is ssh, the default, or rdp. The answer's own Protocol counts:
	// for a Windows instance it can be rdp although ssh was asked for.
	Protocol types.InstanceAccessProtocol `json:"protocol,omitzero"`
}

// GetInstanceAccessDetailsOutput is the way in to an instance.
type GetInstanceAccessDetailsOutput struct {
	// AccessDetails are address, user and secrets. Any member may be missing
	// while the instance starts.
	AccessDetails *types.InstanceAccessDetails `json:"accessDetails,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
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
