package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateDisk creates an empty block storage disk, which can be attached to an
// instance in the same Availability Zone.
//
// The call is asynchronous. The disk can be attached with [Client.AttachDisk] when
// its State, which [Client.GetDisk] returns, is "available". Use
// [Client.CreateDiskFromSnapshot] to create a disk with the data of another one.
//
// The disk is billed until [Client.DeleteDisk] deletes it, also while it is not
// attached. If the name is in use or a limit of the account is reached, CreateDisk
// returns a *[types.InvalidInputException].
//
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
	// AvailabilityZone is the Availability Zone of the disk, for example
	// "us-east-2a". It must be that of the instance to which the disk is going to
	// be attached, and cannot be changed. [Client.GetRegions] lists the zones.
	// Required.
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	// DiskName is the name of the new disk: 2 to 255 letters, digits, dots, hyphens
	// and underscores, with a letter or digit at both ends. It must be unique among
	// the resources of the account in the Region. Required.
	DiskName *string `json:"diskName,omitzero" required:"true"`

	// SizeInGb is the size of the disk in GB. It cannot be changed. To get a larger
	// disk later, create one from a snapshot. Required.
	SizeInGb *int32 `json:"sizeInGb,omitzero" required:"true"`

	// AddOns are the add-ons of the disk, for example automatic snapshots. If nil,
	// the disk has none. [Client.EnableAddOn] enables them later.
	AddOns []types.AddOnRequest `json:"addOns,omitzero"`

	// Tags are the tags of the disk, at most 50. If they cannot be applied, the
	// disk is not created.
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
