package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DetachDisk detaches a block storage disk from the instance to which it is
// attached.
//
// Unmount the file systems of the disk in the operating system of the instance and
// stop the instance before the call. The disk keeps its data.
//
// The call is asynchronous. When the State of the disk, which [Client.GetDisk]
// returns, is "available", the disk can be attached to another instance with
// [Client.AttachDisk] or deleted with [Client.DeleteDisk]. It is billed until it is
// deleted.
//
// If the disk does not exist, DetachDisk returns a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DetachDisk.html
func (c *Client) DetachDisk(ctx context.Context, params *DetachDiskInput, optFns ...func(*Options)) (*DetachDiskOutput, error) {
	return invoke[*DetachDiskOutput](ctx, c, &detachDisk, params, optFns)
}

var detachDisk = transport.Operation{
	Name:   "DetachDisk",
	Input:  (*DetachDiskInput)(nil),
	Output: (*DetachDiskOutput)(nil),
}

// DetachDiskInput is the input of [Client.DetachDisk].
type DetachDiskInput struct {
	// DiskName is the name of the disk. Required.
	DiskName *string `json:"diskName,omitzero" required:"true"`
}

// DetachDiskOutput is the output of [Client.DetachDisk].
type DetachDiskOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DetachDiskOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
