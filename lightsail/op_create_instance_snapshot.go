package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateInstanceSnapshot.html
func (c *Client) CreateInstanceSnapshot(ctx context.Context, params *CreateInstanceSnapshotInput, optFns ...func(*Options)) (*CreateInstanceSnapshotOutput, error) {
	return invoke[*CreateInstanceSnapshotOutput](ctx, c, &createInstanceSnapshot, params, optFns)
}

var createInstanceSnapshot = transport.Operation{
	Name:   "CreateInstanceSnapshot",
	Input:  (*CreateInstanceSnapshotInput)(nil),
	Output: (*CreateInstanceSnapshotOutput)(nil),
}

// CreateInstanceSnapshotInput is the input of [Client.CreateInstanceSnapshot].
type CreateInstanceSnapshotInput struct {
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	InstanceSnapshotName *string `json:"instanceSnapshotName,omitzero" required:"true"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateInstanceSnapshotOutput is the output of [Client.CreateInstanceSnapshot].
type CreateInstanceSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateInstanceSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
