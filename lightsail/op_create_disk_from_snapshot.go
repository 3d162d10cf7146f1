package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateDiskFromSnapshot creates a block storage disk with the data of a manual or
// automatic snapshot of a disk.
//
// For a manual snapshot, set DiskSnapshotName. For an automatic snapshot, set
// SourceDiskName and either RestoreDate or UseLatestRestorableAutoSnapshot. A
// manual snapshot of the system disk of an instance is also a valid source.
//
// The call is asynchronous. The disk can be attached with [Client.AttachDisk] when
// its State, which [Client.GetDisk] returns, is "available". The disk is billed
// until [Client.DeleteDisk] deletes it.
//
// If the source does not exist, CreateDiskFromSnapshot returns a
// *[types.NotFoundException]. If the name is in use or a limit of the account is
// reached, it returns a *[types.InvalidInputException].
//
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
	// AvailabilityZone is the Availability Zone of the new disk, for example
	// "us-east-2a". It must be that of the instance to which the disk is going to
	// be attached, and cannot be changed. [Client.GetRegions] lists the zones.
	// Required.
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	// DiskName is the name of the new disk: 2 to 255 letters, digits, dots, hyphens
	// and underscores, with a letter or digit at both ends. It must be unique among
	// the resources of the account in the Region. Required.
	DiskName *string `json:"diskName,omitzero" required:"true"`

	// SizeInGb is the size of the new disk in GB. It can be larger than that of the
	// source disk. It cannot be changed. Required.
	SizeInGb *int32 `json:"sizeInGb,omitzero" required:"true"`

	// AddOns are the add-ons of the new disk, for example automatic snapshots. If
	// nil, the disk has none. [Client.EnableAddOn] enables them later.
	AddOns []types.AddOnRequest `json:"addOns,omitzero"`

	// DiskSnapshotName is the name of the manual snapshot. It cannot be combined with
	// SourceDiskName.
	DiskSnapshotName *string `json:"diskSnapshotName,omitzero"`

	// RestoreDate is the date of the automatic snapshot in the form YYYY-MM-DD.
	// [Client.GetAutoSnapshots] lists the dates. It cannot be combined with
	// UseLatestRestorableAutoSnapshot.
	RestoreDate *string `json:"restoreDate,omitzero"`

	// SourceDiskName is the name of the disk whose automatic snapshot is used. It
	// excludes DiskSnapshotName.
	SourceDiskName *string `json:"sourceDiskName,omitzero"`

	// Tags are the tags of the new disk, at most 50. If they cannot be applied, the
	// disk is not created.
	Tags []types.Tag `json:"tags,omitzero"`

	// UseLatestRestorableAutoSnapshot selects the latest automatic snapshot of
	// SourceDiskName. It cannot be combined with RestoreDate. The default is false.
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
