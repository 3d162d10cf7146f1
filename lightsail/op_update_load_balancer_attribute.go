package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	AttributeName types.LoadBalancerAttributeName `json:"attributeName,omitzero" required:"true"`

	AttributeValue *string `json:"attributeValue,omitzero" required:"true"`

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
