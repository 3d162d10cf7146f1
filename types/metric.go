package types

import "time"

type MetricDatapoint struct {
	Average *float64 `json:"average,omitzero"`

	Maximum *float64 `json:"maximum,omitzero"`

	Minimum *float64 `json:"minimum,omitzero"`

	SampleCount *float64 `json:"sampleCount,omitzero"`

	Sum *float64 `json:"sum,omitzero"`

	Timestamp *time.Time `json:"timestamp,omitzero"`

	Unit MetricUnit `json:"unit,omitzero"`
}

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
