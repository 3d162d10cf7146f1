package lightsailtest

import (
	"hash/fnv"
	"math"
	"math/rand/v2"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// Periods of data points, in seconds. That a period must be a multiple of the shortest one
// is a guess: Amazon CloudWatch, which stores the metrics, requires it.
const (
	minPeriod = 60
	maxPeriod = 86400
)

// maxDatapoints is the limit of a call to Amazon CloudWatch. That it applies to Lightsail,
// which publishes none, is a guess.
const maxDatapoints = 1440

// A metric describes the measurements of a metric. The range of their values is made up.
type metric struct {
	unit      types.MetricUnit
	statistic types.MetricStatistic // the most useful one, which alarms use
	interval  int64                 // seconds from one measurement to the next
	low, high float64               // inclusive

	// isCount reports whether the metric counts events. Each event is then a measurement
	// of 1, which is documented for requests of load balancers.
	isCount bool
}

// metrics holds the metrics of resources by the type of the resource and the name of the
// metric. The units and intervals are documented. Guesses are the units of FreeableMemory and
// SwapUsage, and the intervals of load balancers and distributions.
var metrics = map[types.ResourceType]map[string]metric{
	types.ResourceTypeBucket: {
		"BucketSizeBytes": {types.MetricUnitBytes, types.MetricStatisticMaximum, 86400, 1e9, 2e9, false},
		"NumberOfObjects": {types.MetricUnitCount, types.MetricStatisticAverage, 86400, 1000, 2000, false},
	},
	types.ResourceTypeContainerService: {
		"CPUUtilization":    {types.MetricUnitPercent, types.MetricStatisticAverage, 300, 1, 20, false},
		"MemoryUtilization": {types.MetricUnitPercent, types.MetricStatisticAverage, 300, 30, 50, false},
	},
	types.ResourceTypeDistribution: {
		"BytesDownloaded":    {types.MetricUnitNone, types.MetricStatisticSum, 60, 1e5, 1e7, false},
		"BytesUploaded":      {types.MetricUnitNone, types.MetricStatisticSum, 60, 1e3, 1e5, false},
		"Http4xxErrorRate":   {types.MetricUnitPercent, types.MetricStatisticAverage, 60, 0, 4, false},
		"Http5xxErrorRate":   {types.MetricUnitPercent, types.MetricStatisticAverage, 60, 0, 1, false},
		"Requests":           {types.MetricUnitNone, types.MetricStatisticSum, 60, 10, 200, false},
		"TotalErrorRate":     {types.MetricUnitPercent, types.MetricStatisticAverage, 60, 0, 5, false},
		"WafAllowedRequests": {types.MetricUnitNone, types.MetricStatisticSum, 60, 10, 200, false},
		"WafBlockedRequests": {types.MetricUnitNone, types.MetricStatisticSum, 60, 0, 5, false},
	},
	types.ResourceTypeInstance: {
		"BurstCapacityPercentage":    {types.MetricUnitPercent, types.MetricStatisticAverage, 300, 90, 100, false},
		"BurstCapacityTime":          {types.MetricUnitSeconds, types.MetricStatisticAverage, 300, 4000, 4320, false},
		"CPUUtilization":             {types.MetricUnitPercent, types.MetricStatisticAverage, 300, 0.2, 5, false},
		"DiskQueueLength":            {types.MetricUnitCount, types.MetricStatisticAverage, 300, 0, 1, false},
		"DiskReadBytes":              {types.MetricUnitBytes, types.MetricStatisticSum, 300, 0, 1e6, false},
		"DiskReadOps":                {types.MetricUnitCount, types.MetricStatisticSum, 300, 0, 100, false},
		"DiskTotalReadTime":          {types.MetricUnitSeconds, types.MetricStatisticAverage, 300, 0, 0.5, false},
		"DiskTotalWriteTime":         {types.MetricUnitSeconds, types.MetricStatisticAverage, 300, 0, 2, false},
		"DiskWriteBytes":             {types.MetricUnitBytes, types.MetricStatisticSum, 300, 1e5, 1e7, false},
		"DiskWriteOps":               {types.MetricUnitCount, types.MetricStatisticSum, 300, 20, 500, false},
		"MetadataNoToken":            {types.MetricUnitCount, types.MetricStatisticSum, 300, 0, 3, false},
		"NetworkIn":                  {types.MetricUnitBytes, types.MetricStatisticSum, 300, 1e4, 1e6, false},
		"NetworkOut":                 {types.MetricUnitBytes, types.MetricStatisticSum, 300, 1e4, 5e6, false},
		"StatusCheckFailed":          {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 0, false},
		"StatusCheckFailed_Instance": {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 0, false},
		"StatusCheckFailed_System":   {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 0, false},
	},
	types.ResourceTypeLoadBalancer: {
		"ClientTLSNegotiationErrorCount": {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 2, false},
		"HTTPCode_Instance_2XX_Count":    {types.MetricUnitCount, types.MetricStatisticSum, 60, 50, 500, true},
		"HTTPCode_Instance_3XX_Count":    {types.MetricUnitCount, types.MetricStatisticSum, 60, 1, 20, true},
		"HTTPCode_Instance_4XX_Count":    {types.MetricUnitCount, types.MetricStatisticSum, 60, 1, 10, true},
		"HTTPCode_Instance_5XX_Count":    {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 2, true},
		"HTTPCode_LB_4XX_Count":          {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 5, true},
		"HTTPCode_LB_5XX_Count":          {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 2, true},
		"HealthyHostCount":               {types.MetricUnitCount, types.MetricStatisticAverage, 60, 2, 2, false},
		"InstanceResponseTime":           {types.MetricUnitSeconds, types.MetricStatisticAverage, 60, 0.01, 0.2, false},
		"RejectedConnectionCount":        {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 1, false},
		"RequestCount":                   {types.MetricUnitCount, types.MetricStatisticSum, 60, 60, 600, true},
		"UnhealthyHostCount":             {types.MetricUnitCount, types.MetricStatisticAverage, 60, 0, 0, false},
	},
	types.ResourceTypeRelationalDatabase: {
		"CPUUtilization":            {types.MetricUnitPercent, types.MetricStatisticAverage, 60, 2, 15, false},
		"DatabaseConnections":       {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 5, false},
		"DiskQueueDepth":            {types.MetricUnitCount, types.MetricStatisticSum, 60, 0, 2, false},
		"FreeStorageSpace":          {types.MetricUnitBytes, types.MetricStatisticSum, 60, 3.5e10, 3.6e10, false},
		"FreeableMemory":            {types.MetricUnitBytes, types.MetricStatisticAverage, 60, 3e8, 4e8, false},
		"NetworkReceiveThroughput":  {types.MetricUnitBytesSecond, types.MetricStatisticAverage, 60, 400, 4000, false},
		"NetworkTransmitThroughput": {types.MetricUnitBytesSecond, types.MetricStatisticAverage, 60, 1000, 20000, false},
		"SwapUsage":                 {types.MetricUnitBytes, types.MetricStatisticAverage, 60, 0, 1e6, false},
	},
}

// isWhole reports whether all measurements are whole numbers.
func (m metric) isWhole() bool {
	switch m.unit {
	case types.MetricUnitPercent, types.MetricUnitSeconds, types.MetricUnitBytesSecond:
		return false
	}
	return true
}

// A series is a metric of a resource over all times. Its measurements depend only on the
// names of the resource and of the metric, and on the time.
type series struct {
	metric
	seed uint64
}

// seriesOf returns the series of a metric of a resource. It returns false if the resource
// does not have this metric.
func seriesOf(r resource, name string) (series, bool) {
	m, ok := metrics[r.kind()][name]
	h := fnv.New64a()
	_, _ = h.Write([]byte(r.base().name + "/" + name))
	return series{m, h.Sum64()}, ok
}

// measure returns the measurement at a time, which is a multiple of the interval.
func (s series) measure(at int64) float64 {
	var random rand.PCG
	random.Seed(s.seed, uint64(at))
	x := float64(random.Uint64()>>11) / (1 << 53)
	if s.isWhole() {
		return s.low + math.Floor(x*(s.high-s.low+1))
	}
	// Without the conversion, some processors would round only once.
	return s.low + float64(x*(s.high-s.low))
}

// A summary holds statistics of measurements.
type summary struct{ count, sum, minimum, maximum float64 }

// summarize returns the statistics of the measurements from start to before end.
func (s series) summarize(start, end int64) (sum summary) {
	for at := start + (s.interval-start%s.interval)%s.interval; at < end; at += s.interval {
		value, count := s.measure(at), 1.0
		total := value
		if s.isCount {
			value, count = 1, value
		}
		if count == 0 {
			continue
		}
		if sum.count == 0 {
			sum.minimum, sum.maximum = value, value
		}
		sum.count += count
		sum.sum += total
		sum.minimum, sum.maximum = min(sum.minimum, value), max(sum.maximum, value)
	}
	return sum
}

// value returns the value of a statistic.
func (s summary) value(statistic types.MetricStatistic) float64 {
	switch statistic {
	case types.MetricStatisticAverage:
		return s.sum / s.count
	case types.MetricStatisticMaximum:
		return s.maximum
	case types.MetricStatisticMinimum:
		return s.minimum
	case types.MetricStatisticSum:
		return s.sum
	}
	return s.count
}

// A metricQuery is the input of an API operation that returns data points.
type metricQuery struct {
	kind       types.ResourceType
	name       *string // of the resource
	metric     string
	unit       types.MetricUnit // empty if the input has no unit
	period     *int32           // in seconds
	start, end *time.Time
	statistics []types.MetricStatistic
}

// check returns an error for an input that the documentation excludes. The errors are
// guesses.
func (q metricQuery) check() error {
	var v violations
	m := metrics[q.kind][q.metric]
	v.check(q.unit == "" || q.unit == m.unit, "unit", "must be %s, the unit of %s", m.unit, q.metric)
	v.check(len(q.statistics) > 0, "statistics", "must not be empty")
	validPeriod := minPeriod <= *q.period && *q.period <= maxPeriod && *q.period%minPeriod == 0
	v.check(validPeriod, "period", "must be a multiple of %d from %[1]d to %d", minPeriod, maxPeriod)
	v.check(q.start.Before(*q.end), "startTime", "must be before endTime")
	if validPeriod {
		v.check(q.end.Sub(*q.start) <= maxDatapoints*time.Duration(*q.period)*time.Second, "period",
			"must be longer: the result would have more than %d data points", maxDatapoints)
	}
	return v.err()
}

// datapoints returns the data points of a metric from the start time up to the current
// time. Like those of the service, the first one begins with a full minute, and they are in
// no order. There are also data points of the time before the resource was created, so a
// test need not wait for them.
func (st *state) datapoints(q metricQuery) ([]types.MetricDatapoint, error) {
	if err := q.check(); err != nil {
		return nil, err
	}
	r, err := st.findOfType(q.kind, q.name)
	if err != nil {
		return nil, err
	}
	points := []types.MetricDatapoint{}
	s, _ := seriesOf(r, q.metric)
	start, end := q.start.Unix()/minPeriod*minPeriod, min(q.end.Unix()/minPeriod*minPeriod, st.now.Unix()+1)
	for period := int64(*q.period); start < end; start += period {
		sum := s.summarize(start, min(start+period, st.now.Unix()+1))
		if sum.count == 0 {
			continue
		}
		selected := func(statistic types.MetricStatistic) *float64 {
			if !slices.Contains(q.statistics, statistic) {
				return nil
			}
			return aws.Float64(sum.value(statistic))
		}
		points = append(points, types.MetricDatapoint{
			Average:     selected(types.MetricStatisticAverage),
			Maximum:     selected(types.MetricStatisticMaximum),
			Minimum:     selected(types.MetricStatisticMinimum),
			SampleCount: selected(types.MetricStatisticSampleCount),
			Sum:         selected(types.MetricStatisticSum),
			Timestamp:   aws.Time(time.Unix(start, 0).UTC()),
			Unit:        s.unit,
		})
	}
	rand.New(rand.NewPCG(s.seed, 0)).Shuffle(len(points), func(i, j int) { points[i], points[j] = points[j], points[i] })
	return points, nil
}

// findOfType is find for a type for which the caller has no Go type.
func (st *state) findOfType(kind types.ResourceType, name *string) (resource, error) {
	r, ok := st.findAny(name)
	if !ok || r.kind() != kind {
		return nil, notFound(kind, deref(name))
	}
	return r, nil
}

// findAny is find for resources of all types. It returns false if there is none.
func (st *state) findAny(name *string) (resource, bool) {
	r, ok := st.resources[deref(name)]
	return r, ok && r.base().hidden <= 0 && r.base().deleted <= 0
}
