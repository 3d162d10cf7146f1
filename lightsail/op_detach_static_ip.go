package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DetachStaticIp detaches a static IP from its instance.
//
// The instance gets another public IPv4 address from the service. The static IP
// keeps its address and costs money while it is detached. Attach it again with
// [Client.AttachStaticIp], or delete it with [Client.ReleaseStaticIp]. To move a
// static IP to another instance, AttachStaticIp is enough.
//
// The output can have one operation for the static IP and one for the instance. A
// *[types.NotFoundException] is returned if the static IP does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DetachStaticIp.html
func (c *Client) DetachStaticIp(ctx context.Context, params *DetachStaticIpInput, optFns ...func(*Options)) (*DetachStaticIpOutput, error) {
	return invoke[*DetachStaticIpOutput](ctx, c, &detachStaticIp, params, optFns)
}

var detachStaticIp = transport.Operation{
	Name:   "DetachStaticIp",
	Input:  (*DetachStaticIpInput)(nil),
	Output: (*DetachStaticIpOutput)(nil),
}

// DetachStaticIpInput is the input of [Client.DetachStaticIp].
type DetachStaticIpInput struct {
	// StaticIpName is the name of the static IP to detach. Required.
	StaticIpName *string `json:"staticIpName,omitzero" required:"true"`
}

// DetachStaticIpOutput is the output of [Client.DetachStaticIp].
type DetachStaticIpOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DetachStaticIpOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
