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

// CreateInstances creates one or more instances, which are virtual private servers,
// from a blueprint and a bundle.
//
// The call returns while the instances are still being created. An
// [InstanceRunningWaiter] waits until the name of the state is "running". An instance
// in this state is not always reachable yet: its PublicIpAddress can still be nil,
// and its operating system can still be starting. As long as the state is
// "pending", the service rejects changes of the ports.
//
// An instance is billed until it is deleted, also while it is stopped.
// [Client.DeleteInstance] deletes it.
//
// There is no idempotency token. Repeating a successful call returns a
// *[types.InvalidInputException], because the names are in use. A limit of the
// account that is reached returns the same type of error.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateInstances.html
func (c *Client) CreateInstances(ctx context.Context, params *CreateInstancesInput, optFns ...func(*Options)) (*CreateInstancesOutput, error) {
	return invoke[*CreateInstancesOutput](ctx, c, &createInstances, params, optFns)
}

var createInstances = transport.Operation{
	Name:   "CreateInstances",
	Input:  (*CreateInstancesInput)(nil),
	Output: (*CreateInstancesOutput)(nil),
}

// CreateInstancesInput is the input of [Client.CreateInstances].
type CreateInstancesInput struct {
	// AvailabilityZone is the Availability Zone of the instances, in the Region of
	// the client, for example "us-east-2a". Upper and lower case differ.
	// [Client.GetRegions] with IncludeAvailabilityZones lists the zones. Required.
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	// BlueprintId is the ID of the blueprint: the operating system, or the
	// application on top of one, for example "ubuntu_24_04". [Client.GetBlueprints]
	// lists them. An inactive blueprint may not be available for new instances.
	// Required.
	BlueprintId *string `json:"blueprintId,omitzero" required:"true"`

	// BundleId is the ID of the bundle, which determines CPUs, memory, disk,
	// monthly data transfer and price, for example "nano_3_0". It must support the
	// platform of the blueprint. The IDs differ between Regions;
	// [Client.GetBundles] lists them. Required.
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

	// CustomImageName has no effect.
	//
	// Deprecated: the service discontinued it. Use BlueprintId.
	CustomImageName *string `json:"customImageName,omitzero"`

	// IpAddressType selects "ipv4", "ipv6" or "dualstack", which is both. The
	// default is "dualstack". A bundle whose PublicIpv4AddressCount is 0 needs
	// "ipv6". [Client.SetIpAddressType] changes it later.
	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	// KeyPairName is the name of the key pair that gives access to the instances.
	// If nil, they get the default key pair of the Region, whose private key
	// [Client.DownloadDefaultKeyPair] returns.
	KeyPairName *string `json:"keyPairName,omitzero"`

	// Tags are the tags of each instance, at most 50. If they cannot be applied,
	// the instances are not created. [Client.TagResource] adds tags later.
	Tags []types.Tag `json:"tags,omitzero"`

	// UserData is a launch script that configures each new instance, for example
	// "apt-get -y update". Which commands exist depends on the blueprint: package
	// managers differ between Linux distributions. If nil, no script runs.
	UserData *string `json:"userData,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateInstancesInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateInstancesInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateInstancesOutput is the output of [Client.CreateInstances].
type CreateInstancesOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateInstancesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
