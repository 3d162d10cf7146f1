package lightsailtest

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetContainerAPIMetadata", (*state).getContainerAPIMetadata)
	register("GetContainerServicePowers", (*state).getContainerServicePowers)
}

// containerServicePowers are the sizes of a node. Public sources agree on nano and micro
// only. The memory, the vCPUs and the prices of the others are guesses.
var containerServicePowers = []struct {
	name       types.ContainerServicePowerName
	cpu, price float32
	ram        float32
}{
	{types.ContainerServicePowerNameNano, 0.25, 7, 0.5},
	{types.ContainerServicePowerNameMicro, 0.25, 10, 1},
	{types.ContainerServicePowerNameSmall, 0.5, 15, 1},
	{types.ContainerServicePowerNameMedium, 1, 40, 2},
	{types.ContainerServicePowerNameLarge, 2, 80, 4},
	{types.ContainerServicePowerNameXlarge, 4, 160, 8},
}

// powerID returns the ID of a power, such as nano-1.
func powerID(power types.ContainerServicePowerName) string { return string(power) + "-1" }

// getContainerServicePowers returns the same powers in all Regions.
func (st *state) getContainerServicePowers(*lightsail.GetContainerServicePowersInput) (*lightsail.GetContainerServicePowersOutput, error) {
	out := new(lightsail.GetContainerServicePowersOutput)
	for _, p := range containerServicePowers {
		out.Powers = append(out.Powers, types.ContainerServicePower{
			CpuCount:    aws.Float32(p.cpu),
			IsActive:    aws.Bool(true),
			Name:        aws.String(string(p.name)),
			PowerId:     aws.String(powerID(p.name)),
			Price:       aws.Float32(p.price),
			RamSizeInGb: aws.Float32(p.ram),
		})
	}
	return out, nil
}

// getContainerAPIMetadata returns the only published name. Its value is a guess.
func (st *state) getContainerAPIMetadata(*lightsail.GetContainerAPIMetadataInput) (*lightsail.GetContainerAPIMetadataOutput, error) {
	return &lightsail.GetContainerAPIMetadataOutput{Metadata: []map[string]string{{"name": "lightsailctlVersion", "value": "1.0.7"}}}, nil
}
