package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetStaticIp returns one static IP by its name: its address and the instance that
// it is attached to.
//
// A *[types.NotFoundException] is returned if the static IP does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetStaticIp.html
func (c *Client) GetStaticIp(ctx context.Context, params *GetStaticIpInput, optFns ...func(*Options)) (*GetStaticIpOutput, error) {
	return invoke[*GetStaticIpOutput](ctx, c, &getStaticIp, params, optFns)
}

var getStaticIp = transport.Operation{
	Name:       "GetStaticIp",
	Input:      (*GetStaticIpInput)(nil),
	Output:     (*GetStaticIpOutput)(nil),
	Repeatable: true,
}

// GetStaticIpInput is the input of [Client.GetStaticIp].
type GetStaticIpInput struct {
	// StaticIpName is the name of the static IP to return. Required.
	StaticIpName *string `json:"staticIpName,omitzero" required:"true"`
}

// GetStaticIpOutput is the output of [Client.GetStaticIp].
type GetStaticIpOutput struct {
	// StaticIp is the static IP with that name.
	StaticIp *types.StaticIp `json:"staticIp,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetStaticIpOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
