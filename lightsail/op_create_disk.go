package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDisk.html
func (c *Client) CreateDisk(ctx context.Context, params *CreateDiskInput, optFns ...func(*Options)) (*CreateDiskOutput, error) {
	return invoke[*CreateDiskOutput](ctx, c, &createDisk, params, optFns)
}

var createDisk = transport.Operation{
	Name:   "CreateDisk",
	Input:  (*CreateDiskInput)(nil),
	Output: (*CreateDiskOutput)(nil),
}

// CreateDiskInput is the input of [Client.CreateDisk].
type CreateDiskInput struct {
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	DiskName *string `json:"diskName,omitzero" required:"true"`

	SizeInGb *int32 `json:"sizeInGb,omitzero" required:"true"`

	AddOns []types.AddOnRequest `json:"addOns,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateDiskOutput is the output of [Client.CreateDisk].
type CreateDiskOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDiskOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
