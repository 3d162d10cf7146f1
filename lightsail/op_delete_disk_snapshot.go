package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteDiskSnapshot deletes a manual snapshot of a disk.
//
// A deleted snapshot cannot be restored. Snapshots of the same disk share the data
// that they have in common. A deletion removes only the data that no other snapshot
// needs: all others stay complete. Use [Client.DeleteAutoSnapshot] to delete an
// automatic snapshot.
//
// If the snapshot does not exist, DeleteDiskSnapshot returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteDiskSnapshot.html
func (c *Client) DeleteDiskSnapshot(ctx context.Context, params *DeleteDiskSnapshotInput, optFns ...func(*Options)) (*DeleteDiskSnapshotOutput, error) {
	return invoke[*DeleteDiskSnapshotOutput](ctx, c, &deleteDiskSnapshot, params, optFns)
}

var deleteDiskSnapshot = transport.Operation{
	Name:   "DeleteDiskSnapshot",
	Input:  (*DeleteDiskSnapshotInput)(nil),
	Output: (*DeleteDiskSnapshotOutput)(nil),
}

// DeleteDiskSnapshotInput is the input of [Client.DeleteDiskSnapshot].
type DeleteDiskSnapshotInput struct {
	// DiskSnapshotName is the name of the snapshot. Required.
	DiskSnapshotName *string `json:"diskSnapshotName,omitzero" required:"true"`
}

// DeleteDiskSnapshotOutput is the output of [Client.DeleteDiskSnapshot].
type DeleteDiskSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteDiskSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
