package types

import (
	"fmt"
	"log/slog"

	"github.com/lightsail-go/sdk/internal/redact"
)

// InstanceAttributeUpdates are changes that StartInstance makes to a stopped instance before it
// starts.
type InstanceAttributeUpdates struct {
	// BundleId is the bundle to move the instance to. It is one of these:
	//   - "auto": the newer generation of the current bundle: "small_3_0" for "small_2_0"
	//   - the ID of a bundle of a newer generation
	//   - the ID of the bundle that the instance had before such a move, which undoes the move
	//
	// A newer generation does not cost more. If nil, the bundle does not change.
	BundleId *string `json:"bundleId,omitzero"`
}

// InstanceEntry describes an instance of Amazon EC2 to create from an exported snapshot of an
// instance. CreateCloudFormationStack takes it.
type InstanceEntry struct {
	// AvailabilityZone is the Availability Zone of the EC2 instance. Required.
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	// InstanceType is the instance type of the EC2 instance, for example "t2.micro". It is a type
	// of Amazon EC2, not a bundle of Lightsail. Required.
	InstanceType *string `json:"instanceType,omitzero" required:"true"`

	// PortInfoSource selects the firewall rules of the EC2 instance. Required.
	PortInfoSource PortInfoSourceType `json:"portInfoSource,omitzero" required:"true"`

	// SourceName is the name of the export snapshot record of the snapshot.
	// GetExportSnapshotRecords lists the records. Required.
	SourceName *string `json:"sourceName,omitzero" required:"true"`

	// UserData is a launch script that configures the EC2 instance, for example "apt-get -y
	// update". If nil, no script runs.
	UserData *string `json:"userData,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v InstanceEntry) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v InstanceEntry) LogValue() slog.Value { return redact.LogValue(v) }

// PortInfoSourceType is the source of the firewall rules of an [InstanceEntry].
//
// No source carries over the access of the browser-based SSH and RDP clients of Lightsail.
type PortInfoSourceType string

// Values of [PortInfoSourceType].
const (
	// PortInfoSourceTypeDefault selects the rules that the blueprint gives to new instances, for
	// IPv4 and IPv6.
	PortInfoSourceTypeDefault PortInfoSourceType = "DEFAULT"

	// PortInfoSourceTypeInstance selects the rules of the source instance, with its IP address
	// type.
	PortInfoSourceTypeInstance PortInfoSourceType = "INSTANCE"

	// PortInfoSourceTypeNone selects the default security group of Amazon EC2, for IPv4 only.
	PortInfoSourceTypeNone PortInfoSourceType = "NONE"

	// PortInfoSourceTypeClosed selects no open port, for IPv4 only.
	PortInfoSourceTypeClosed PortInfoSourceType = "CLOSED"
)

// Values returns the known values of [PortInfoSourceType].
func (PortInfoSourceType) Values() []PortInfoSourceType {
	return []PortInfoSourceType{
		PortInfoSourceTypeDefault,
		PortInfoSourceTypeInstance,
		PortInfoSourceTypeNone,
		PortInfoSourceTypeClosed,
	}
}
