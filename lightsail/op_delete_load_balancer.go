package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteLoadBalancer.html
func (c *Client) DeleteLoadBalancer(ctx context.Context, params *DeleteLoadBalancerInput, optFns ...func(*Options)) (*DeleteLoadBalancerOutput, error) {
	return invoke[*DeleteLoadBalancerOutput](ctx, c, &deleteLoadBalancer, params, optFns)
}

var deleteLoadBalancer = transport.Operation{
	Name:   "DeleteLoadBalancer",
	Input:  (*DeleteLoadBalancerInput)(nil),
	Output: (*DeleteLoadBalancerOutput)(nil),
}

// DeleteLoadBalancerInput is the input of [Client.DeleteLoadBalancer].
type DeleteLoadBalancerInput struct {
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// DeleteLoadBalancerOutput is the output of [Client.DeleteLoadBalancer].
type DeleteLoadBalancerOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteLoadBalancerOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
