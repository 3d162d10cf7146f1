package types

// ResourceType is the kind of a Lightsail resource.
//
// Only some shapes use this enum: [Operation] does, while [Bucket] and [ResourceReceivingAccess] give their kind as a plain
// string with the same words.
type ResourceType string

// The kinds of resource.
const (
	ResourceTypeContainerService           ResourceType = "ContainerService"
	ResourceTypeInstance                   ResourceType = "Instance" // a virtual server
	ResourceTypeStaticIp                   ResourceType = "StaticIp"
	ResourceTypeKeyPair                    ResourceType = "KeyPair"
	ResourceTypeInstanceSnapshot           ResourceType = "InstanceSnapshot"
	ResourceTypeDomain                     ResourceType = "Domain"    // a DNS zone
	ResourceTypePeeredVpc                  ResourceType = "PeeredVpc" // the link to the account's default VPC
	ResourceTypeLoadBalancer               ResourceType = "LoadBalancer"
	ResourceTypeLoadBalancerTlsCertificate ResourceType = "LoadBalancerTlsCertificate"
	ResourceTypeDisk                       ResourceType = "Disk" // block storage for an instance
	ResourceTypeDiskSnapshot               ResourceType = "DiskSnapshot"
	ResourceTypeRelationalDatabase         ResourceType = "RelationalDatabase"
	ResourceTypeRelationalDatabaseSnapshot ResourceType = "RelationalDatabaseSnapshot"
	ResourceTypeExportSnapshotRecord       ResourceType = "ExportSnapshotRecord"      // a snapshot's way to Amazon EC2
	ResourceTypeCloudFormationStackRecord  ResourceType = "CloudFormationStackRecord" // an EC2 instance made from such a snapshot
	ResourceTypeAlarm                      ResourceType = "Alarm"
	ResourceTypeContactMethod              ResourceType = "ContactMethod" // where an alarm is sent
	ResourceTypeDistribution               ResourceType = "Distribution"  // a content delivery network (CDN) in front of an origin
	ResourceTypeCertificate                ResourceType = "Certificate"   // a TLS certificate, other than a load balancer's
	ResourceTypeBucket                     ResourceType = "Bucket"        // object storage
)

// Values lists the known kinds in a new slice, in the order of the service's model.
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
