package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetLoadBalancer.html
func (c *Client) GetLoadBalancer(ctx context.Context, params *GetLoadBalancerInput, optFns ...func(*Options)) (*GetLoadBalancerOutput, error) {
	return invoke[*GetLoadBalancerOutput](ctx, c, &getLoadBalancer, params, optFns)
}

var getLoadBalancer = transport.Operation{
	Name:       "GetLoadBalancer",
	Input:      (*GetLoadBalancerInput)(nil),
	Output:     (*GetLoadBalancerOutput)(nil),
	Repeatable: true,
}

// GetLoadBalancerInput is the input of [Client.GetLoadBalancer].
type GetLoadBalancerInput struct {
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// GetLoadBalancerOutput is the output of [Client.GetLoadBalancer].
type GetLoadBalancerOutput struct {
	LoadBalancer *types.LoadBalancer `json:"loadBalancer,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetLoadBalancerOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
