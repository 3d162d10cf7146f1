package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateRelationalDatabaseFromSnapshot.html
func (c *Client) CreateRelationalDatabaseFromSnapshot(ctx context.Context, params *CreateRelationalDatabaseFromSnapshotInput, optFns ...func(*Options)) (*CreateRelationalDatabaseFromSnapshotOutput, error) {
	return invoke[*CreateRelationalDatabaseFromSnapshotOutput](ctx, c, &createRelationalDatabaseFromSnapshot, params, optFns)
}

var createRelationalDatabaseFromSnapshot = transport.Operation{
	Name:   "CreateRelationalDatabaseFromSnapshot",
	Input:  (*CreateRelationalDatabaseFromSnapshotInput)(nil),
	Output: (*CreateRelationalDatabaseFromSnapshotOutput)(nil),
}

// CreateRelationalDatabaseFromSnapshotInput is the input of [Client.CreateRelationalDatabaseFromSnapshot].
type CreateRelationalDatabaseFromSnapshotInput struct {
	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`

	AvailabilityZone *string `json:"availabilityZone,omitzero"`

	PubliclyAccessible *bool `json:"publiclyAccessible,omitzero"`

	RelationalDatabaseBundleId *string `json:"relationalDatabaseBundleId,omitzero"`

	RelationalDatabaseSnapshotName *string `json:"relationalDatabaseSnapshotName,omitzero"`

	RestoreTime *time.Time `json:"restoreTime,omitzero"`

	SourceRelationalDatabaseName *string `json:"sourceRelationalDatabaseName,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`

	UseLatestRestorableTime *bool `json:"useLatestRestorableTime,omitzero"`
}

// CreateRelationalDatabaseFromSnapshotOutput is the output of [Client.CreateRelationalDatabaseFromSnapshot].
type CreateRelationalDatabaseFromSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateRelationalDatabaseFromSnapshotOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
