package types

// DistributionMetricName is the name of a metric of a distribution. GetDistributionMetricData takes
// it.
//
// Metrics of requests and bytes have the unit "None"; their most useful statistic is "Sum". Error
// rates are percentages of all requests of viewers and have the unit "Percent"; their most useful
// statistic is "Average".
type DistributionMetricName string

// Values of [DistributionMetricName].
const (
	// DistributionMetricNameRequests is the number of requests of viewers.
	DistributionMetricNameRequests DistributionMetricName = "Requests"
	// DistributionMetricNameBytesDownloaded is the number of bytes that viewers received in
	// response to GET, HEAD and OPTIONS requests.
	DistributionMetricNameBytesDownloaded DistributionMetricName = "BytesDownloaded"
	// DistributionMetricNameBytesUploaded is the number of bytes that the distribution sent to its
	// origin with POST and PUT requests.
	DistributionMetricNameBytesUploaded DistributionMetricName = "BytesUploaded"
	// DistributionMetricNameTotalErrorRate is the percentage of requests whose response had a
	// status code of 400 to 599.
	DistributionMetricNameTotalErrorRate DistributionMetricName = "TotalErrorRate"
	// DistributionMetricNameHttp4xxErrorRate is the percentage of requests whose response had a
	// status code of 400 to 499, such as 404 for a missing object.
	DistributionMetricNameHttp4xxErrorRate DistributionMetricName = "Http4xxErrorRate"
	// DistributionMetricNameHttp5xxErrorRate is the percentage of requests whose response had a
	// status code of 500 to 599, such as 503 for an origin that is not available.
	DistributionMetricNameHttp5xxErrorRate DistributionMetricName = "Http5xxErrorRate"
	// DistributionMetricNameWafAllowedRequests is the number of requests that the web application
	// firewall (WAF) allowed. It is available only if the firewall is turned on.
	DistributionMetricNameWafAllowedRequests DistributionMetricName = "WafAllowedRequests"
	// DistributionMetricNameWafBlockedRequests is the number of requests that the web application
	// firewall blocked. It is available only if the firewall is turned on.
	DistributionMetricNameWafBlockedRequests DistributionMetricName = "WafBlockedRequests"
)

// Values returns the known values of [DistributionMetricName].
func (DistributionMetricName) Values() []DistributionMetricName {
	return []DistributionMetricName{
		DistributionMetricNameRequests,
		DistributionMetricNameBytesDownloaded,
		DistributionMetricNameBytesUploaded,
		DistributionMetricNameTotalErrorRate,
		DistributionMetricNameHttp4xxErrorRate,
		DistributionMetricNameHttp5xxErrorRate,
		DistributionMetricNameWafAllowedRequests,
		DistributionMetricNameWafBlockedRequests,
	}
}
