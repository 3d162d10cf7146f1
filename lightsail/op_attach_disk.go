package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// AttachDisk attaches a block storage disk to an instance.
//
// The disk must have the State "available". The instance must be running or
// stopped, and must be in the same Availability Zone as the disk. The call is
// asynchronous. The disk is attached when its State, which [Client.GetDisk]
// returns, is "in-use".
//
// Lightsail does not format or mount the disk: do that in the operating system of
// the instance. A new disk that was not created from a snapshot has no file system.
// Use [Client.DetachDisk] to detach the disk.
//
// If the disk or the instance does not exist, AttachDisk returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AttachDisk.html
func (c *Client) AttachDisk(ctx context.Context, params *AttachDiskInput, optFns ...func(*Options)) (*AttachDiskOutput, error) {
	return invoke[*AttachDiskOutput](ctx, c, &attachDisk, params, optFns)
}

var attachDisk = transport.Operation{
	Name:   "AttachDisk",
	Input:  (*AttachDiskInput)(nil),
	Output: (*AttachDiskOutput)(nil),
}

// AttachDiskInput is the input of [Client.AttachDisk].
type AttachDiskInput struct {
	// DiskName is the name of the disk. Required.
	DiskName *string `json:"diskName,omitzero" required:"true"`

	// DiskPath is the device path of the disk in the instance, for example
	// "/dev/xvdf". Required.
	DiskPath *string `json:"diskPath,omitzero" required:"true"`

	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// AutoMounting mounts the disk in a virtual computer of Lightsail for Research.
	// It does not apply to other instances. The default is false.
	AutoMounting *bool `json:"autoMounting,omitzero"`
}

// AttachDiskOutput is the output of [Client.AttachDisk].
type AttachDiskOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AttachDiskOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
