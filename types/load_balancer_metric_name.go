package types

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
