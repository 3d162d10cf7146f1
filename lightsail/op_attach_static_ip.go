package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AttachStaticIp.html
func (c *Client) AttachStaticIp(ctx context.Context, params *AttachStaticIpInput, optFns ...func(*Options)) (*AttachStaticIpOutput, error) {
	return invoke[*AttachStaticIpOutput](ctx, c, &attachStaticIp, params, optFns)
}

var attachStaticIp = transport.Operation{
	Name:   "AttachStaticIp",
	Input:  (*AttachStaticIpInput)(nil),
	Output: (*AttachStaticIpOutput)(nil),
}

// AttachStaticIpInput is the input of [Client.AttachStaticIp].
type AttachStaticIpInput struct {
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	StaticIpName *string `json:"staticIpName,omitzero" required:"true"`
}

// AttachStaticIpOutput is the output of [Client.AttachStaticIp].
type AttachStaticIpOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AttachStaticIpOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
