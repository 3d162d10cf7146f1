package types

// ResourceLocation is the Region and the Availability Zone of a resource.
type ResourceLocation struct {
	// AvailabilityZone is the zone in the Region, such as "us-east-2a". It is case-sensitive. It is "all" for a
	// resource that belongs to no single zone.
	AvailabilityZone *string `json:"availabilityZone,omitzero"`

	// RegionName is the AWS Region, such as "us-east-2". It is never an Availability Zone.
	RegionName RegionName `json:"regionName,omitzero"`
}

// RegionName is the name of an AWS Region, such as "us-east-2".
//
// Lightsail is available only in some AWS Regions. A client can access only the resources of its own Region.
type RegionName string

// Values of [RegionName].
const (
	RegionNameUsEast1      RegionName = "us-east-1"      // Virginia; the only Region for domains and CDN distributions
	RegionNameUsEast2      RegionName = "us-east-2"      // Ohio
	RegionNameUsWest1      RegionName = "us-west-1"      // Northern California; Lightsail is not available there
	RegionNameUsWest2      RegionName = "us-west-2"      // Oregon
	RegionNameEuWest1      RegionName = "eu-west-1"      // Ireland
	RegionNameEuWest2      RegionName = "eu-west-2"      // London
	RegionNameEuWest3      RegionName = "eu-west-3"      // Paris
	RegionNameEuCentral1   RegionName = "eu-central-1"   // Frankfurt
	RegionNameEuNorth1     RegionName = "eu-north-1"     // Stockholm
	RegionNameEuSouth2     RegionName = "eu-south-2"     // Spain
	RegionNameCaCentral1   RegionName = "ca-central-1"   // Montreal
	RegionNameApEast1      RegionName = "ap-east-1"      // Hong Kong
	RegionNameApSouth1     RegionName = "ap-south-1"     // Mumbai
	RegionNameApSoutheast1 RegionName = "ap-southeast-1" // Singapore
	RegionNameApSoutheast2 RegionName = "ap-southeast-2" // Sydney
	RegionNameApNortheast1 RegionName = "ap-northeast-1" // Tokyo
	RegionNameApNortheast2 RegionName = "ap-northeast-2" // Seoul
	RegionNameApSoutheast3 RegionName = "ap-southeast-3" // Jakarta
	RegionNameApSoutheast5 RegionName = "ap-southeast-5" // Malaysia
	RegionNameSaEast1      RegionName = "sa-east-1"      // São Paulo
)

// Values returns the known values of RegionName. Later versions can have more.
func (RegionName) Values() []RegionName {
	return []RegionName{
		RegionNameUsEast1,
		RegionNameUsEast2,
		RegionNameUsWest1,
		RegionNameUsWest2,
		RegionNameEuWest1,
		RegionNameEuWest2,
		RegionNameEuWest3,
		RegionNameEuCentral1,
		RegionNameEuNorth1,
		RegionNameEuSouth2,
		RegionNameCaCentral1,
		RegionNameApEast1,
		RegionNameApSouth1,
		RegionNameApSoutheast1,
		RegionNameApSoutheast2,
		RegionNameApNortheast1,
		RegionNameApNortheast2,
		RegionNameApSoutheast3,
		RegionNameApSoutheast5,
		RegionNameSaEast1,
	}
}

// Region is an AWS Region in which Lightsail is available.
type Region struct {
	// AvailabilityZones are the zones for instances and disks. GetRegions returns them only with
	// IncludeAvailabilityZones.
	AvailabilityZones []AvailabilityZone `json:"availabilityZones,omitzero"`

	// ContinentCode is the continent in two letters, such as "NA" for North America.
	ContinentCode *string `json:"continentCode,omitzero"`

	// Description is a sentence about the Region, for display.
	Description *string `json:"description,omitzero"`

	// DisplayName is the human-readable name, such as "Ohio".
	DisplayName *string `json:"displayName,omitzero"`

	// Name is the name in requests and configurations, such as "us-east-2".
	Name RegionName `json:"name,omitzero"`

	// RelationalDatabaseAvailabilityZones are the zones for databases. GetRegions returns them only with
	// IncludeRelationalDatabaseAvailabilityZones.
	RelationalDatabaseAvailabilityZones []AvailabilityZone `json:"relationalDatabaseAvailabilityZones,omitzero"`
}

// AvailabilityZone is an isolated part of a [Region].
type AvailabilityZone struct {
	// State is the availability of the zone: "available".
	State *string `json:"state,omitzero"`

	// ZoneName is the name in requests, such as "us-east-2a". It is case-sensitive.
	ZoneName *string `json:"zoneName,omitzero"`
}
