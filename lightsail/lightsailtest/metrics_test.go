package lightsailtest_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// noon is the time of the clock in the tests of metrics and alarms.
var noon = time.Date(2026, 2, 3, 12, 0, 0, 0, time.UTC)

// cpuUtilization is a query of an hour before noon in periods of 5 minutes.
func cpuUtilization() *lightsail.GetInstanceMetricDataInput {
	return &lightsail.GetInstanceMetricDataInput{
		EndTime:      aws.Time(noon),
		InstanceName: aws.String("web"),
		MetricName:   types.InstanceMetricNameCPUUtilization,
		Period:       aws.Int32(300),
		StartTime:    aws.Time(noon.Add(-time.Hour)),
		Statistics:   []types.MetricStatistic{types.MetricStatisticAverage},
		Unit:         types.MetricUnitPercent,
	}
}

// newMetricsServer returns a client of a server whose clock stands at noon.
func newMetricsServer(t *testing.T, opts ...lightsailtest.Option) *lightsail.Client {
	t.Helper()
	opts = append(opts, lightsailtest.WithUnsigned(), lightsailtest.WithClock(func() time.Time { return noon }))
	server, _ := newTestServer(t, opts...)
	return server.Client(inProcess(server), unsigned)
}

func unsigned(o *lightsail.Options) { o.Credentials = aws.AnonymousCredentials{} }

// instanceMetric returns the data points of a query, sorted by time.
func instanceMetric(t *testing.T, client *lightsail.Client, in *lightsail.GetInstanceMetricDataInput) []types.MetricDatapoint {
	t.Helper()
	out := must[lightsail.GetInstanceMetricDataOutput](t)(client.GetInstanceMetricData(t.Context(), in))
	wantEqual(t, "MetricName", in.MetricName, out.MetricName)
	return sortedByTime(out.MetricData)
}

func sortedByTime(points []types.MetricDatapoint) []types.MetricDatapoint {
	return slices.SortedFunc(slices.Values(points), func(a, b types.MetricDatapoint) int { return a.Timestamp.Compare(*b.Timestamp) })
}

// A series has one data point for each period, with the selected statistics. It is the same
// on each server and does not depend on how it is split into queries.
func TestInstanceMetricData(t *testing.T) {
	client := newMetricsServer(t)
	in := cpuUtilization()
	points := instanceMetric(t, client, in)
	if len(points) != 12 {
		t.Fatalf("got %d data points, want 12", len(points))
	}
	values := map[float64]bool{}
	for i, p := range points {
		want := types.MetricDatapoint{Average: p.Average, Timestamp: aws.Time(noon.Add(time.Duration(i-12) * 5 * time.Minute)), Unit: types.MetricUnitPercent}
		wantEqual(t, "data point", want, p)
		if *p.Average < 0.2 || *p.Average > 5 {
			t.Errorf("got an average of %v, want 0.2 to 5 percent", *p.Average)
		}
		values[*p.Average] = true
	}
	if len(values) != len(points) {
		t.Errorf("got %d different values in %d data points", len(values), len(points))
	}
	wantEqual(t, "series on another server", points, instanceMetric(t, newMetricsServer(t), in))

	in.StartTime = aws.Time(noon.Add(-5 * time.Minute))
	wantEqual(t, "series of the last period", points[11:], instanceMetric(t, client, in))
	in.MetricName, in.Unit = types.InstanceMetricNameBurstCapacityPercentage, types.MetricUnitPercent
	if *instanceMetric(t, client, in)[0].Average < 90 {
		t.Error("another metric has the same values")
	}

	// The end is exclusive, seconds do not count, and the current time ends all series.
	in = cpuUtilization()
	in.StartTime, in.EndTime = aws.Time(noon.Add(-299*time.Second)), aws.Time(noon.AddDate(0, 0, 1))
	points = instanceMetric(t, client, in)
	wantEqual(t, "times of a series that begins within a minute and ends in the future",
		[]time.Time{noon.Add(-5 * time.Minute), noon}, []time.Time{*points[0].Timestamp, *points[1].Timestamp})
	wantEqual(t, "number of data points", 2, len(points))
}

