package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AllocateStaticIp.html
func (c *Client) AllocateStaticIp(ctx context.Context, params *AllocateStaticIpInput, optFns ...func(*Options)) (*AllocateStaticIpOutput, error) {
	return invoke[*AllocateStaticIpOutput](ctx, c, &allocateStaticIp, params, optFns)
}

var allocateStaticIp = transport.Operation{
	Name:   "AllocateStaticIp",
	Input:  (*AllocateStaticIpInput)(nil),
	Output: (*AllocateStaticIpOutput)(nil),
}

// AllocateStaticIpInput is the input of [Client.AllocateStaticIp].
type AllocateStaticIpInput struct {
	StaticIpName *string `json:"staticIpName,omitzero" required:"true"`
}

// AllocateStaticIpOutput is the output of [Client.AllocateStaticIp].
type AllocateStaticIpOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AllocateStaticIpOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
