package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateLoadBalancerAttribute changes one setting of a load balancer: the path of
// health checks, sticky sessions, the redirection of HTTP to HTTPS, or the TLS
// policy.
//
// A call changes one setting. Other settings do not change.
// [Client.SetIpAddressType] changes the IP address type.
//
// If no such load balancer exists, the error is a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateLoadBalancerAttribute.html
func (c *Client) UpdateLoadBalancerAttribute(ctx context.Context, params *UpdateLoadBalancerAttributeInput, optFns ...func(*Options)) (*UpdateLoadBalancerAttributeOutput, error) {
	return invoke[*UpdateLoadBalancerAttributeOutput](ctx, c, &updateLoadBalancerAttribute, params, optFns)
}

var updateLoadBalancerAttribute = transport.Operation{
	Name:   "UpdateLoadBalancerAttribute",
	Input:  (*UpdateLoadBalancerAttributeInput)(nil),
	Output: (*UpdateLoadBalancerAttributeOutput)(nil),
}

// UpdateLoadBalancerAttributeInput is the input of [Client.UpdateLoadBalancerAttribute].
type UpdateLoadBalancerAttributeInput struct {
	// AttributeName is the setting to change. Required.
	AttributeName types.LoadBalancerAttributeName `json:"attributeName,omitzero" required:"true"`

	// AttributeValue is the new value as a string of 1 to 256 characters, for
	// example "true" or "86400". [types.LoadBalancerAttributeName] lists the values
	// of each setting. Required.
	AttributeValue *string `json:"attributeValue,omitzero" required:"true"`

	// LoadBalancerName is the name of the load balancer to change. Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// UpdateLoadBalancerAttributeOutput is the output of [Client.UpdateLoadBalancerAttribute].
type UpdateLoadBalancerAttributeOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateLoadBalancerAttributeOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
