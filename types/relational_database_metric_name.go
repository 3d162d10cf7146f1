package types

// RelationalDatabaseMetricName is a metric of databases: a quantity that Lightsail measures once a
// minute. GetRelationalDatabaseMetricData takes and returns it.
type RelationalDatabaseMetricName string

// Values of [RelationalDatabaseMetricName].
const (
	// CPU time in use, in percent. Unit "Percent".
	RelationalDatabaseMetricNameCPUUtilization RelationalDatabaseMetricName = "CPUUtilization"
	// Open connections of clients. Unit "Count".
	RelationalDatabaseMetricNameDatabaseConnections RelationalDatabaseMetricName = "DatabaseConnections"
	// Read and write requests that wait for the disk. Unit "Count".
	RelationalDatabaseMetricNameDiskQueueDepth RelationalDatabaseMetricName = "DiskQueueDepth"
	// Storage that is not in use. Unit "Bytes".
	RelationalDatabaseMetricNameFreeStorageSpace RelationalDatabaseMetricName = "FreeStorageSpace"
	// Incoming traffic, including that of AWS for monitoring and replication. Unit "Bytes/Second".
	RelationalDatabaseMetricNameNetworkReceiveThroughput RelationalDatabaseMetricName = "NetworkReceiveThroughput"
	// Outgoing traffic, including that of AWS for monitoring and replication. Unit "Bytes/Second".
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
