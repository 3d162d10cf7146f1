package types

import "time"

type Instance struct {
	AddOns []AddOn `json:"addOns,omitzero"`

	Arn *string `json:"arn,omitzero"`

	BlueprintId *string `json:"blueprintId,omitzero"`

	BlueprintName *string `json:"blueprintName,omitzero"`

	BundleId *string `json:"bundleId,omitzero"`

	CreatedAt *time.Time `json:"createdAt,omitzero"`

	Hardware *InstanceHardware `json:"hardware,omitzero"`

	InstanceStatus *InstanceHealthStatus `json:"instanceStatus,omitzero"`

	IpAddressType IpAddressType `json:"ipAddressType,omitzero"`

	Ipv6Addresses []string `json:"ipv6Addresses,omitzero"`

	IsStaticIp *bool `json:"isStaticIp,omitzero"`

	Location *ResourceLocation `json:"location,omitzero"`

	MetadataOptions *InstanceMetadataOptions `json:"metadataOptions,omitzero"`

	Name *string `json:"name,omitzero"`

	Networking *InstanceNetworking `json:"networking,omitzero"`

	PrivateIpAddress *string `json:"privateIpAddress,omitzero"`

	PublicIpAddress *string `json:"publicIpAddress,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	SshKeyName *string `json:"sshKeyName,omitzero"`

	State *InstanceState `json:"state,omitzero"`

	SupportCode *string `json:"supportCode,omitzero"`

	SystemStatus *InstanceHealthStatus `json:"systemStatus,omitzero"`

	Tags []Tag `json:"tags,omitzero"`

	Username *string `json:"username,omitzero"`
}

type InstanceState struct {
	Code *int32 `json:"code,omitzero"`

	Name *string `json:"name,omitzero"`
}
