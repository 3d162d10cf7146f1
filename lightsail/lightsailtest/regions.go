package lightsailtest

import (
	"maps"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetRegions", (*state).getRegions) }

// regions holds the Regions of the service. Outputs of the AWS CLI in public files have these descriptions, including the spelling
// of Austalia, and Terraform's documentation has these letters of Availability Zones. For
// eu-north-1, eu-south-2, ap-southeast-3, ap-southeast-5, ap-east-1, and sa-east-1, both
// are guesses. Except for eu-north-1, so are the continent and the display name of these.
var regions = []struct {
	name                               types.RegionName
	continent, display, zones, usersIn string
}{
	{types.RegionNameUsEast1, "NA", "Virginia", "abcdef", "the eastern United States"},
	{types.RegionNameUsEast2, "NA", "Ohio", "abc", "the eastern United States"},
	{types.RegionNameUsWest2, "NA", "Oregon", "abc", "the northwestern United States, Alaska, and western Canada"},
	{types.RegionNameCaCentral1, "NA", "Montreal", "ab", "eastern and central Canada"},
	{types.RegionNameEuWest1, "EU", "Ireland", "abc", "Ireland, the United Kingdom, and Iceland"},
	{types.RegionNameEuWest2, "EU", "London", "abc", "Ireland, the United Kingdom, and Iceland"},
	{types.RegionNameEuWest3, "EU", "Paris", "abc", "France and central Europe"},
	{types.RegionNameEuCentral1, "EU", "Frankfurt", "abc", "Europe, the Middle East, and Africa"},
	{types.RegionNameEuNorth1, "EU", "Stockholm", "abc", "northern Europe"},
	{types.RegionNameEuSouth2, "EU", "Spain", "abc", "Spain and Portugal"},
	{types.RegionNameApSouth1, "AP", "Mumbai", "ab", "India and southern Asia"},
	{types.RegionNameApSoutheast1, "AP", "Singapore", "abc", "India and Southeast Asia"},
	{types.RegionNameApSoutheast2, "AP", "Sydney", "abc", "Austalia, New Zealand, and the South Pacific"},
	{types.RegionNameApSoutheast3, "AP", "Jakarta", "abc", "Indonesia"},
	{types.RegionNameApSoutheast5, "AP", "Malaysia", "abc", "Malaysia"},
	{types.RegionNameApNortheast1, "AP", "Tokyo", "acd", "Japan"},
	{types.RegionNameApNortheast2, "AP", "Seoul", "ac", "South Korea"},
	{types.RegionNameApEast1, "AP", "Hong Kong", "abc", "Hong Kong"},
	{types.RegionNameSaEast1, "SA", "Sao Paulo", "abc", "South America"},
}

// getRegions returns the Regions that the server serves, so that a client can call all of
// them. Those that are not in the list have only a name and Availability Zones.
func (st *state) getRegions(in *lightsail.GetRegionsInput) (*lightsail.GetRegionsOutput, error) {
	out := new(lightsail.GetRegionsOutput)
	for _, r := range regions {
		if st.regions[string(r.name)] == nil {
			continue
		}
		region := types.Region{
			AvailabilityZones:                   []types.AvailabilityZone{},
			ContinentCode:                       aws.String(r.continent),
			Description:                         aws.String("This region is recommended to serve users in " + r.usersIn),
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
	for _, name := range slices.Sorted(maps.Keys(st.regions)) {
		if !slices.ContainsFunc(out.Regions, func(r types.Region) bool { return string(r.Name) == name }) {
			out.Regions = append(out.Regions, types.Region{AvailabilityZones: zones(types.RegionName(name)), Name: types.RegionName(name)})
		}
	}
	return out, nil
}

// zones returns the Availability Zones of a Region. A Region that is not in the list has
// three, which is a guess. That databases can be in all of them is a guess, too.
func zones(region types.RegionName) (zones []types.AvailabilityZone) {
	letters := "abc"
	for _, r := range regions {
		if r.name == region {
			letters = r.zones
		}
	}
	for _, letter := range letters {
		zones = append(zones, types.AvailabilityZone{
			State:    aws.String("available"),
			ZoneName: aws.String(string(region) + string(letter)),
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
