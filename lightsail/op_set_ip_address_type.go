package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero" required:"true"`

	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	ResourceType types.ResourceType `json:"resourceType,omitzero" required:"true"`

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
