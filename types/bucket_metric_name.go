package types

// BucketMetricName is the name of a metric of a bucket. GetBucketMetricData takes it. The metrics
// are measured once per day and count all object versions and the parts of incomplete multipart
// uploads.
type BucketMetricName string

// Values of [BucketMetricName].
const (
	// BucketMetricNameBucketSizeBytes is the space that the bucket uses, in unit "Bytes". Its most
	// useful statistic is "Maximum".
	BucketMetricNameBucketSizeBytes BucketMetricName = "BucketSizeBytes"

	// BucketMetricNameNumberOfObjects is the number of objects in the bucket, in unit "Count". Its
	// most useful statistic is "Average".
	BucketMetricNameNumberOfObjects BucketMetricName = "NumberOfObjects"
)

// Values returns the known values of [BucketMetricName].
func (BucketMetricName) Values() []BucketMetricName {
	return []BucketMetricName{
		BucketMetricNameBucketSizeBytes,
		BucketMetricNameNumberOfObjects,
	}
}