// All statistics of a long period are those of its measurements.
func TestMetricStatistics(t *testing.T) {
	client := newMetricsServer(t)
	in := cpuUtilization()
	in.Statistics = types.MetricStatistic("").Values()
	var minimum, maximum, sum float64
	for i, p := range instanceMetric(t, client, in) {
		wantEqual(t, "statistics of one measurement", types.MetricDatapoint{
			Average: p.Average, Maximum: p.Average, Minimum: p.Average, SampleCount: aws.Float64(1), Sum: p.Average,
			Timestamp: p.Timestamp, Unit: p.Unit,
		}, p)
		if i == 0 {
			minimum, maximum = *p.Sum, *p.Sum
		}
		minimum, maximum, sum = min(minimum, *p.Sum), max(maximum, *p.Sum), sum+*p.Sum
	}
	in.Period = aws.Int32(3600)
	points := instanceMetric(t, client, in)
	wantEqual(t, "data points of an hour", []types.MetricDatapoint{{
		Average: aws.Float64(sum / 12), Maximum: &maximum, Minimum: &minimum, SampleCount: aws.Float64(12), Sum: &sum,
		Timestamp: in.StartTime, Unit: types.MetricUnitPercent,
	}}, points)

	// A period that is not over has the measurements up to the current time.
	in.StartTime, in.EndTime = aws.Time(noon.Add(-30*time.Minute)), aws.Time(noon.Add(30*time.Minute))
	wantEqual(t, "measurements of an unfinished period", aws.Float64(7), instanceMetric(t, client, in)[0].SampleCount)
	in.StartTime, in.EndTime = aws.Time(noon.Add(-time.Hour)), aws.Time(noon)

	// The metrics of an instance are measured every 5 minutes, those of checks every minute.
	in.Period = aws.Int32(60)
	wantEqual(t, "data points with a period of a minute", 12, len(instanceMetric(t, client, in)))
	in.MetricName, in.Unit = types.InstanceMetricNameStatusCheckFailed, types.MetricUnitCount
	points = instanceMetric(t, client, in)
	wantEqual(t, "data points of a status check", 60, len(points))
	wantEqual(t, "failed checks", 0.0, *points[0].Maximum)
}

// A bucket has one measurement in a day.
func TestBucketMetricData(t *testing.T) {
	client := newMetricsServer(t)
	out := must[lightsail.GetBucketMetricDataOutput](t)(client.GetBucketMetricData(t.Context(), &lightsail.GetBucketMetricDataInput{
		BucketName: alpha,
		EndTime:    aws.Time(noon),
		MetricName: types.BucketMetricNameNumberOfObjects,
		Period:     aws.Int32(86400),
		StartTime:  aws.Time(noon.AddDate(0, 0, -14)),
		Statistics: []types.MetricStatistic{types.MetricStatisticAverage},
		Unit:       types.MetricUnitCount,
	}))
	if len(out.MetricData) != 14 || out.MetricName != types.BucketMetricNameNumberOfObjects {
		t.Errorf("got %d data points of %s, want 14 of NumberOfObjects", len(out.MetricData), out.MetricName)
	}
	for _, p := range out.MetricData {
		if *p.Average != float64(int(*p.Average)) || *p.Average < 1000 {
			t.Errorf("got %v objects, want a whole number of at least 1000", *p.Average)
		}
	}
	if slices.IsSortedFunc(out.MetricData, func(a, b types.MetricDatapoint) int { return a.Timestamp.Compare(*b.Timestamp) }) {
		t.Error("the data points are sorted by time, want them in no order, as in the published example")
	}
}

