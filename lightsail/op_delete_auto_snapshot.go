package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteAutoSnapshot deletes one automatic snapshot of an instance or disk.
//
// A deleted snapshot cannot be restored. Manual snapshots that
// [Client.CopySnapshot] created from it are not affected. Use [Client.DisableAddOn]
// to stop the creation of automatic snapshots, and [Client.DeleteInstanceSnapshot]
// or [Client.DeleteDiskSnapshot] to delete manual snapshots.
//
// If the instance, the disk or the snapshot does not exist, DeleteAutoSnapshot
// returns a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteAutoSnapshot.html
func (c *Client) DeleteAutoSnapshot(ctx context.Context, params *DeleteAutoSnapshotInput, optFns ...func(*Options)) (*DeleteAutoSnapshotOutput, error) {
	return invoke[*DeleteAutoSnapshotOutput](ctx, c, &deleteAutoSnapshot, params, optFns)
}

var deleteAutoSnapshot = transport.Operation{
	Name:   "DeleteAutoSnapshot",
	Input:  (*DeleteAutoSnapshotInput)(nil),
	Output: (*DeleteAutoSnapshotOutput)(nil),
}

// DeleteAutoSnapshotInput is the input of [Client.DeleteAutoSnapshot].
type DeleteAutoSnapshotInput struct {
	// Date is the date of the snapshot in the form YYYY-MM-DD.
	// [Client.GetAutoSnapshots] lists the dates. Required.
	Date *string `json:"date,omitzero" required:"true"`

	// ResourceName is the name of the instance or disk. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// DeleteAutoSnapshotOutput is the output of [Client.DeleteAutoSnapshot].
type DeleteAutoSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteAutoSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
