package types

import "time"

// Instance is a virtual private server: a virtual machine that CreateInstances creates from a
// [Blueprint], which determines its software, and a [Bundle], which determines its size and price.
//
// GetInstance and GetInstances return it.
type Instance struct {
	// AddOns are the add-ons that are enabled on the instance, for example automatic snapshots.
	AddOns []AddOn `json:"addOns,omitzero"`

	// Arn is the Amazon Resource Name (ARN) of the instance, which identifies it within AWS. It
	// ends in a UUID, not in the name of the instance.
	Arn *string `json:"arn,omitzero"`

	// BlueprintId is the ID of the blueprint, for example "amazon_linux_2023".
	BlueprintId *string `json:"blueprintId,omitzero"`

	// BlueprintName is the human-readable name of the blueprint, for example "Amazon Linux 2023". It is
	// not unique: several blueprints can have the same name.
	BlueprintName *string `json:"blueprintName,omitzero"`

	// BundleId is the ID of the bundle, for example "nano_3_0".
	BundleId *string `json:"bundleId,omitzero"`

	// CreatedAt is the time at which the instance was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// Hardware is the CPUs, the memory and the disks of the instance.
	Hardware *InstanceHardware `json:"hardware,omitzero"`

	// InstanceStatus reports faults inside the instance, for example an operating system that does
	// not respond. It is nil unless the request sets IncludeHealthStatus.
	InstanceStatus *InstanceHealthStatus `json:"instanceStatus,omitzero"`

	// IpAddressType reports whether the instance has IPv4 addresses, IPv6 addresses or both.
	IpAddressType IpAddressType `json:"ipAddressType,omitzero"`

	// Ipv6Addresses are the IPv6 addresses of the instance. It is nil or empty if IpAddressType is
	// "ipv4".
	Ipv6Addresses []string `json:"ipv6Addresses,omitzero"`

	// IsStaticIp reports whether PublicIpAddress is a static IP. Any other address changes when the
	// instance is stopped and started.
	IsStaticIp *bool `json:"isStaticIp,omitzero"`

	// Location is the Region and the Availability Zone of the instance.
	Location *ResourceLocation `json:"location,omitzero"`

	// MetadataOptions is the configuration of the instance metadata service.
	MetadataOptions *InstanceMetadataOptions `json:"metadataOptions,omitzero"`

	// Name is the name of the instance, which most operations take to identify it.
	Name *string `json:"name,omitzero"`

	// Networking is the monthly data transfer and the firewall of the instance.
	Networking *InstanceNetworking `json:"networking,omitzero"`

	// PrivateIpAddress is the IPv4 address of the instance in its private network.
	PrivateIpAddress *string `json:"privateIpAddress,omitzero"`

	// PublicIpAddress is the IPv4 address of the instance on the internet. It can be missing for a
	// while after the instance has reached the state "running".
	PublicIpAddress *string `json:"publicIpAddress,omitzero"`

	// ResourceType is the type of the resource: "Instance".
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// SshKeyName is the name of the key pair that gives access to the instance, for example
	// "LightsailDefaultKeyPair".
	SshKeyName *string `json:"sshKeyName,omitzero"`

	// State reports whether the instance runs.
	State *InstanceState `json:"state,omitzero"`

	// SupportCode identifies the instance in a request to AWS Support.
	SupportCode *string `json:"supportCode,omitzero"`

	// SystemStatus reports faults of the systems that the instance runs on, for example of their
	// hardware or network. It is nil unless the request sets IncludeHealthStatus.
	SystemStatus *InstanceHealthStatus `json:"systemStatus,omitzero"`

	// Tags are the tags of the instance, at most 50.
	Tags []Tag `json:"tags,omitzero"`

	// Username is the user name to log in with. It depends on the blueprint, for example
	// "ec2-user", "ubuntu", "bitnami" or, on Windows, "Administrator".
	Username *string `json:"username,omitzero"`
}

// InstanceState is the state of an [Instance]. GetInstanceState returns it on its own.
//
// These are the names of the states:
//   - "pending": the instance is being created or started
//   - "running": the instance runs
//   - "stopping": the instance is being stopped
//   - "stopped": the instance can be started
//   - "shutting-down": the instance is being deleted
//   - "terminated": the instance was deleted
//
// An instance that is "running" is not always reachable: its public IP address can still be
// missing, and its operating system can still be starting. The password of a Windows instance can
// take 15 minutes.
type InstanceState struct {
	// Code is the number of the state, for example 16 for "running" and 80 for "stopped". Name is
	// easier to read and has the same information.
	Code *int32 `json:"code,omitzero"`

	// Name is the name of the state, for example "running".
	Name *string `json:"name,omitzero"`
}
