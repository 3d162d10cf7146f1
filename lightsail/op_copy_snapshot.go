package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CopySnapshot copies a snapshot of an instance or disk to a new manual snapshot,
// in the same Region or from another one.
//
// The copy is created in the Region of the client. SourceRegion is required even if
// it is the same Region. To copy a manual snapshot, set SourceSnapshotName. To copy
// an automatic snapshot, for example to keep it for more than a week, set
// SourceResourceName and either RestoreDate or UseLatestRestorableAutoSnapshot.
//
// The call is asynchronous. The copy can be used when its State is "available", or
// "completed" for a snapshot of a disk; see [Client.GetInstanceSnapshot] and
// [Client.GetDiskSnapshot]. Its storage is billed until
// [Client.DeleteInstanceSnapshot] or [Client.DeleteDiskSnapshot] deletes it. The
// Operations have the OperationType "CopySnapshot", for which there is no constant.
//
// If the source does not exist, CopySnapshot returns a *[types.NotFoundException].
// If the name of the copy is in use, it returns a *[types.InvalidInputException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CopySnapshot.html
func (c *Client) CopySnapshot(ctx context.Context, params *CopySnapshotInput, optFns ...func(*Options)) (*CopySnapshotOutput, error) {
	return invoke[*CopySnapshotOutput](ctx, c, &copySnapshot, params, optFns)
}

var copySnapshot = transport.Operation{
	Name:   "CopySnapshot",
	Input:  (*CopySnapshotInput)(nil),
	Output: (*CopySnapshotOutput)(nil),
}

// CopySnapshotInput is the input of [Client.CopySnapshot].
type CopySnapshotInput struct {
	// SourceRegion is the Region of the snapshot to copy. Required.
	SourceRegion types.RegionName `json:"sourceRegion,omitzero" required:"true"`

	// TargetSnapshotName is the name of the new manual snapshot: 2 to 255 letters,
	// digits, dots, hyphens and underscores, with a letter or digit at both ends.
	// It must be unique among the resources of the account in the Region. Required.
	TargetSnapshotName *string `json:"targetSnapshotName,omitzero" required:"true"`

	// RestoreDate is the date of the automatic snapshot in the form YYYY-MM-DD.
	// [Client.GetAutoSnapshots] lists the dates. It cannot be combined with
	// UseLatestRestorableAutoSnapshot.
	RestoreDate *string `json:"restoreDate,omitzero"`

	// SourceResourceName is the name of the instance or disk whose automatic
	// snapshot is copied.
	SourceResourceName *string `json:"sourceResourceName,omitzero"`

	// SourceSnapshotName is the name of the manual snapshot to copy.
	SourceSnapshotName *string `json:"sourceSnapshotName,omitzero"`

	// UseLatestRestorableAutoSnapshot selects the latest automatic snapshot of
	// SourceResourceName. It cannot be combined with RestoreDate. The default is false.
	UseLatestRestorableAutoSnapshot *bool `json:"useLatestRestorableAutoSnapshot,omitzero"`
}

// CopySnapshotOutput is the output of [Client.CopySnapshot].
type CopySnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CopySnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
