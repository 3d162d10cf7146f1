package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// PeerVpc connects the network of the account's Lightsail resources to its default
// VPC in the Region.
//
// A VPC (virtual private cloud) is a private network in AWS. After the call,
// Lightsail resources and the resources of other AWS services in the default VPC
// reach each other by private IP addresses. The account must have a default VPC in
// the Region. [Client.IsVpcPeered] reports the result, and [Client.UnpeerVpc]
// removes the connection.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_PeerVpc.html
func (c *Client) PeerVpc(ctx context.Context, params *PeerVpcInput, optFns ...func(*Options)) (*PeerVpcOutput, error) {
	return invoke[*PeerVpcOutput](ctx, c, &peerVpc, params, optFns)
}

var peerVpc = transport.Operation{
	Name:   "PeerVpc",
	Input:  (*PeerVpcInput)(nil),
	Output: (*PeerVpcOutput)(nil),
}

// PeerVpcInput is the input of [Client.PeerVpc].
type PeerVpcInput struct{}

// PeerVpcOutput is the output of [Client.PeerVpc].
type PeerVpcOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *PeerVpcOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
