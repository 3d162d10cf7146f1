package types

// MetricName is a metric that an [Alarm] can watch. PutAlarm takes it.
//
// The type of the monitored resource determines which metrics can be used:
//   - instance: "CPUUtilization", "NetworkIn", "NetworkOut", "BurstCapacityTime",
//     "BurstCapacityPercentage", "DiskQueueLength", and those that start with "StatusCheckFailed",
//     "DiskRead", "DiskWrite" or "DiskTotal"; see [InstanceMetricName]
//   - load balancer: "ClientTLSNegotiationErrorCount", "HealthyHostCount", "UnhealthyHostCount",
//     "InstanceResponseTime", "RejectedConnectionCount", "RequestCount", and those that start with
//     "HTTPCode"; see [LoadBalancerMetricName]
//   - relational database: "CPUUtilization", "DatabaseConnections", "DiskQueueDepth",
//     "FreeStorageSpace", "NetworkReceiveThroughput", "NetworkTransmitThroughput"; see
//     [RelationalDatabaseMetricName]
type MetricName string

// Values of [MetricName].
const (
	MetricNameCPUUtilization                 MetricName = "CPUUtilization"
	MetricNameNetworkIn                      MetricName = "NetworkIn"
	MetricNameNetworkOut                     MetricName = "NetworkOut"
	MetricNameStatusCheckFailed              MetricName = "StatusCheckFailed"
	MetricNameStatusCheckFailedInstance      MetricName = "StatusCheckFailed_Instance"
	MetricNameStatusCheckFailedSystem        MetricName = "StatusCheckFailed_System"
	MetricNameClientTLSNegotiationErrorCount MetricName = "ClientTLSNegotiationErrorCount"
	MetricNameHealthyHostCount               MetricName = "HealthyHostCount"
	MetricNameUnhealthyHostCount             MetricName = "UnhealthyHostCount"
	MetricNameHTTPCodeLb4xxCount             MetricName = "HTTPCode_LB_4XX_Count"
	MetricNameHTTPCodeLb5xxCount             MetricName = "HTTPCode_LB_5XX_Count"
	MetricNameHTTPCodeInstance2xxCount       MetricName = "HTTPCode_Instance_2XX_Count"
	MetricNameHTTPCodeInstance3xxCount       MetricName = "HTTPCode_Instance_3XX_Count"
	MetricNameHTTPCodeInstance4xxCount       MetricName = "HTTPCode_Instance_4XX_Count"
	MetricNameHTTPCodeInstance5xxCount       MetricName = "HTTPCode_Instance_5XX_Count"
	MetricNameInstanceResponseTime           MetricName = "InstanceResponseTime"
	MetricNameRejectedConnectionCount        MetricName = "RejectedConnectionCount"
	MetricNameRequestCount                   MetricName = "RequestCount"
	MetricNameDatabaseConnections            MetricName = "DatabaseConnections"
	MetricNameDiskQueueDepth                 MetricName = "DiskQueueDepth"
	MetricNameFreeStorageSpace               MetricName = "FreeStorageSpace"
	MetricNameNetworkReceiveThroughput       MetricName = "NetworkReceiveThroughput"
	MetricNameNetworkTransmitThroughput      MetricName = "NetworkTransmitThroughput"
	MetricNameFreeableMemory                 MetricName = "FreeableMemory"
	MetricNameSwapUsage                      MetricName = "SwapUsage"
	MetricNameBurstCapacityTime              MetricName = "BurstCapacityTime"
	MetricNameBurstCapacityPercentage        MetricName = "BurstCapacityPercentage"
	MetricNameDiskReadOps                    MetricName = "DiskReadOps"
	MetricNameDiskWriteOps                   MetricName = "DiskWriteOps"
	MetricNameDiskReadBytes                  MetricName = "DiskReadBytes"
	MetricNameDiskWriteBytes                 MetricName = "DiskWriteBytes"
	MetricNameDiskTotalReadTime              MetricName = "DiskTotalReadTime"
	MetricNameDiskTotalWriteTime             MetricName = "DiskTotalWriteTime"
	MetricNameDiskQueueLength                MetricName = "DiskQueueLength"
)

// Values returns the known values of [MetricName].
func (MetricName) Values() []MetricName {
	return []MetricName{
		MetricNameCPUUtilization,
		MetricNameNetworkIn,
		MetricNameNetworkOut,
		MetricNameStatusCheckFailed,
		MetricNameStatusCheckFailedInstance,
		MetricNameStatusCheckFailedSystem,
		MetricNameClientTLSNegotiationErrorCount,
		MetricNameHealthyHostCount,
		MetricNameUnhealthyHostCount,
		MetricNameHTTPCodeLb4xxCount,
		MetricNameHTTPCodeLb5xxCount,
		MetricNameHTTPCodeInstance2xxCount,
		MetricNameHTTPCodeInstance3xxCount,
		MetricNameHTTPCodeInstance4xxCount,
		MetricNameHTTPCodeInstance5xxCount,
		MetricNameInstanceResponseTime,
		MetricNameRejectedConnectionCount,
		MetricNameRequestCount,
		MetricNameDatabaseConnections,
		MetricNameDiskQueueDepth,
		MetricNameFreeStorageSpace,
		MetricNameNetworkReceiveThroughput,
		MetricNameNetworkTransmitThroughput,
		MetricNameFreeableMemory,
		MetricNameSwapUsage,
		MetricNameBurstCapacityTime,
		MetricNameBurstCapacityPercentage,
		MetricNameDiskReadOps,
		MetricNameDiskWriteOps,
		MetricNameDiskReadBytes,
		MetricNameDiskWriteBytes,
		MetricNameDiskTotalReadTime,
		MetricNameDiskTotalWriteTime,
		MetricNameDiskQueueLength,
	}
}
