package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateInstanceMetadataOptions.html
func (c *Client) UpdateInstanceMetadataOptions(ctx context.Context, params *UpdateInstanceMetadataOptionsInput, optFns ...func(*Options)) (*UpdateInstanceMetadataOptionsOutput, error) {
	return invoke[*UpdateInstanceMetadataOptionsOutput](ctx, c, &updateInstanceMetadataOptions, params, optFns)
}

var updateInstanceMetadataOptions = transport.Operation{
	Name:   "UpdateInstanceMetadataOptions",
	Input:  (*UpdateInstanceMetadataOptionsInput)(nil),
	Output: (*UpdateInstanceMetadataOptionsOutput)(nil),
}

// UpdateInstanceMetadataOptionsInput is the input of [Client.UpdateInstanceMetadataOptions].
type UpdateInstanceMetadataOptionsInput struct {
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	HttpEndpoint types.HttpEndpoint `json:"httpEndpoint,omitzero"`

	HttpProtocolIpv6 types.HttpProtocolIpv6 `json:"httpProtocolIpv6,omitzero"`

	HttpPutResponseHopLimit *int32 `json:"httpPutResponseHopLimit,omitzero"`

	HttpTokens types.HttpTokens `json:"httpTokens,omitzero"`
}

// UpdateInstanceMetadataOptionsOutput is the output of [Client.UpdateInstanceMetadataOptions].
type UpdateInstanceMetadataOptionsOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateInstanceMetadataOptionsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
