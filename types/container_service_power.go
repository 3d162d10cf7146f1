package types

type ContainerServicePower struct {
	CpuCount *float32 `json:"cpuCount,omitzero"`

	IsActive *bool `json:"isActive,omitzero"`

	Name *string `json:"name,omitzero"`

	PowerId *string `json:"powerId,omitzero"`

	Price *float32 `json:"price,omitzero"`

	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`
}

type ContainerServicePowerName string

// Values of [ContainerServicePowerName].
const (
	ContainerServicePowerNameNano   ContainerServicePowerName = "nano"
	ContainerServicePowerNameMicro  ContainerServicePowerName = "micro"
	ContainerServicePowerNameSmall  ContainerServicePowerName = "small"
	ContainerServicePowerNameMedium ContainerServicePowerName = "medium"
	ContainerServicePowerNameLarge  ContainerServicePowerName = "large"
	ContainerServicePowerNameXlarge ContainerServicePowerName = "xlarge"
)

// Values returns the known values of [ContainerServicePowerName].
func (ContainerServicePowerName) Values() []ContainerServicePowerName {
	return []ContainerServicePowerName{
		ContainerServicePowerNameNano,
		ContainerServicePowerNameMicro,
		ContainerServicePowerNameSmall,
		ContainerServicePowerNameMedium,
		ContainerServicePowerNameLarge,
		ContainerServicePowerNameXlarge,
	}
}
