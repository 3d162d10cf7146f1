package types

type DistributionMetricName string

// Values of [DistributionMetricName].
const (
	DistributionMetricNameRequests           DistributionMetricName = "Requests"
	DistributionMetricNameBytesDownloaded    DistributionMetricName = "BytesDownloaded"
	DistributionMetricNameBytesUploaded      DistributionMetricName = "BytesUploaded"
	DistributionMetricNameTotalErrorRate     DistributionMetricName = "TotalErrorRate"
	DistributionMetricNameHttp4xxErrorRate   DistributionMetricName = "Http4xxErrorRate"
	DistributionMetricNameHttp5xxErrorRate   DistributionMetricName = "Http5xxErrorRate"
	DistributionMetricNameWafAllowedRequests DistributionMetricName = "WafAllowedRequests"
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
