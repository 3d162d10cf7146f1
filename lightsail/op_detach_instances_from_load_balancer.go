package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DetachInstancesFromLoadBalancer removes instances from a load balancer. The
// instances are not stopped.
//
// The change takes time: an instance is detached when it is no longer needed. Its
// health in [Client.GetLoadBalancer] is "draining" in the meantime.
// [Client.AttachInstancesToLoadBalancer] attaches instances again.
//
// If the load balancer or an instance does not exist, the error is a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DetachInstancesFromLoadBalancer.html
func (c *Client) DetachInstancesFromLoadBalancer(ctx context.Context, params *DetachInstancesFromLoadBalancerInput, optFns ...func(*Options)) (*DetachInstancesFromLoadBalancerOutput, error) {
	return invoke[*DetachInstancesFromLoadBalancerOutput](ctx, c, &detachInstancesFromLoadBalancer, params, optFns)
}

var detachInstancesFromLoadBalancer = transport.Operation{
	Name:   "DetachInstancesFromLoadBalancer",
	Input:  (*DetachInstancesFromLoadBalancerInput)(nil),
	Output: (*DetachInstancesFromLoadBalancerOutput)(nil),
}

// DetachInstancesFromLoadBalancerInput is the input of [Client.DetachInstancesFromLoadBalancer].
type DetachInstancesFromLoadBalancerInput struct {
	// InstanceNames are the names of the instances to detach. Required.
	InstanceNames []string `json:"instanceNames,omitzero" required:"true"`

	// LoadBalancerName is the name of the load balancer that has the instances.
	// Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// DetachInstancesFromLoadBalancerOutput is the output of [Client.DetachInstancesFromLoadBalancer].
type DetachInstancesFromLoadBalancerOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DetachInstancesFromLoadBalancerOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
