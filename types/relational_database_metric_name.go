package types

type RelationalDatabaseMetricName string

// Values of [RelationalDatabaseMetricName].
const (
	RelationalDatabaseMetricNameCPUUtilization            RelationalDatabaseMetricName = "CPUUtilization"
	RelationalDatabaseMetricNameDatabaseConnections       RelationalDatabaseMetricName = "DatabaseConnections"
	RelationalDatabaseMetricNameDiskQueueDepth            RelationalDatabaseMetricName = "DiskQueueDepth"
	RelationalDatabaseMetricNameFreeStorageSpace          RelationalDatabaseMetricName = "FreeStorageSpace"
	RelationalDatabaseMetricNameNetworkReceiveThroughput  RelationalDatabaseMetricName = "NetworkReceiveThroughput"
	RelationalDatabaseMetricNameNetworkTransmitThroughput RelationalDatabaseMetricName = "NetworkTransmitThroughput"
	RelationalDatabaseMetricNameFreeableMemory            RelationalDatabaseMetricName = "FreeableMemory"
	RelationalDatabaseMetricNameSwapUsage                 RelationalDatabaseMetricName = "SwapUsage"
)

// Values returns the known values of [RelationalDatabaseMetricName].
func (RelationalDatabaseMetricName) Values() []RelationalDatabaseMetricName {
	return []RelationalDatabaseMetricName{
		RelationalDatabaseMetricNameCPUUtilization,
		RelationalDatabaseMetricNameDatabaseConnections,
		RelationalDatabaseMetricNameDiskQueueDepth,
		RelationalDatabaseMetricNameFreeStorageSpace,
		RelationalDatabaseMetricNameNetworkReceiveThroughput,
		RelationalDatabaseMetricNameNetworkTransmitThroughput,
		RelationalDatabaseMetricNameFreeableMemory,
		RelationalDatabaseMetricNameSwapUsage,
	}
}
