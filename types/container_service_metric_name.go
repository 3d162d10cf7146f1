package types

// ContainerServiceMetricName is the name of a metric of a container service, which
// GetContainerServiceMetricData takes. Both metrics are averages over all nodes of the service,
// have the unit "Percent", and are most useful with the statistics "Average" and "Maximum".
type ContainerServiceMetricName string

// Values of [ContainerServiceMetricName].
const (
	// ContainerServiceMetricNameCPUUtilization is the share of the computing power that is in use.
	ContainerServiceMetricNameCPUUtilization ContainerServiceMetricName = "CPUUtilization"
	// ContainerServiceMetricNameMemoryUtilization is the share of the memory that is in use.
	ContainerServiceMetricNameMemoryUtilization ContainerServiceMetricName = "MemoryUtilization"
)

// Values returns the known values of [ContainerServiceMetricName].
func (ContainerServiceMetricName) Values() []ContainerServiceMetricName {
	return []ContainerServiceMetricName{
		ContainerServiceMetricNameCPUUtilization,
		ContainerServiceMetricNameMemoryUtilization,
	}
}
