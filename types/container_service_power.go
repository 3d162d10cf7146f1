package types

// ContainerServicePower is a size of the nodes of a container service, with its price.
// GetContainerServicePowers returns the sizes that exist.
type ContainerServicePower struct {
	// CpuCount is the number of vCPUs of a node. It can be a fraction.
	CpuCount *float32 `json:"cpuCount,omitzero"`

	// IsActive reports whether container services can use the power.
	IsActive *bool `json:"isActive,omitzero"`

	// Name is the value to use as Power in CreateContainerService and UpdateContainerService, such
	// as "nano". See [ContainerServicePowerName].
	Name *string `json:"name,omitzero"`

	// PowerId is the ID of the power, such as "nano-1".
	PowerId *string `json:"powerId,omitzero"`

	// Price is the monthly price of one node in US dollars. A container service costs this times
	// its scale.
	Price *float32 `json:"price,omitzero"`

	// RamSizeInGb is the memory of a node in GB.
	RamSizeInGb *float32 `json:"ramSizeInGb,omitzero"`
}

// ContainerServicePowerName is the name of the power of a container service, which determines the
// memory, vCPUs and price of each node. CreateContainerService and UpdateContainerService take it.
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
