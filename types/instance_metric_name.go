package types

type InstanceMetricName string

// Values of [InstanceMetricName].
const (
	InstanceMetricNameCPUUtilization            InstanceMetricName = "CPUUtilization"
	InstanceMetricNameNetworkIn                 InstanceMetricName = "NetworkIn"
	InstanceMetricNameNetworkOut                InstanceMetricName = "NetworkOut"
	InstanceMetricNameStatusCheckFailed         InstanceMetricName = "StatusCheckFailed"
	InstanceMetricNameStatusCheckFailedInstance InstanceMetricName = "StatusCheckFailed_Instance"
	InstanceMetricNameStatusCheckFailedSystem   InstanceMetricName = "StatusCheckFailed_System"
	InstanceMetricNameBurstCapacityTime         InstanceMetricName = "BurstCapacityTime"
	InstanceMetricNameBurstCapacityPercentage   InstanceMetricName = "BurstCapacityPercentage"
	InstanceMetricNameMetadataNoToken           InstanceMetricName = "MetadataNoToken"
	InstanceMetricNameDiskReadOps               InstanceMetricName = "DiskReadOps"
	InstanceMetricNameDiskWriteOps              InstanceMetricName = "DiskWriteOps"
	InstanceMetricNameDiskReadBytes             InstanceMetricName = "DiskReadBytes"
	InstanceMetricNameDiskWriteBytes            InstanceMetricName = "DiskWriteBytes"
	InstanceMetricNameDiskTotalReadTime         InstanceMetricName = "DiskTotalReadTime"
	InstanceMetricNameDiskTotalWriteTime        InstanceMetricName = "DiskTotalWriteTime"
	InstanceMetricNameDiskQueueLength           InstanceMetricName = "DiskQueueLength"
)

// Values returns the known values of [InstanceMetricName].
func (InstanceMetricName) Values() []InstanceMetricName {
	return []InstanceMetricName{
		InstanceMetricNameCPUUtilization,
		InstanceMetricNameNetworkIn,
		InstanceMetricNameNetworkOut,
		InstanceMetricNameStatusCheckFailed,
		InstanceMetricNameStatusCheckFailedInstance,
		InstanceMetricNameStatusCheckFailedSystem,
		InstanceMetricNameBurstCapacityTime,
		InstanceMetricNameBurstCapacityPercentage,
		InstanceMetricNameMetadataNoToken,
		InstanceMetricNameDiskReadOps,
		InstanceMetricNameDiskWriteOps,
		InstanceMetricNameDiskReadBytes,
		InstanceMetricNameDiskWriteBytes,
		InstanceMetricNameDiskTotalReadTime,
		InstanceMetricNameDiskTotalWriteTime,
		InstanceMetricNameDiskQueueLength,
	}
}
