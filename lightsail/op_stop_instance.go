package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// StopInstance stops a running instance and keeps its disks.
//
// The call returns before the instance has stopped. An [InstanceStoppedWaiter]
// waits until the name of the state is "stopped". A stopped instance is billed like a
// running one. When [Client.StartInstance] starts it again, it gets another public
// IPv4 address, unless a static IP is attached to it.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StopInstance.html
func (c *Client) StopInstance(ctx context.Context, params *StopInstanceInput, optFns ...func(*Options)) (*StopInstanceOutput, error) {
	return invoke[*StopInstanceOutput](ctx, c, &stopInstance, params, optFns)
}

var stopInstance = transport.Operation{
	Name:   "StopInstance",
	Input:  (*StopInstanceInput)(nil),
	Output: (*StopInstanceOutput)(nil),
}

// StopInstanceInput is the input of [Client.StopInstance].
type StopInstanceInput struct {
	// InstanceName is the name of the instance to stop. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// Force stops an instance that stays in the state "stopping". Do not set it in
	// any other case. The default is false.
	Force *bool `json:"force,omitzero"`
}

// StopInstanceOutput is the output of [Client.StopInstance].
type StopInstanceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *StopInstanceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
