package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// IsVpcPeered reports whether the network of the account's Lightsail resources is
// connected to its default VPC in the Region. [Client.PeerVpc] connects it.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_IsVpcPeered.html
func (c *Client) IsVpcPeered(ctx context.Context, params *IsVpcPeeredInput, optFns ...func(*Options)) (*IsVpcPeeredOutput, error) {
	return invoke[*IsVpcPeeredOutput](ctx, c, &isVpcPeered, params, optFns)
}

var isVpcPeered = transport.Operation{
	Name:       "IsVpcPeered",
	Input:      (*IsVpcPeeredInput)(nil),
	Output:     (*IsVpcPeeredOutput)(nil),
	Repeatable: true,
}

// IsVpcPeeredInput is the input of [Client.IsVpcPeered].
type IsVpcPeeredInput struct{}

// IsVpcPeeredOutput is the output of [Client.IsVpcPeered].
type IsVpcPeeredOutput struct {
	// IsPeered reports whether the two networks are connected.
	IsPeered *bool `json:"isPeered,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *IsVpcPeeredOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
