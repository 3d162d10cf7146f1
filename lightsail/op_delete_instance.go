package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteInstance deletes an instance and the data on its system disk. There is no
// way to undo it.
//
// The instance is gone when [Client.GetInstance] returns a
// *[types.NotFoundException]. DeleteInstance itself returns this error for an
// instance that does not exist.
//
// A static IP of the instance is detached and remains in the account. It is not
// attached to a new instance of the same name, and a static IP that is not in use
// can cost money: [Client.AttachStaticIp] attaches it again,
// [Client.ReleaseStaticIp] deletes it. To keep the data, call
// [Client.CreateInstanceSnapshot] first.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteInstance.html
func (c *Client) DeleteInstance(ctx context.Context, params *DeleteInstanceInput, optFns ...func(*Options)) (*DeleteInstanceOutput, error) {
	return invoke[*DeleteInstanceOutput](ctx, c, &deleteInstance, params, optFns)
}

var deleteInstance = transport.Operation{
	Name:   "DeleteInstance",
	Input:  (*DeleteInstanceInput)(nil),
	Output: (*DeleteInstanceOutput)(nil),
}

// DeleteInstanceInput is the input of [Client.DeleteInstance].
type DeleteInstanceInput struct {
	// InstanceName is the name of the instance to delete. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// ForceDeleteAddOns deletes the add-ons of the instance too, for example the
	// one that creates automatic snapshots. The default is false.
	ForceDeleteAddOns *bool `json:"forceDeleteAddOns,omitzero"`
}

// DeleteInstanceOutput is the output of [Client.DeleteInstance].
type DeleteInstanceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteInstanceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
