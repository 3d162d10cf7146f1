package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AttachInstancesToLoadBalancer.html
func (c *Client) AttachInstancesToLoadBalancer(ctx context.Context, params *AttachInstancesToLoadBalancerInput, optFns ...func(*Options)) (*AttachInstancesToLoadBalancerOutput, error) {
	return invoke[*AttachInstancesToLoadBalancerOutput](ctx, c, &attachInstancesToLoadBalancer, params, optFns)
}

var attachInstancesToLoadBalancer = transport.Operation{
	Name:   "AttachInstancesToLoadBalancer",
	Input:  (*AttachInstancesToLoadBalancerInput)(nil),
	Output: (*AttachInstancesToLoadBalancerOutput)(nil),
}

// AttachInstancesToLoadBalancerInput is the input of [Client.AttachInstancesToLoadBalancer].
type AttachInstancesToLoadBalancerInput struct {
	InstanceNames []string `json:"instanceNames,omitzero" required:"true"`

	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// AttachInstancesToLoadBalancerOutput is the output of [Client.AttachInstancesToLoadBalancer].
type AttachInstancesToLoadBalancerOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AttachInstancesToLoadBalancerOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
