package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteDisk deletes a block storage disk and its data.
//
// The disk must have the State "available": detach it from its instance with
// [Client.DetachDisk] first. Manual snapshots of the disk are not deleted. A
// deleted disk can only be replaced by a new one that
// [Client.CreateDiskFromSnapshot] creates from a snapshot.
//
// The call is asynchronous. The deletion can take several minutes.
//
// If the disk does not exist, DeleteDisk returns a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteDisk.html
func (c *Client) DeleteDisk(ctx context.Context, params *DeleteDiskInput, optFns ...func(*Options)) (*DeleteDiskOutput, error) {
	return invoke[*DeleteDiskOutput](ctx, c, &deleteDisk, params, optFns)
}

var deleteDisk = transport.Operation{
	Name:   "DeleteDisk",
	Input:  (*DeleteDiskInput)(nil),
	Output: (*DeleteDiskOutput)(nil),
}

// DeleteDiskInput is the input of [Client.DeleteDisk].
type DeleteDiskInput struct {
	// DiskName is the name of the disk. Required.
	DiskName *string `json:"diskName,omitzero" required:"true"`

	// ForceDeleteAddOns also deletes all add-ons of the disk, such as automatic
	// snapshots. The default is not documented.
	ForceDeleteAddOns *bool `json:"forceDeleteAddOns,omitzero"`
}

// DeleteDiskOutput is the output of [Client.DeleteDisk].
type DeleteDiskOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteDiskOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
