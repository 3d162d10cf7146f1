package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateInstanceMetadataOptions configures the instance metadata service of an
// instance: an HTTP endpoint inside the instance, from which its programs read
// facts about it and temporary credentials.
//
// The instance must be running or stopped. On a running instance the change takes
// effect later: the State in the MetadataOptions that [Client.GetInstance] returns
// is "pending" at first, then "applied".
//
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
	// InstanceName is the name of the instance to configure. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// HttpEndpoint is "enabled", or "disabled", which makes all metadata
	// unavailable. If empty, it does not change.
	HttpEndpoint types.HttpEndpoint `json:"httpEndpoint,omitzero"`

	// HttpProtocolIpv6 is "enabled" to make the metadata available over IPv6 as
	// well, or "disabled". It has an effect only if the endpoint is enabled, and
	// exists in the Region eu-north-1 only. If empty, it does not change.
	HttpProtocolIpv6 types.HttpProtocolIpv6 `json:"httpProtocolIpv6,omitzero"`

	// HttpPutResponseHopLimit is the number of network hops that the response to a
	// token request can travel. With a higher number, more distant programs get
	// tokens. If nil, it does not change.
	HttpPutResponseHopLimit *int32 `json:"httpPutResponseHopLimit,omitzero"`

	// HttpTokens is "required" to reject metadata requests without a session token,
	// or "optional". The documented default is "optional": to keep "required", set
	// it in every call.
	HttpTokens types.HttpTokens `json:"httpTokens,omitzero"`
}

// UpdateInstanceMetadataOptionsOutput is the output of [Client.UpdateInstanceMetadataOptions].
type UpdateInstanceMetadataOptionsOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateInstanceMetadataOptionsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
