package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// SetIpAddressType selects whether an instance, a load balancer or a distribution
// has IPv4 addresses, IPv6 addresses or both.
//
// Bundles of instances without a public IPv4 address have their own IDs and prices. A
// change to or from "ipv6" therefore moves an instance to another bundle, which is
// billed immediately, and requires AcceptBundleUpdate.
//
// Distributions exist in the Region us-east-1 only. [Client.GetInstance],
// [Client.GetLoadBalancer] and [Client.GetDistributions] return the current type.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_SetIpAddressType.html
func (c *Client) SetIpAddressType(ctx context.Context, params *SetIpAddressTypeInput, optFns ...func(*Options)) (*SetIpAddressTypeOutput, error) {
	return invoke[*SetIpAddressTypeOutput](ctx, c, &setIpAddressType, params, optFns)
}

var setIpAddressType = transport.Operation{
	Name:   "SetIpAddressType",
	Input:  (*SetIpAddressTypeInput)(nil),
	Output: (*SetIpAddressTypeOutput)(nil),
}

// SetIpAddressTypeInput is the input of [Client.SetIpAddressType].
type SetIpAddressTypeInput struct {
	// IpAddressType is the new type: "ipv4", "ipv6" or "dualstack", which is both.
	// Required.
	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero" required:"true"`

	// ResourceName is the name of the instance, load balancer or distribution.
	// Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	// ResourceType is "Instance", "LoadBalancer" or "Distribution". Required.
	ResourceType types.ResourceType `json:"resourceType,omitzero" required:"true"`

	// AcceptBundleUpdate agrees to the change of the bundle of an instance. It must
	// be true for a change to or from "ipv6". The default is not documented.
	AcceptBundleUpdate *bool `json:"acceptBundleUpdate,omitzero"`
}

// SetIpAddressTypeOutput is the output of [Client.SetIpAddressType].
type SetIpAddressTypeOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *SetIpAddressTypeOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
