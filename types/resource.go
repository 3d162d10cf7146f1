package types

// ResourceType is the kind of a Lightsail resource. Some structs, such as [Bucket], have the same values as plain
// strings.
type ResourceType string

// Values of [ResourceType].
const (
	ResourceTypeContainerService ResourceType = "ContainerService"
	ResourceTypeInstance         ResourceType = "Instance" // a virtual server
	ResourceTypeStaticIp         ResourceType = "StaticIp"
	ResourceTypeKeyPair          ResourceType = "KeyPair"
	ResourceTypeInstanceSnapshot ResourceType = "InstanceSnapshot"
	ResourceTypeDomain           ResourceType = "Domain" // a DNS zone

	// ResourceTypePeeredVpc is the connection to the default VPC of the account.
	ResourceTypePeeredVpc ResourceType = "PeeredVpc"

	ResourceTypeLoadBalancer               ResourceType = "LoadBalancer"
	ResourceTypeLoadBalancerTlsCertificate ResourceType = "LoadBalancerTlsCertificate"
	ResourceTypeDisk                       ResourceType = "Disk" // block storage for an instance
	ResourceTypeDiskSnapshot               ResourceType = "DiskSnapshot"
	ResourceTypeRelationalDatabase         ResourceType = "RelationalDatabase"
	ResourceTypeRelationalDatabaseSnapshot ResourceType = "RelationalDatabaseSnapshot"

	// ResourceTypeExportSnapshotRecord is an export of a snapshot to Amazon EC2.
	ResourceTypeExportSnapshotRecord ResourceType = "ExportSnapshotRecord"

	// ResourceTypeCloudFormationStackRecord is the creation of an EC2 instance from an exported snapshot.
	ResourceTypeCloudFormationStackRecord ResourceType = "CloudFormationStackRecord"

	ResourceTypeAlarm         ResourceType = "Alarm"
	ResourceTypeContactMethod ResourceType = "ContactMethod" // an address for alarm notifications
	ResourceTypeDistribution  ResourceType = "Distribution"  // a content delivery network (CDN)
	ResourceTypeCertificate   ResourceType = "Certificate"   // not for load balancers
	ResourceTypeBucket        ResourceType = "Bucket"        // object storage
)

// Values returns the known values of ResourceType. Later versions can have more.
func (ResourceType) Values() []ResourceType {
	return []ResourceType{
		ResourceTypeContainerService,
		ResourceTypeInstance,
		ResourceTypeStaticIp,
		ResourceTypeKeyPair,
		ResourceTypeInstanceSnapshot,
		ResourceTypeDomain,
		ResourceTypePeeredVpc,
		ResourceTypeLoadBalancer,
		ResourceTypeLoadBalancerTlsCertificate,
		ResourceTypeDisk,
		ResourceTypeDiskSnapshot,
		ResourceTypeRelationalDatabase,
		ResourceTypeRelationalDatabaseSnapshot,
		ResourceTypeExportSnapshotRecord,
		ResourceTypeCloudFormationStackRecord,
		ResourceTypeAlarm,
		ResourceTypeContactMethod,
		ResourceTypeDistribution,
		ResourceTypeCertificate,
		ResourceTypeBucket,
	}
}
