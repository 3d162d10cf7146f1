package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// AttachInstancesToLoadBalancer adds instances to a load balancer, which then sends
// them a part of the requests.
//
// The instances must be running and in the Region of the load balancer. They can be
// in different Availability Zones. A load balancer has no limit of its own for the
// number of instances.
//
// An instance receives requests after it has passed its first health checks. To
// wait for that, poll [Client.GetLoadBalancer] until InstanceHealthSummary reports
// the instance as "healthy". [Client.DetachInstancesFromLoadBalancer] removes
// instances.
//
// If the load balancer or an instance does not exist, the error is a
// *[types.NotFoundException].
//
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
	// InstanceNames are the names of the instances to attach. Required.
	InstanceNames []string `json:"instanceNames,omitzero" required:"true"`

	// LoadBalancerName is the name of the load balancer that gets the instances.
	// Required.
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
