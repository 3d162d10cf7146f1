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

// CreateInstancesFromSnapshot creates one or more instances from a snapshot: a
// backup of the disks of another instance.
//
// The snapshot is either a manual one, named by InstanceSnapshotName, or an
// automatic one, selected by SourceInstanceName with RestoreDate or
// UseLatestRestorableAutoSnapshot. The blueprint is that of the source instance.
//
// The call returns while the instances are still being created. An
// [InstanceRunningWaiter] waits until the name of the state is "running"; see
// [Client.CreateInstances] for what may be missing even then. A static IP of the
// source instance is not attached to the new ones; [Client.AttachStaticIp] does it.
//
// If the snapshot does not exist, a *[types.NotFoundException] is returned. If a name
// is in use, a *[types.InvalidInputException] is returned.
//
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
	// AvailabilityZone is the Availability Zone of the instances, in the Region of
	// the client, for example "us-east-2a". Upper and lower case differ.
	// [Client.GetRegions] with IncludeAvailabilityZones lists the zones. Required.
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	// BundleId is the ID of the bundle, which determines CPUs, memory, disk,
	// monthly data transfer and price, for example "micro_3_0". It can differ from
	// the bundle of the source instance. [Client.GetBundles] lists the bundles.
	// Required.
	BundleId *string `json:"bundleId,omitzero" required:"true"`

	// InstanceNames are the names of the new instances, one instance for each. A
	// name has 2 to 255 letters, digits, periods, hyphens and underscores, with a
	// letter or digit at both ends. No other resource in the Region, of whatever
	// type, can have the same name. Required.
	InstanceNames []string `json:"instanceNames,omitzero" required:"true"`

	// AddOns are the add-ons to enable on each instance, for example automatic
	// snapshots. Add-ons can cost extra. If nil, none is enabled.
	// [Client.EnableAddOn] enables them later.
	AddOns []types.AddOnRequest `json:"addOns,omitzero"`

	// AttachedDiskMapping gives names to the disks that are created from the block
	// storage disks in the snapshot. An element names the original path of a disk
	// and the name of the new one. The keys are names of resources; the
	// documentation of the service does not say of which.
	AttachedDiskMapping map[string][]types.DiskMap `json:"attachedDiskMapping,omitzero"`

	// InstanceSnapshotName is the name of a manual snapshot.
	// [Client.GetInstanceSnapshots] lists them. It cannot be combined with SourceInstanceName.
	InstanceSnapshotName *string `json:"instanceSnapshotName,omitzero"`

	// IpAddressType selects "ipv4", "ipv6" or "dualstack", which is both. The
	// default is "dualstack". [Client.SetIpAddressType] changes it later.
	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	// KeyPairName is the name of the key pair that gives access to the instances.
	// If nil, the service chooses it; how is not documented.
	KeyPairName *string `json:"keyPairName,omitzero"`

	// RestoreDate selects the automatic snapshot of a day, in the form YYYY-MM-DD.
	// [Client.GetAutoSnapshots] lists the days. It needs SourceInstanceName and
	// cannot be combined with UseLatestRestorableAutoSnapshot.
	RestoreDate *string `json:"restoreDate,omitzero"`

	// SourceInstanceName is the name of the instance whose automatic snapshot is
	// used. It cannot be combined with InstanceSnapshotName.
	SourceInstanceName *string `json:"sourceInstanceName,omitzero"`

	// Tags are the tags of each instance, at most 50. If they cannot be applied,
	// the instances are not created. [Client.TagResource] adds tags later.
	Tags []types.Tag `json:"tags,omitzero"`

	// UseLatestRestorableAutoSnapshot selects the latest automatic snapshot that
	// can be used. It needs SourceInstanceName and cannot be combined with RestoreDate.
	UseLatestRestorableAutoSnapshot *bool `json:"useLatestRestorableAutoSnapshot,omitzero"`

	// UserData is a launch script that configures each new instance, for example
	// "apt-get -y update". Which commands exist depends on the operating system:
	// package managers differ between Linux distributions. If nil, no script runs.
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
