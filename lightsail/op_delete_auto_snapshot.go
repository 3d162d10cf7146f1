package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	Date *string `json:"date,omitzero" required:"true"`

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
