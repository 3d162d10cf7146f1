package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// ReleaseStaticIp deletes a static IP and returns its address to AWS.
//
// This cannot be undone: a new static IP has another address. DNS entries that have
// the address as their target must be changed. If an instance uses the static IP,
// detach it first with [Client.DetachStaticIp].
//
// A *[types.NotFoundException] is returned if the static IP does not exist.
// [Client.GetStaticIp] returns the same error once the static IP is deleted.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_ReleaseStaticIp.html
func (c *Client) ReleaseStaticIp(ctx context.Context, params *ReleaseStaticIpInput, optFns ...func(*Options)) (*ReleaseStaticIpOutput, error) {
	return invoke[*ReleaseStaticIpOutput](ctx, c, &releaseStaticIp, params, optFns)
}

var releaseStaticIp = transport.Operation{
	Name:   "ReleaseStaticIp",
	Input:  (*ReleaseStaticIpInput)(nil),
	Output: (*ReleaseStaticIpOutput)(nil),
}

// ReleaseStaticIpInput is the input of [Client.ReleaseStaticIp].
type ReleaseStaticIpInput struct {
	// StaticIpName is the name of the static IP to delete. Required.
	StaticIpName *string `json:"staticIpName,omitzero" required:"true"`
}

// ReleaseStaticIpOutput is the output of [Client.ReleaseStaticIp].
type ReleaseStaticIpOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *ReleaseStaticIpOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
