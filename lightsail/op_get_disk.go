package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDisk returns one block storage disk by its name.
//
// If the disk does not exist, GetDisk returns a *[types.NotFoundException]. Use
// [Client.GetDisks] to list the disks.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDisk.html
func (c *Client) GetDisk(ctx context.Context, params *GetDiskInput, optFns ...func(*Options)) (*GetDiskOutput, error) {
	return invoke[*GetDiskOutput](ctx, c, &getDisk, params, optFns)
}

var getDisk = transport.Operation{
	Name:       "GetDisk",
	Input:      (*GetDiskInput)(nil),
	Output:     (*GetDiskOutput)(nil),
	Repeatable: true,
}

// GetDiskInput is the input of [Client.GetDisk].
type GetDiskInput struct {
	// DiskName is the name of the disk. Required.
	DiskName *string `json:"diskName,omitzero" required:"true"`
}

// GetDiskOutput is the output of [Client.GetDisk].
type GetDiskOutput struct {
	// Disk is the disk with its current state.
	Disk *types.Disk `json:"disk,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDiskOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
