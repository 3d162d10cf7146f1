package types

// MetricUnit is the unit of a metric. Most operations whose names end in MetricData take it, and a
// [MetricDatapoint] and an [Alarm] have it.
//
// Each metric is published in one unit. A request must name this unit: the service does not
// document a conversion to others.
type MetricUnit string

// Values of [MetricUnit].
const (
	MetricUnitSeconds         MetricUnit = "Seconds"
	MetricUnitMicroseconds    MetricUnit = "Microseconds"
	MetricUnitMilliseconds    MetricUnit = "Milliseconds"
	MetricUnitBytes           MetricUnit = "Bytes"
	MetricUnitKilobytes       MetricUnit = "Kilobytes"
	MetricUnitMegabytes       MetricUnit = "Megabytes"
	MetricUnitGigabytes       MetricUnit = "Gigabytes"
	MetricUnitTerabytes       MetricUnit = "Terabytes"
	MetricUnitBits            MetricUnit = "Bits"
	MetricUnitKilobits        MetricUnit = "Kilobits"
	MetricUnitMegabits        MetricUnit = "Megabits"
	MetricUnitGigabits        MetricUnit = "Gigabits"
	MetricUnitTerabits        MetricUnit = "Terabits"
	MetricUnitPercent         MetricUnit = "Percent"
	MetricUnitCount           MetricUnit = "Count"
	MetricUnitBytesSecond     MetricUnit = "Bytes/Second"
	MetricUnitKilobytesSecond MetricUnit = "Kilobytes/Second"
	MetricUnitMegabytesSecond MetricUnit = "Megabytes/Second"
	MetricUnitGigabytesSecond MetricUnit = "Gigabytes/Second"
	MetricUnitTerabytesSecond MetricUnit = "Terabytes/Second"
	MetricUnitBitsSecond      MetricUnit = "Bits/Second"
	MetricUnitKilobitsSecond  MetricUnit = "Kilobits/Second"
	MetricUnitMegabitsSecond  MetricUnit = "Megabits/Second"
	MetricUnitGigabitsSecond  MetricUnit = "Gigabits/Second"
	MetricUnitTerabitsSecond  MetricUnit = "Terabits/Second"
	MetricUnitCountSecond     MetricUnit = "Count/Second"
	MetricUnitNone            MetricUnit = "None"
)

// Values returns the known values of [MetricUnit].
func (MetricUnit) Values() []MetricUnit {
	return []MetricUnit{
		MetricUnitSeconds,
		MetricUnitMicroseconds,
		MetricUnitMilliseconds,
		MetricUnitBytes,
		MetricUnitKilobytes,
		MetricUnitMegabytes,
		MetricUnitGigabytes,
		MetricUnitTerabytes,
		MetricUnitBits,
		MetricUnitKilobits,
		MetricUnitMegabits,
		MetricUnitGigabits,
		MetricUnitTerabits,
		MetricUnitPercent,
		MetricUnitCount,
		MetricUnitBytesSecond,
		MetricUnitKilobytesSecond,
		MetricUnitMegabytesSecond,
		MetricUnitGigabytesSecond,
		MetricUnitTerabytesSecond,
		MetricUnitBitsSecond,
		MetricUnitKilobitsSecond,
		MetricUnitMegabitsSecond,
		MetricUnitGigabitsSecond,
		MetricUnitTerabitsSecond,
		MetricUnitCountSecond,
		MetricUnitNone,
	}
}
