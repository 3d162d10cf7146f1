package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetInstanceSnapshot returns one manual snapshot of an instance, by the
// name of the snapshot.
//
// If the snapshot does not exist, GetInstanceSnapshot returns a
// *[types.NotFoundException]. Use [Client.GetInstanceSnapshots] to list the
// snapshots.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstanceSnapshot.html
func (c *Client) GetInstanceSnapshot(ctx context.Context, params *GetInstanceSnapshotInput, optFns ...func(*Options)) (*GetInstanceSnapshotOutput, error) {
	return invoke[*GetInstanceSnapshotOutput](ctx, c, &getInstanceSnapshot, params, optFns)
}

var getInstanceSnapshot = transport.Operation{
	Name:       "GetInstanceSnapshot",
	Input:      (*GetInstanceSnapshotInput)(nil),
	Output:     (*GetInstanceSnapshotOutput)(nil),
	Repeatable: true,
}

// GetInstanceSnapshotInput is the input of [Client.GetInstanceSnapshot].
type GetInstanceSnapshotInput struct {
	// InstanceSnapshotName is the name of the snapshot. Required.
	InstanceSnapshotName *string `json:"instanceSnapshotName,omitzero" required:"true"`
}

// GetInstanceSnapshotOutput is the output of [Client.GetInstanceSnapshot].
type GetInstanceSnapshotOutput struct {
	// InstanceSnapshot is the snapshot with its current state.
	InstanceSnapshot *types.InstanceSnapshot `json:"instanceSnapshot,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
