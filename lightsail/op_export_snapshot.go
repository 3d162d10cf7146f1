package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_ExportSnapshot.html
func (c *Client) ExportSnapshot(ctx context.Context, params *ExportSnapshotInput, optFns ...func(*Options)) (*ExportSnapshotOutput, error) {
	return invoke[*ExportSnapshotOutput](ctx, c, &exportSnapshot, params, optFns)
}

var exportSnapshot = transport.Operation{
	Name:   "ExportSnapshot",
	Input:  (*ExportSnapshotInput)(nil),
	Output: (*ExportSnapshotOutput)(nil),
}

// ExportSnapshotInput is the input of [Client.ExportSnapshot].
type ExportSnapshotInput struct {
	SourceSnapshotName *string `json:"sourceSnapshotName,omitzero" required:"true"`
}

// ExportSnapshotOutput is the output of [Client.ExportSnapshot].
type ExportSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *ExportSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
