package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// GetAutoSnapshotsOutput is the output of [Client.GetAutoSnapshots].
type GetAutoSnapshotsOutput struct {
	AutoSnapshots []types.AutoSnapshotDetails `json:"autoSnapshots,omitzero"`

	ResourceName *string `json:"resourceName,omitzero"`

	ResourceType types.ResourceType `json:"resourceType,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetAutoSnapshotsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
