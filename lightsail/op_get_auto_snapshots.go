package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetAutoSnapshots returns the automatic snapshots of an instance or disk.
//
// [Client.EnableAddOn] enables automatic snapshots. Lightsail keeps the seven most
// recent ones. Use [Client.CopySnapshot] to keep a snapshot for longer,
// [Client.CreateInstancesFromSnapshot] or [Client.CreateDiskFromSnapshot] to
// restore it, and [Client.DeleteAutoSnapshot] to delete it.
//
// If the instance or disk does not exist, GetAutoSnapshots returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetAutoSnapshots.html
func (c *Client) GetAutoSnapshots(ctx context.Context, params *GetAutoSnapshotsInput, optFns ...func(*Options)) (*GetAutoSnapshotsOutput, error) {
	return invoke[*GetAutoSnapshotsOutput](ctx, c, &getAutoSnapshots, params, optFns)
}

var getAutoSnapshots = transport.Operation{
	Name:       "GetAutoSnapshots",
	Input:      (*GetAutoSnapshotsInput)(nil),
	Output:     (*GetAutoSnapshotsOutput)(nil),
	Repeatable: true,
}

// GetAutoSnapshotsInput is the input of [Client.GetAutoSnapshots].
type GetAutoSnapshotsInput struct {
	// ResourceName is the name of the instance or disk. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// GetAutoSnapshotsOutput is the output of [Client.GetAutoSnapshots].
type GetAutoSnapshotsOutput struct {
	// AutoSnapshots are the automatic snapshots of the instance or disk.
	AutoSnapshots []types.AutoSnapshotDetails `json:"autoSnapshots,omitzero"`

	// ResourceName is the name of the instance or disk.
	ResourceName *string `json:"resourceName,omitzero"`

	// ResourceType is "Instance" or "Disk".
	ResourceType types.ResourceType `json:"resourceType,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetAutoSnapshotsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
