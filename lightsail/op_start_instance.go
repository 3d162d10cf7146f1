package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// StartInstance starts a stopped instance.
//
// The call returns before the instance runs. An [InstanceRunningWaiter] waits
// until the name of the state is "running". The instance gets a new public IPv4 address,
// which can be missing for a while, unless a static IP is attached to it.
// [Client.StopInstance] stops the instance, [Client.RebootInstance] restarts one
// that is running.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StartInstance.html
func (c *Client) StartInstance(ctx context.Context, params *StartInstanceInput, optFns ...func(*Options)) (*StartInstanceOutput, error) {
	return invoke[*StartInstanceOutput](ctx, c, &startInstance, params, optFns)
}

var startInstance = transport.Operation{
	Name:   "StartInstance",
	Input:  (*StartInstanceInput)(nil),
	Output: (*StartInstanceOutput)(nil),
}

// StartInstanceInput is the input of [Client.StartInstance].
type StartInstanceInput struct {
	// InstanceName is the name of the instance to start. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// AttributeUpdates are changes to make before the instance starts, for example
	// to a bundle of a newer generation. The instance must be "stopped". If nil,
	// nothing is changed.
	AttributeUpdates *types.InstanceAttributeUpdates `json:"attributeUpdates,omitzero"`
}

// StartInstanceOutput is the output of [Client.StartInstance].
type StartInstanceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *StartInstanceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
