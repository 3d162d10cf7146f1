package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CopySnapshot.html
func (c *Client) CopySnapshot(ctx context.Context, params *CopySnapshotInput, optFns ...func(*Options)) (*CopySnapshotOutput, error) {
	return invoke[*CopySnapshotOutput](ctx, c, &copySnapshot, params, optFns)
}

var copySnapshot = transport.Operation{
	Name:   "CopySnapshot",
	Input:  (*CopySnapshotInput)(nil),
	Output: (*CopySnapshotOutput)(nil),
}

// CopySnapshotInput is the input of [Client.CopySnapshot].
type CopySnapshotInput struct {
	SourceRegion types.RegionName `json:"sourceRegion,omitzero" required:"true"`

	TargetSnapshotName *string `json:"targetSnapshotName,omitzero" required:"true"`

	RestoreDate *string `json:"restoreDate,omitzero"`

	SourceResourceName *string `json:"sourceResourceName,omitzero"`

	SourceSnapshotName *string `json:"sourceSnapshotName,omitzero"`

	UseLatestRestorableAutoSnapshot *bool `json:"useLatestRestorableAutoSnapshot,omitzero"`
}

// CopySnapshotOutput is the output of [Client.CopySnapshot].
type CopySnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CopySnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
