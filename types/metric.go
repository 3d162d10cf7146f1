package types

import "time"

// MetricDatapoint summarizes the measurements of a metric in one period. GetInstanceMetricData and
// the other operations whose names end in MetricData return it.
//
// The request selects the statistics. A statistic that it does not select can be nil.
type MetricDatapoint struct {
	// Average is the mean of the measurements: Sum divided by SampleCount.
	Average *float64 `json:"average,omitzero"`

	// Maximum is the highest measurement.
	Maximum *float64 `json:"maximum,omitzero"`

	// Minimum is the lowest measurement.
	Minimum *float64 `json:"minimum,omitzero"`

	// SampleCount is the number of measurements.
	SampleCount *float64 `json:"sampleCount,omitzero"`

	// Sum is the total of the measurements.
	Sum *float64 `json:"sum,omitzero"`

	// Timestamp is the time that the data point stands for.
	Timestamp *time.Time `json:"timestamp,omitzero"`

	// Unit is the unit of the statistics, except for SampleCount, which is a number.
	Unit MetricUnit `json:"unit,omitzero"`
}

// MetricStatistic is a way to summarize the measurements of a metric in one period. The operations
// whose names end in MetricData take several. An alarm has one, which the service chooses.
//
// "Average" is "Sum" divided by "SampleCount", the number of measurements.
type MetricStatistic string

// Values of [MetricStatistic].
const (
	MetricStatisticMinimum     MetricStatistic = "Minimum"
	MetricStatisticMaximum     MetricStatistic = "Maximum"
	MetricStatisticSum         MetricStatistic = "Sum"
	MetricStatisticAverage     MetricStatistic = "Average"
	MetricStatisticSampleCount MetricStatistic = "SampleCount"
)

// Values returns the known values of [MetricStatistic].
func (MetricStatistic) Values() []MetricStatistic {
	return []MetricStatistic{
		MetricStatisticMinimum,
		MetricStatisticMaximum,
		MetricStatisticSum,
		MetricStatisticAverage,
		MetricStatisticSampleCount,
	}
}
