package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UnpeerVpc.html
func (c *Client) UnpeerVpc(ctx context.Context, params *UnpeerVpcInput, optFns ...func(*Options)) (*UnpeerVpcOutput, error) {
	return invoke[*UnpeerVpcOutput](ctx, c, &unpeerVpc, params, optFns)
}

var unpeerVpc = transport.Operation{
	Name:   "UnpeerVpc",
	Input:  (*UnpeerVpcInput)(nil),
	Output: (*UnpeerVpcOutput)(nil),
}

// UnpeerVpcInput is the input of [Client.UnpeerVpc].
type UnpeerVpcInput struct{}

// UnpeerVpcOutput is the output of [Client.UnpeerVpc].
type UnpeerVpcOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UnpeerVpcOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
