package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UnpeerVpc removes the connection between the network of the account's Lightsail
// resources and its default VPC in the Region. [Client.PeerVpc] creates it.
//
// After the call, Lightsail resources and the resources of other AWS services in
// the default VPC no longer reach each other by private IP addresses.
// [Client.IsVpcPeered] reports the result.
//
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
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UnpeerVpcOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
