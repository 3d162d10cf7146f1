package types

// LoadBalancerMetricName is a metric of a [LoadBalancer]. GetLoadBalancerMetricData takes it,
// together with the unit of the metric.
//
// These are the metrics, their units and the statistics that make sense for them. The Minimum,
// Maximum and Average of "RequestCount" and of the metrics that start with "HTTPCode" are always 1.
//   - "ClientTLSNegotiationErrorCount" ("Count"; Sum): TLS connections that failed because of an
//     error at the load balancer, for example if client and TLS policy have no cipher in common
//   - "HealthyHostCount" and "UnhealthyHostCount" ("Count"; Average, Minimum, Maximum): instances
//     that pass and that fail the health checks
//   - "HTTPCode_LB_4XX_Count" ("Count"; Sum): responses of the load balancer itself to malformed or
//     incomplete requests, which no instance received
//   - "HTTPCode_LB_5XX_Count" ("Count"; Sum): responses of the load balancer itself if no instance
//     is healthy, or if there are more requests than it or the instances can handle
//   - "HTTPCode_Instance_2XX_Count", "HTTPCode_Instance_3XX_Count", "HTTPCode_Instance_4XX_Count"
//     and "HTTPCode_Instance_5XX_Count" ("Count"; Sum): responses of the instances
//   - "InstanceResponseTime" ("Seconds"; Average): time from sending a request to an instance until
//     its response arrives
//   - "RejectedConnectionCount" ("Count"; Sum): connections that were rejected because the load
//     balancer had its maximum number of connections
//   - "RequestCount" ("Count"; Sum): requests over IPv4 to which an instance responded
type LoadBalancerMetricName string

// Values of [LoadBalancerMetricName].
const (
	LoadBalancerMetricNameClientTLSNegotiationErrorCount LoadBalancerMetricName = "ClientTLSNegotiationErrorCount"
	LoadBalancerMetricNameHealthyHostCount               LoadBalancerMetricName = "HealthyHostCount"
	LoadBalancerMetricNameUnhealthyHostCount             LoadBalancerMetricName = "UnhealthyHostCount"
	LoadBalancerMetricNameHTTPCodeLb4xxCount             LoadBalancerMetricName = "HTTPCode_LB_4XX_Count"
	LoadBalancerMetricNameHTTPCodeLb5xxCount             LoadBalancerMetricName = "HTTPCode_LB_5XX_Count"
	LoadBalancerMetricNameHTTPCodeInstance2xxCount       LoadBalancerMetricName = "HTTPCode_Instance_2XX_Count"
	LoadBalancerMetricNameHTTPCodeInstance3xxCount       LoadBalancerMetricName = "HTTPCode_Instance_3XX_Count"
	LoadBalancerMetricNameHTTPCodeInstance4xxCount       LoadBalancerMetricName = "HTTPCode_Instance_4XX_Count"
	LoadBalancerMetricNameHTTPCodeInstance5xxCount       LoadBalancerMetricName = "HTTPCode_Instance_5XX_Count"
	LoadBalancerMetricNameInstanceResponseTime           LoadBalancerMetricName = "InstanceResponseTime"
	LoadBalancerMetricNameRejectedConnectionCount        LoadBalancerMetricName = "RejectedConnectionCount"
	LoadBalancerMetricNameRequestCount                   LoadBalancerMetricName = "RequestCount"
)

// Values returns the known values of [LoadBalancerMetricName].
func (LoadBalancerMetricName) Values() []LoadBalancerMetricName {
	return []LoadBalancerMetricName{
		LoadBalancerMetricNameClientTLSNegotiationErrorCount,
		LoadBalancerMetricNameHealthyHostCount,
		LoadBalancerMetricNameUnhealthyHostCount,
		LoadBalancerMetricNameHTTPCodeLb4xxCount,
		LoadBalancerMetricNameHTTPCodeLb5xxCount,
		LoadBalancerMetricNameHTTPCodeInstance2xxCount,
		LoadBalancerMetricNameHTTPCodeInstance3xxCount,
		LoadBalancerMetricNameHTTPCodeInstance4xxCount,
		LoadBalancerMetricNameHTTPCodeInstance5xxCount,
		LoadBalancerMetricNameInstanceResponseTime,
		LoadBalancerMetricNameRejectedConnectionCount,
		LoadBalancerMetricNameRequestCount,
	}
}
