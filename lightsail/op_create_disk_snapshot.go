package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateDiskSnapshot creates a snapshot of a block storage disk, or of the system
// disk of an instance.
//
// Set either DiskName or InstanceName. Use a snapshot of a system disk to recover
// data from an instance that no longer works: create a disk from the snapshot and
// attach it to another instance.
//
// The disk can be in use. The snapshot contains what has been written to the disk
// at the time of the call, but not what the operating system or applications still
// hold in memory. For a consistent snapshot, stop all writes or unmount the disk
// before the call. The disk can be used again as soon as the call has returned. A
// snapshot cannot be created while Lightsail is creating an automatic snapshot.
//
// The call is asynchronous. Disks can be created with
// [Client.CreateDiskFromSnapshot] when the State of the snapshot, which
// [Client.GetDiskSnapshot] returns, is "completed". The storage of the snapshot is
// billed until [Client.DeleteDiskSnapshot] deletes it, also after the disk has been
// deleted.
//
// If the disk or the instance does not exist, CreateDiskSnapshot returns a
// *[types.NotFoundException]. If the name of the snapshot is in use, it returns a
// *[types.InvalidInputException].
//
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
	// DiskSnapshotName is the name of the new snapshot: 2 to 255 letters, digits,
	// dots, hyphens and underscores, with a letter or digit at both ends. It must
	// be unique among the resources of the account in the Region. Required.
	DiskSnapshotName *string `json:"diskSnapshotName,omitzero" required:"true"`

	// DiskName is the name of the block storage disk. It cannot be combined with InstanceName.
	DiskName *string `json:"diskName,omitzero"`

	// InstanceName is the name of an instance, and selects its system disk. It
	// excludes DiskName.
	InstanceName *string `json:"instanceName,omitzero"`

	// Tags are the tags of the snapshot, at most 50. If they cannot be applied, the
	// snapshot is not created.
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
