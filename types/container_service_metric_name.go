package types

type ContainerServiceMetricName string

// Values of [ContainerServiceMetricName].
const (
	ContainerServiceMetricNameCPUUtilization    ContainerServiceMetricName = "CPUUtilization"
	ContainerServiceMetricNameMemoryUtilization ContainerServiceMetricName = "MemoryUtilization"
)

// Values returns the known values of [ContainerServiceMetricName].
func (ContainerServiceMetricName) Values() []ContainerServiceMetricName {
	return []ContainerServiceMetricName{
		ContainerServiceMetricNameCPUUtilization,
		ContainerServiceMetricNameMemoryUtilization,
	}
}
