package types

// InstanceMetricName is a metric of an [Instance]. GetInstanceMetricData takes it, together with
// the unit of the metric.
//
// These are the metrics, their units and the statistics that make sense for them. The disk metrics
// measure the system disk only.
//   - "BurstCapacityPercentage" ("Percent"; Average, Maximum): the CPU performance beyond the
//     baseline that the instance can use
//   - "BurstCapacityTime" ("Seconds"; Average, Maximum): how long the instance can run at full CPU
//     utilization
//   - "CPUUtilization" ("Percent"; Average, Maximum): the used share of the CPU power
//   - "NetworkIn" and "NetworkOut" ("Bytes"; Sum): received and sent bytes
//   - "StatusCheckFailed" ("Count"; Sum): 0 if both of the following checks passed, otherwise 1
//   - "StatusCheckFailed_Instance" ("Count"; Sum): 0 if the check of the instance passed,
//     otherwise 1
//   - "StatusCheckFailed_System" ("Count"; Sum): 0 if the check of the systems that the instance
//     runs on passed, otherwise 1
//   - "MetadataNoToken" ("Count"; Sum): successful metadata requests without a session token
//   - "DiskReadOps" and "DiskWriteOps" ("Count"; Sum): completed operations
//   - "DiskReadBytes" and "DiskWriteBytes" ("Bytes"; Sum): read and written bytes
//   - "DiskTotalReadTime" and "DiskTotalWriteTime" ("Seconds"; Average): time spent in operations
//   - "DiskQueueLength" ("Count"; Average): operations that wait for the disk
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
