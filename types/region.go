package types

// ResourceLocation says where a resource lives.
type ResourceLocation struct {
	// AvailabilityZone is the zone within the Region, such as "us-east-2a", lower case.
	// A resource that belongs to its Region as a whole has the word "all" here, which is no zone's name.
	AvailabilityZone *string `json:"availabilityZone,omitzero"`

	// RegionName is the AWS Region. It is never a zone: "us-east-2", not "us-east-2a".
	RegionName RegionName `json:"regionName,omitzero"`
}

// RegionName names an AWS Region as Lightsail knows it.
//
// Lightsail runs in fewer Regions than AWS has, and a resource is seen only through a client of its own Region. The list of
// constants is not the list of places to go: see [RegionNameUsWest1].
type RegionName string

// The Regions of the service's model.
const (
	RegionNameUsEast1 RegionName = "us-east-1" // Virginia; domains and CDN distributions are managed here only
	RegionNameUsEast2 RegionName = "us-east-2" // Ohio

	// RegionNameUsWest1 (N. California) is in the service's model, but Lightsail is not offered there.
	RegionNameUsWest1 RegionName = "us-west-1"

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

// Values lists the known Regions in a new slice, in the order of the service's model, us-west-1 included.
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

// Region is an AWS Region in which Lightsail is offered.
type Region struct {
	// AvailabilityZones are the Region's zones, where they were asked for; else the list is empty.
	AvailabilityZones []AvailabilityZone `json:"availabilityZones,omitzero"`

	// ContinentCode is the continent in two letters, such as "NA".
	ContinentCode *string `json:"continentCode,omitzero"`

	// Description is a sentence for people.
	Description *string `json:"description,omitzero"`

	// DisplayName is the Region's name for people, such as "Ohio".
	DisplayName *string `json:"displayName,omitzero"`

	// Name is the Region's name for programs, such as "us-east-2".
	Name RegionName `json:"name,omitzero"`

	// RelationalDatabaseAvailabilityZones are the zones for databases, where they were asked for; else the list is empty.
	RelationalDatabaseAvailabilityZones []AvailabilityZone `json:"relationalDatabaseAvailabilityZones,omitzero"`
}

// AvailabilityZone is a separate part of a Region.
type AvailabilityZone struct {
	// State is "available".
	State *string `json:"state,omitzero"`

	// ZoneName is the zone's name, such as "us-east-2a".
	ZoneName *string `json:"zoneName,omitzero"`
}
