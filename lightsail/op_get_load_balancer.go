package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetLoadBalancer returns a load balancer by its name, including the health of its
// instances.
//
// If no such load balancer exists, the error is a *[types.NotFoundException].
//
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
	// LoadBalancerName is the name of the load balancer to return. Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// GetLoadBalancerOutput is the output of [Client.GetLoadBalancer].
type GetLoadBalancerOutput struct {
	// LoadBalancer is the load balancer with the name in the input.
	LoadBalancer *types.LoadBalancer `json:"loadBalancer,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetLoadBalancerOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
