package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// AllocateStaticIp reserves a public IPv4 address that does not change until it is
// released.
//
// The public address that an instance has by default changes when the instance is
// stopped and started. Use [Client.AttachStaticIp] to give the instance the static
// IP instead. The service chooses the address; [Client.GetStaticIp] returns it.
//
// A static IP that is not attached to an instance costs money. Delete it with
// [Client.ReleaseStaticIp] when it is no longer needed. The number of static IPs in
// an account is limited.
//
// There is no idempotency token. A *[types.InvalidInputException] is returned if
// the name is in use, also after a successful call with the same name, or if the
// limit is reached.
//
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
	// StaticIpName is the name of the new static IP: 2 to 255 letters, digits,
	// periods, hyphens and underscores, with a letter or digit at both ends. It
	// must be unique among the resources in the Region, including those of other
	// types. Required.
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
