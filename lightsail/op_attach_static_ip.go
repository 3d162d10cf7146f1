package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// AttachStaticIp makes a static IP the public IPv4 address of an instance.
//
// The static IP replaces the public address that the instance had before. If it is
// attached to another instance, AttachStaticIp moves it. The static IP and the
// instance must be in the same Region. Wait until the instance is running before
// attaching an address to it.
//
// When the instance is deleted, the static IP is detached but stays in the account.
// It stays detached when the instance is created again, even under the same name:
// call AttachStaticIp again.
//
// The output can have one operation for the static IP and one for the instance.
// Once the change is complete, [Client.GetStaticIp] returns the static IP with
// IsAttached true and the instance in AttachedTo. [Client.DetachStaticIp] undoes
// the change.
//
// A *[types.NotFoundException] is returned if the static IP or the instance does
// not exist.
//
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
	// InstanceName is the name of the instance that gets the address. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// StaticIpName is the name of the static IP to attach. Required.
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
