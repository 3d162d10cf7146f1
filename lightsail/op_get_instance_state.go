package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	InstanceName *string `json:"instanceName,omitzero" required:"true"`
}

// GetInstanceStateOutput is the output of [Client.GetInstanceState].
type GetInstanceStateOutput struct {
	State *types.InstanceState `json:"state,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceStateOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
