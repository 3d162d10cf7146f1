package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteInstanceSnapshot deletes a manual snapshot of an instance.
//
// A deleted snapshot cannot be restored. The instance, other snapshots of it,
// copies of the snapshot and instances that were created from it are not affected.
// Use [Client.DeleteAutoSnapshot] to delete an automatic snapshot.
//
// If the snapshot does not exist, DeleteInstanceSnapshot returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteInstanceSnapshot.html
func (c *Client) DeleteInstanceSnapshot(ctx context.Context, params *DeleteInstanceSnapshotInput, optFns ...func(*Options)) (*DeleteInstanceSnapshotOutput, error) {
	return invoke[*DeleteInstanceSnapshotOutput](ctx, c, &deleteInstanceSnapshot, params, optFns)
}

var deleteInstanceSnapshot = transport.Operation{
	Name:   "DeleteInstanceSnapshot",
	Input:  (*DeleteInstanceSnapshotInput)(nil),
	Output: (*DeleteInstanceSnapshotOutput)(nil),
}

// DeleteInstanceSnapshotInput is the input of [Client.DeleteInstanceSnapshot].
type DeleteInstanceSnapshotInput struct {
	// InstanceSnapshotName is the name of the snapshot. Required.
	InstanceSnapshotName *string `json:"instanceSnapshotName,omitzero" required:"true"`
}

// DeleteInstanceSnapshotOutput is the output of [Client.DeleteInstanceSnapshot].
type DeleteInstanceSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteInstanceSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