func TestMetricDataInvalidInput(t *testing.T) {
	client := newMetricsServer(t)
	for _, test := range []struct {
		change  func(in *lightsail.GetInstanceMetricDataInput)
		message string
	}{
		{func(in *lightsail.GetInstanceMetricDataInput) { in.Unit = types.MetricUnitBytes }, "unit: must be Percent"},
		{func(in *lightsail.GetInstanceMetricDataInput) { in.Statistics = []types.MetricStatistic{} }, "statistics: must not be empty"},
		{func(in *lightsail.GetInstanceMetricDataInput) { in.Period = aws.Int32(0) }, "period: must be a multiple of 60 from 60 to 86400"},
		{func(in *lightsail.GetInstanceMetricDataInput) { in.Period = aws.Int32(90) }, "period: must be a multiple of 60"},
		{func(in *lightsail.GetInstanceMetricDataInput) { in.Period = aws.Int32(2 * 86400) }, "period: must be a multiple of 60"},
		{func(in *lightsail.GetInstanceMetricDataInput) { in.EndTime = in.StartTime }, "startTime: must be before endTime"},
		{func(in *lightsail.GetInstanceMetricDataInput) {
			in.StartTime = aws.Time(noon.Add(-1441 * 5 * time.Minute))
		}, "more than 1440 data points"},
		{func(in *lightsail.GetInstanceMetricDataInput) { in.StartTime = &time.Time{} }, "more than 1440 data points"},
	} {
		in := cpuUtilization()
		test.change(in)
		_, err := client.GetInstanceMetricData(t.Context(), in)
		if errorCode(err) != invalidInput || !strings.Contains(err.Error(), test.message) {
			t.Errorf("got error %v, want %s with %q", err, invalidInput, test.message)
		}
	}
	in := cpuUtilization()
	in.StartTime = aws.Time(noon.Add(-1440 * 5 * time.Minute))
	wantEqual(t, "data points of the longest time", 1440, len(instanceMetric(t, client, in)))

	in.InstanceName = alpha
	_, err := client.GetInstanceMetricData(t.Context(), in)
	wantCode(t, "metric of an instance with the name of a bucket", err, "NotFoundException")
}

// The API operations for other resources look up a resource of their type.
func TestMetricDataOfUnknownResources(t *testing.T) {
	client := newMetricsServer(t)
	ctx := t.Context()
	from, to, period := aws.Time(noon.Add(-time.Hour)), aws.Time(noon), aws.Int32(300)
	average := []types.MetricStatistic{types.MetricStatisticAverage}
	_, err := client.GetContainerServiceMetricData(ctx, &lightsail.GetContainerServiceMetricDataInput{
		ServiceName: aws.String("web"), MetricName: types.ContainerServiceMetricNameCPUUtilization,
		StartTime: from, EndTime: to, Period: period, Statistics: average,
	})
	wantCode(t, "GetContainerServiceMetricData", err, "NotFoundException")
	_, err = client.GetDistributionMetricData(ctx, &lightsail.GetDistributionMetricDataInput{
		DistributionName: aws.String("web"), MetricName: types.DistributionMetricNameTotalErrorRate,
		StartTime: from, EndTime: to, Period: period, Statistics: average, Unit: types.MetricUnitPercent,
	})
	wantCode(t, "GetDistributionMetricData", err, "NotFoundException")
	_, err = client.GetLoadBalancerMetricData(ctx, &lightsail.GetLoadBalancerMetricDataInput{
		LoadBalancerName: aws.String("web"), MetricName: types.LoadBalancerMetricNameHealthyHostCount,
		StartTime: from, EndTime: to, Period: period, Statistics: average, Unit: types.MetricUnitCount,
	})
	wantCode(t, "GetLoadBalancerMetricData", err, "NotFoundException")
	_, err = client.GetRelationalDatabaseMetricData(ctx, &lightsail.GetRelationalDatabaseMetricDataInput{
		RelationalDatabaseName: aws.String("web"), MetricName: types.RelationalDatabaseMetricNameCPUUtilization,
		StartTime: from, EndTime: to, Period: period, Statistics: average, Unit: types.MetricUnitPercent,
	})
	wantCode(t, "GetRelationalDatabaseMetricData", err, "NotFoundException")
}
