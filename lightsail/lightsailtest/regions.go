package lightsailtest

import (
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetRegions", (*state).getRegions) }

// regions holds the Regions of the service; the Region of the server does not matter.
// The descriptions are guesses. For eu-south-2, ap-southeast-3, ap-southeast-5, and
// ap-east-1, so are the continent and the display name.
var regions = []struct {
	name               types.RegionName
	continent, display string
}{
	{types.RegionNameUsEast1, "NA", "Virginia"},
	{types.RegionNameUsEast2, "NA", "Ohio"},
	{types.RegionNameUsWest2, "NA", "Oregon"},
	{types.RegionNameCaCentral1, "NA", "Montreal"},
	{types.RegionNameEuWest1, "EU", "Ireland"},
	{types.RegionNameEuWest2, "EU", "London"},
	{types.RegionNameEuWest3, "EU", "Paris"},
	{types.RegionNameEuCentral1, "EU", "Frankfurt"},
	{types.RegionNameEuNorth1, "EU", "Stockholm"},
	{types.RegionNameEuSouth2, "EU", "Spain"},
	{types.RegionNameApSouth1, "AP", "Mumbai"},
	{types.RegionNameApSoutheast1, "AP", "Singapore"},
	{types.RegionNameApSoutheast2, "AP", "Sydney"},
	{types.RegionNameApSoutheast3, "AP", "Jakarta"},
	{types.RegionNameApSoutheast5, "AP", "Malaysia"},
	{types.RegionNameApNortheast1, "AP", "Tokyo"},
	{types.RegionNameApNortheast2, "AP", "Seoul"},
	{types.RegionNameApEast1, "AP", "Hong Kong"},
	{types.RegionNameSaEast1, "SA", "Sao Paulo"},
}

func (st *state) getRegions(in *lightsail.GetRegionsInput) (*lightsail.GetRegionsOutput, error) {
	out := new(lightsail.GetRegionsOutput)
	for _, r := range regions {
		region := types.Region{
			AvailabilityZones:                   []types.AvailabilityZone{},
			ContinentCode:                       aws.String(r.continent),
			Description:                         aws.String("Recommended for users near " + r.display),
			DisplayName:                         aws.String(r.display),
			Name:                                r.name,
			RelationalDatabaseAvailabilityZones: []types.AvailabilityZone{},
		}
		if deref(in.IncludeAvailabilityZones) {
			region.AvailabilityZones = zones(r.name)
		}
		if deref(in.IncludeRelationalDatabaseAvailabilityZones) {
			region.RelationalDatabaseAvailabilityZones = zones(r.name)
		}
		out.Regions = append(out.Regions, region)
	}
	return out, nil
}

// zones returns example Availability Zones of a Region. The number of zones and their
// letters are made up.
func zones(region types.RegionName) (zones []types.AvailabilityZone) {
	for _, letter := range []string{"a", "b", "c"} {
		zones = append(zones, types.AvailabilityZone{
			State:    aws.String("available"),
			ZoneName: aws.String(string(region) + letter),
		})
	}
	return zones
}

// checkZone returns an error unless zone is an Availability Zone of the Region.
func (st *state) checkZone(zone string) error {
	var names []string
	for _, z := range zones(types.RegionName(st.region)) {
		names = append(names, *z.ZoneName)
	}
	if slices.Contains(names, zone) {
		return nil
	}
	return invalidInput("The given Availability Zone is invalid. It must be one of %s", strings.Join(names, ","))
}
