package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDiskFromSnapshot.html
func (c *Client) CreateDiskFromSnapshot(ctx context.Context, params *CreateDiskFromSnapshotInput, optFns ...func(*Options)) (*CreateDiskFromSnapshotOutput, error) {
	return invoke[*CreateDiskFromSnapshotOutput](ctx, c, &createDiskFromSnapshot, params, optFns)
}

var createDiskFromSnapshot = transport.Operation{
	Name:   "CreateDiskFromSnapshot",
	Input:  (*CreateDiskFromSnapshotInput)(nil),
	Output: (*CreateDiskFromSnapshotOutput)(nil),
}

// CreateDiskFromSnapshotInput is the input of [Client.CreateDiskFromSnapshot].
type CreateDiskFromSnapshotInput struct {
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	DiskName *string `json:"diskName,omitzero" required:"true"`

	SizeInGb *int32 `json:"sizeInGb,omitzero" required:"true"`

	AddOns []types.AddOnRequest `json:"addOns,omitzero"`

	DiskSnapshotName *string `json:"diskSnapshotName,omitzero"`

	RestoreDate *string `json:"restoreDate,omitzero"`

	SourceDiskName *string `json:"sourceDiskName,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`

	UseLatestRestorableAutoSnapshot *bool `json:"useLatestRestorableAutoSnapshot,omitzero"`
}

// CreateDiskFromSnapshotOutput is the output of [Client.CreateDiskFromSnapshot].
type CreateDiskFromSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDiskFromSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
