package types

type BucketMetricName string

// Values of [BucketMetricName].
const (
	BucketMetricNameBucketSizeBytes BucketMetricName = "BucketSizeBytes"
	BucketMetricNameNumberOfObjects BucketMetricName = "NumberOfObjects"
)

// Values returns the known values of [BucketMetricName].
func (BucketMetricName) Values() []BucketMetricName {
	return []BucketMetricName{
		BucketMetricNameBucketSizeBytes,
		BucketMetricNameNumberOfObjects,
	}
}
