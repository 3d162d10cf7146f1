package lightsail

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateInstancesFromSnapshot.html
func (c *Client) CreateInstancesFromSnapshot(ctx context.Context, params *CreateInstancesFromSnapshotInput, optFns ...func(*Options)) (*CreateInstancesFromSnapshotOutput, error) {
	return invoke[*CreateInstancesFromSnapshotOutput](ctx, c, &createInstancesFromSnapshot, params, optFns)
}

var createInstancesFromSnapshot = transport.Operation{
	Name:   "CreateInstancesFromSnapshot",
	Input:  (*CreateInstancesFromSnapshotInput)(nil),
	Output: (*CreateInstancesFromSnapshotOutput)(nil),
}

// CreateInstancesFromSnapshotInput is the input of [Client.CreateInstancesFromSnapshot].
type CreateInstancesFromSnapshotInput struct {
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	BundleId *string `json:"bundleId,omitzero" required:"true"`

	InstanceNames []string `json:"instanceNames,omitzero" required:"true"`

	AddOns []types.AddOnRequest `json:"addOns,omitzero"`

	AttachedDiskMapping map[string][]types.DiskMap `json:"attachedDiskMapping,omitzero"`

	InstanceSnapshotName *string `json:"instanceSnapshotName,omitzero"`

	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	KeyPairName *string `json:"keyPairName,omitzero"`

	RestoreDate *string `json:"restoreDate,omitzero"`

	SourceInstanceName *string `json:"sourceInstanceName,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`

	UseLatestRestorableAutoSnapshot *bool `json:"useLatestRestorableAutoSnapshot,omitzero"`

	UserData *string `json:"userData,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateInstancesFromSnapshotInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateInstancesFromSnapshotInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateInstancesFromSnapshotOutput is the output of [Client.CreateInstancesFromSnapshot].
type CreateInstancesFromSnapshotOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateInstancesFromSnapshotOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
