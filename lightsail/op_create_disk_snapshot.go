package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDiskSnapshot.html
func (c *Client) CreateDiskSnapshot(ctx context.Context, params *CreateDiskSnapshotInput, optFns ...func(*Options)) (*CreateDiskSnapshotOutput, error) {
	return invoke[*CreateDiskSnapshotOutput](ctx, c, &createDiskSnapshot, params, optFns)
}

var createDiskSnapshot = transport.Operation{
	Name:   "CreateDiskSnapshot",
	Input:  (*CreateDiskSnapshotInput)(nil),
	Output: (*CreateDiskSnapshotOutput)(nil),
}

// CreateDiskSnapshotInput is the input of [Client.CreateDiskSnapshot].
type CreateDiskSnapshotInput struct {
	DiskSnapshotName *string `json:"diskSnapshotName,omitzero" required:"true"`

	DiskName *string `json:"diskName,omitzero"`

	InstanceName *string `json:"instanceName,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateDiskSnapshotOutput is the output of [Client.CreateDiskSnapshot].
type CreateDiskSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDiskSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
