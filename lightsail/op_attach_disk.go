package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AttachDisk.html
func (c *Client) AttachDisk(ctx context.Context, params *AttachDiskInput, optFns ...func(*Options)) (*AttachDiskOutput, error) {
	return invoke[*AttachDiskOutput](ctx, c, &attachDisk, params, optFns)
}

var attachDisk = transport.Operation{
	Name:   "AttachDisk",
	Input:  (*AttachDiskInput)(nil),
	Output: (*AttachDiskOutput)(nil),
}

// AttachDiskInput is the input of [Client.AttachDisk].
type AttachDiskInput struct {
	DiskName *string `json:"diskName,omitzero" required:"true"`

	DiskPath *string `json:"diskPath,omitzero" required:"true"`

	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	AutoMounting *bool `json:"autoMounting,omitzero"`
}

// AttachDiskOutput is the output of [Client.AttachDisk].
type AttachDiskOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AttachDiskOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
