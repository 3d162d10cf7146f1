package types

// RelationalDatabaseMetricName is a metric of databases: a quantity that Lightsail measures once a
// minute. GetRelationalDatabaseMetricData takes and returns it.
//
//   - "CPUUtilization": CPU time in use. Unit: "Percent".
//   - "DatabaseConnections": open connections. Unit: "Count".
//   - "DiskQueueDepth": read and write requests that wait for the disk. Unit: "Count".
//   - "FreeStorageSpace": storage that is not in use. Unit: "Bytes".
//   - "NetworkReceiveThroughput" and "NetworkTransmitThroughput": incoming and outgoing traffic,
//     including the traffic of AWS for monitoring and replication. Unit: "Bytes/Second".
//   - "FreeableMemory" and "SwapUsage": available memory, and memory that is swapped to disk.
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
