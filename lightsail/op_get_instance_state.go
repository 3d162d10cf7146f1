package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetInstanceState returns the state of an instance, for example "running" or
// "stopped". Use it to wait for an instance.
//
// Limit the time of such a wait, and end it on a state from which the expected one
// cannot follow: an instance that is "shutting-down" or "terminated" is being
// deleted and does not run again. If the instance does not exist, a
// *[types.NotFoundException] is returned.
//
// An instance that is "running" is not always reachable: see [types.InstanceState].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstanceState.html
func (c *Client) GetInstanceState(ctx context.Context, params *GetInstanceStateInput, optFns ...func(*Options)) (*GetInstanceStateOutput, error) {
	return invoke[*GetInstanceStateOutput](ctx, c, &getInstanceState, params, optFns)
}

var getInstanceState = transport.Operation{
	Name:       "GetInstanceState",
	Input:      (*GetInstanceStateInput)(nil),
	Output:     (*GetInstanceStateOutput)(nil),
	Repeatable: true,
}

// GetInstanceStateInput is the input of [Client.GetInstanceState].
type GetInstanceStateInput struct {
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`
}

// GetInstanceStateOutput is the output of [Client.GetInstanceState].
type GetInstanceStateOutput struct {
	// State is the state of the instance. Compare its Name, not its Code.
	State *types.InstanceState `json:"state,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceStateOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
