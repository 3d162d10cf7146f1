package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateInstanceSnapshot creates a snapshot of an instance: a copy of its system
// disk and of the disks that are attached to it.
//
// The call is asynchronous. The snapshot can be used when its State, which
// [Client.GetInstanceSnapshot] returns, is "available". Use
// [Client.CreateInstancesFromSnapshot] to create instances from it, and
// [Client.CopySnapshot] to copy it to another Region. The storage of the snapshot
// is billed until [Client.DeleteInstanceSnapshot] deletes it, also after the
// instance has been deleted.
//
// A snapshot cannot be created while Lightsail is creating an automatic snapshot of
// the instance. If the instance does not exist, CreateInstanceSnapshot returns a
// *[types.NotFoundException]. If the name of the snapshot is in use, it returns a
// *[types.InvalidInputException].
//
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
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// InstanceSnapshotName is the name of the new snapshot: 2 to 255 letters,
	// digits, dots, hyphens and underscores, with a letter or digit at both ends.
	// It must be unique among the resources of the account in the Region. Required.
	InstanceSnapshotName *string `json:"instanceSnapshotName,omitzero" required:"true"`

	// Tags are the tags of the snapshot, at most 50. If they cannot be applied, the
	// snapshot is not created.
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
