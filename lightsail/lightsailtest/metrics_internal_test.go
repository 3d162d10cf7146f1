package lightsailtest

import (
	"math"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// names returns the values of an enum as strings.
func names[E ~string](values []E) (names []string) {
	for _, v := range values {
		names = append(names, string(v))
	}
	return names
}

// The table of metrics has each metric of the service's enums, and no other. An alarm can
// monitor only what it has.
func TestMetricsAreThoseOfTheService(t *testing.T) {
	alarmMetrics := map[string]bool{}
	for kind, want := range map[types.ResourceType][]string{
		types.ResourceTypeBucket:             names(types.BucketMetricName("").Values()),
		types.ResourceTypeContainerService:   names(types.ContainerServiceMetricName("").Values()),
		types.ResourceTypeDistribution:       names(types.DistributionMetricName("").Values()),
		types.ResourceTypeInstance:           names(types.InstanceMetricName("").Values()),
		types.ResourceTypeLoadBalancer:       names(types.LoadBalancerMetricName("").Values()),
		types.ResourceTypeRelationalDatabase: names(types.RelationalDatabaseMetricName("").Values()),
	} {
		for _, name := range want {
			if _, ok := metrics[kind][name]; !ok {
				t.Errorf("%s: the metric %s is missing", kind, name)
			}
		}
		if len(metrics[kind]) != len(want) {
			t.Errorf("%s: got %d metrics, want %d", kind, len(metrics[kind]), len(want))
		}
	}
	for _, kind := range monitored {
		for name := range metrics[kind] {
			alarmMetrics[name] = true
		}
	}
	for _, name := range types.MetricName("").Values() {
		if !alarmMetrics[string(name)] {
			t.Errorf("no resource that an alarm can monitor has the metric %s", name)
		}
	}
}

// The measurements of each metric are in its range and, for counts, whole numbers. They
// spread over the range.
func TestMeasurementsAreInRange(t *testing.T) {
	const n = 1000
	for kind := range metrics {
		for name, m := range metrics[kind] {
			r := &instance{entry: entry{name: "web"}}
			s, _ := seriesOf(r, name)
			s.metric = m
			least, greatest := math.Inf(1), math.Inf(-1)
			for i := range int64(n) {
				v := s.measure(i * m.interval)
				if v < m.low || v > m.high || m.isWhole() && v != math.Trunc(v) {
					t.Errorf("%s of a %s: got %v, want %v to %v", name, kind, v, m.low, m.high)
				}
				least, greatest = min(least, v), max(greatest, v)
			}
			if greatest-least < 0.9*(m.high-m.low) {
				t.Errorf("%s of a %s: got %v to %v, want most of %v to %v", name, kind, least, greatest, m.low, m.high)
			}
		}
	}
}

// A request to a load balancer is a measurement of 1, so only its number and the sum differ
// from 1. A period without requests has no measurements.
func TestSummaryOfEvents(t *testing.T) {
	s := series{metrics[types.ResourceTypeLoadBalancer]["RequestCount"], 1}
	sum := s.summarize(0, 300)
	if sum.sum < 300 || sum.count != sum.sum || sum.minimum != 1 || sum.maximum != 1 || sum.value(types.MetricStatisticAverage) != 1 {
		t.Errorf("got %+v, want the sum of 5 measurements of at least 60 as count, and 1 otherwise", sum)
	}
	s.low, s.high = 0, 0
	if sum := s.summarize(0, 300); sum != (summary{}) {
		t.Errorf("without events: got %+v, want no measurements", sum)
	}
}

// A measured is a resource of any type.
type measured struct {
	instance
	resourceType types.ResourceType
}

func (m *measured) kind() types.ResourceType { return m.resourceType }

// Resources of all types that have metrics are found by their type, and have data points
// for each of their metrics.
func TestDatapointsOfAllResources(t *testing.T) {
	st, _, _ := newTestState(t)
	st.begin(start, outcome{})
	for kind := range metrics {
		st.put(&measured{instance{Instance: types.Instance{Name: aws.String("measured")}}, kind}, "all")
		for name, m := range metrics[kind] {
			points, err := st.datapoints(metricQuery{
				kind, aws.String("measured"), name, m.unit, aws.Int32(maxPeriod),
				aws.Time(start.Add(-48 * time.Hour)), aws.Time(start), []types.MetricStatistic{m.statistic},
			})
			if err != nil || len(points) != 2 {
				t.Errorf("%s of a %s: got %d data points, error %v, want 2", name, kind, len(points), err)
			}
		}
	}
}
