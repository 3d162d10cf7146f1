package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDiskSnapshot returns one manual snapshot of a disk, by the name of the
// snapshot.
//
// If the snapshot does not exist, GetDiskSnapshot returns a
// *[types.NotFoundException]. Use [Client.GetDiskSnapshots] to list the snapshots.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDiskSnapshot.html
func (c *Client) GetDiskSnapshot(ctx context.Context, params *GetDiskSnapshotInput, optFns ...func(*Options)) (*GetDiskSnapshotOutput, error) {
	return invoke[*GetDiskSnapshotOutput](ctx, c, &getDiskSnapshot, params, optFns)
}

var getDiskSnapshot = transport.Operation{
	Name:       "GetDiskSnapshot",
	Input:      (*GetDiskSnapshotInput)(nil),
	Output:     (*GetDiskSnapshotOutput)(nil),
	Repeatable: true,
}

// GetDiskSnapshotInput is the input of [Client.GetDiskSnapshot].
type GetDiskSnapshotInput struct {
	// DiskSnapshotName is the name of the snapshot. Required.
	DiskSnapshotName *string `json:"diskSnapshotName,omitzero" required:"true"`
}

// GetDiskSnapshotOutput is the output of [Client.GetDiskSnapshot].
type GetDiskSnapshotOutput struct {
	// DiskSnapshot is the snapshot with its current state.
	DiskSnapshot *types.DiskSnapshot `json:"diskSnapshot,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDiskSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
