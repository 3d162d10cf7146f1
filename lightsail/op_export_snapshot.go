package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// ExportSnapshot exports a manual snapshot of an instance or disk to Amazon EC2, in
// the same Region.
//
// In Amazon EC2, an instance snapshot becomes an Amazon Machine Image (AMI), and a
// disk snapshot becomes a volume of Amazon EBS. The snapshot in Lightsail remains.
// Use [Client.CopySnapshot] first to export an automatic snapshot.
//
// The call is asynchronous and creates an export record. The export is complete
// when the State of the record, which [Client.GetExportSnapshotRecords] returns, is
// "Succeeded". Use [Client.CreateCloudFormationStack] to create an EC2 instance
// from the record. Lightsail has no operation that undoes an export: delete the AMI
// or the volume in Amazon EC2.
//
// If the snapshot does not exist, ExportSnapshot returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_ExportSnapshot.html
func (c *Client) ExportSnapshot(ctx context.Context, params *ExportSnapshotInput, optFns ...func(*Options)) (*ExportSnapshotOutput, error) {
	return invoke[*ExportSnapshotOutput](ctx, c, &exportSnapshot, params, optFns)
}

var exportSnapshot = transport.Operation{
	Name:   "ExportSnapshot",
	Input:  (*ExportSnapshotInput)(nil),
	Output: (*ExportSnapshotOutput)(nil),
}

// ExportSnapshotInput is the input of [Client.ExportSnapshot].
type ExportSnapshotInput struct {
	// SourceSnapshotName is the name of the instance snapshot or disk snapshot.
	// Required.
	SourceSnapshotName *string `json:"sourceSnapshotName,omitzero" required:"true"`
}

// ExportSnapshotOutput is the output of [Client.ExportSnapshot].
type ExportSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *ExportSnapshotOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
