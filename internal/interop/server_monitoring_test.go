package interop_test

import (
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerMonitoring verifies contact methods, raises, tests and deletes alarms, and reads
// metrics. It moves the server's clock to the evaluation of the alarms, so the requests are
// not signed.
func TestServerMonitoring(t *testing.T) {
	start := time.Date(2026, 1, 2, 5, 0, 0, 0, time.UTC)
	now := start
	runSessions(t, func(s *session) {
		cfg := s.server.Config()
		cfg.Credentials = aws.AnonymousCredentials{}
		s.configure(cfg)
		createContactMethods(s)
		alarmState := putAlarms(s)
		now = start.Add(5 * time.Minute)
		assertEqual(s, alarmState(), types.AlarmStateAlarm)
		deleteAlarms(s)
		readMetrics(s, start)
		now = start // for the next session
	},
		lightsailtest.WithUnsigned(),
		lightsailtest.WithClock(func() time.Time { return now }),
		lightsailtest.WithPageSize(1),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}),
		lightsailtest.WithLag(lightsailtest.Lag{State: "PendingVerification", Polls: 1}),
	)
}

// createContactMethods creates an email address and a phone number, and deletes the latter.
func createContactMethods(s *session) {
	create := &lightsail.CreateContactMethodInput{
		ContactEndpoint: aws.String("ops@example.com"), Protocol: types.ContactProtocolEmail,
		Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	}
	created := must[lightsail.CreateContactMethodOutput](s, create).Operations
	must[lightsail.SendContactMethodVerificationOutput](s, &lightsail.SendContactMethodVerificationInput{
		Protocol: types.ContactMethodVerificationProtocolEmail,
	})
	statuses := func() (all []types.ContactMethodStatus) {
		for _, c := range must[lightsail.GetContactMethodsOutput](s, &lightsail.GetContactMethodsInput{}).ContactMethods {
			all = append(all, c.Status)
		}
		return all
	}
	assertEqual(s, statuses(), []types.ContactMethodStatus{types.ContactMethodStatusPendingVerification})
	assertEqual(s, statuses(), []types.ContactMethodStatus{types.ContactMethodStatusValid})
	s.waitSucceeded(created)
	s.mustFail("InvalidInputException", create)
	create.Protocol = types.ContactProtocolSms
	s.mustFail("InvalidInputException", create)
	create.ContactEndpoint = aws.String("+12065550100")
	s.waitSucceeded(must[lightsail.CreateContactMethodOutput](s, create).Operations)
	remove := &lightsail.DeleteContactMethodInput{Protocol: types.ContactProtocolSms}
	s.waitSucceeded(must[lightsail.DeleteContactMethodOutput](s, remove).Operations)
	s.mustFail("NotFoundException", remove)
	assertEqual(s, len(must[lightsail.GetContactMethodsOutput](s, &lightsail.GetContactMethodsInput{
		Protocols: []types.ContactProtocol{types.ContactProtocolSms},
	}).ContactMethods), 0)
}

// putAlarms creates two alarms. It returns a function that reads the state of the first one.
func putAlarms(s *session) (state func() types.AlarmState) {
	put := &lightsail.PutAlarmInput{
		AlarmName:             aws.String("busy-1"),
		ComparisonOperator:    types.ComparisonOperatorGreaterThanThreshold,
		ContactProtocols:      []types.ContactProtocol{types.ContactProtocolEmail},
		EvaluationPeriods:     aws.Int32(3),
		DatapointsToAlarm:     aws.Int32(2),
		MetricName:            types.MetricNameCPUUtilization,
		MonitoredResourceName: aws.String("web"),
		NotificationTriggers:  []types.AlarmState{types.AlarmStateAlarm, types.AlarmStateOk},
		Tags:                  []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
		Threshold:             aws.Float64(0),
	}
	for _, name := range []string{"busy-1", "busy-2"} {
		put.AlarmName = &name
		s.waitSucceeded(must[lightsail.PutAlarmOutput](s, put).Operations)
	}
	put.AlarmName = aws.String("busy-3")
	s.mustFail("InvalidInputException", put)
	put.MonitoredResourceName = aws.String("photos")
	s.mustFail("InvalidInputException", put)
	put.MonitoredResourceName = aws.String("gone")
	s.mustFail("NotFoundException", put)

	get := &lightsail.GetAlarmsInput{AlarmName: aws.String("busy-1")}
	a := must[lightsail.GetAlarmsOutput](s, get).Alarms[0]
	assertEqual(s, a.State, types.AlarmStateInsufficientData)
	assertEqual(s, *a.MonitoredResourceInfo.Name+" "+string(a.Statistic)+" "+string(a.Unit), "web Average Percent")
	return func() types.AlarmState { return must[lightsail.GetAlarmsOutput](s, get).Alarms[0].State }
}

// deleteAlarms tests an alarm and deletes it. The deletion of the instance deletes the other
// one.
func deleteAlarms(s *session) {
	busy := aws.String("busy-1")
	s.waitSucceeded(must[lightsail.TestAlarmOutput](s, &lightsail.TestAlarmInput{AlarmName: busy, State: types.AlarmStateOk}).Operations)
	var states []types.AlarmState
	followPages(s, func(token *string) *string {
		out := must[lightsail.GetAlarmsOutput](s, &lightsail.GetAlarmsInput{MonitoredResourceName: aws.String("web"), PageToken: token})
		states = append(states, out.Alarms[0].State)
		return out.NextPageToken
	})
	assertEqual(s, states, []types.AlarmState{types.AlarmStateOk, types.AlarmStateAlarm})
	s.waitSucceeded(must[lightsail.DeleteAlarmOutput](s, &lightsail.DeleteAlarmInput{AlarmName: busy}).Operations)
	s.mustFail("NotFoundException", &lightsail.GetAlarmsInput{AlarmName: busy})
	must[lightsail.DeleteInstanceOutput](s, &lightsail.DeleteInstanceInput{InstanceName: aws.String("web")})
	assertEqual(s, len(must[lightsail.GetAlarmsOutput](s, &lightsail.GetAlarmsInput{}).Alarms), 0)
}

// readServiceMetrics reads a metric of each new resource that is not an instance.
func readServiceMetrics(s *session, end time.Time) {
	must[lightsail.CreateLoadBalancerOutput](s, &lightsail.CreateLoadBalancerInput{InstancePort: 80, LoadBalancerName: aws.String("front")})
	must[lightsail.CreateRelationalDatabaseOutput](s, &lightsail.CreateRelationalDatabaseInput{
		MasterDatabaseName: aws.String("shop"), MasterUsername: aws.String("admin"), RelationalDatabaseBlueprintId: aws.String("mysql_8_0"),
		RelationalDatabaseBundleId: aws.String("micro_2_0"), RelationalDatabaseName: aws.String("main"),
	})
	must[lightsail.CreateContainerServiceOutput](s, &lightsail.CreateContainerServiceInput{
		Power: types.ContainerServicePowerNameNano, Scale: aws.Int32(1), ServiceName: aws.String("api"),
	})
	must[lightsail.CreateDistributionOutput](s, &lightsail.CreateDistributionInput{
		BundleId: aws.String("small_1_0"), DefaultCacheBehavior: &types.CacheBehavior{Behavior: types.BehaviorEnumCacheSetting},
		DistributionName: aws.String("cdn"), Origin: &types.InputOrigin{Name: aws.String("photos"), RegionName: types.RegionNameUsEast1},
	})
	start, stop, period := aws.Time(end.Add(-time.Hour)), aws.Time(end), aws.Int32(300)
	average := []types.MetricStatistic{types.MetricStatisticAverage}
	assertEqual(s, len(must[lightsail.GetLoadBalancerMetricDataOutput](s, &lightsail.GetLoadBalancerMetricDataInput{
		LoadBalancerName: aws.String("front"), MetricName: types.LoadBalancerMetricNameHealthyHostCount, Unit: types.MetricUnitCount,
		StartTime: start, EndTime: stop, Period: period, Statistics: average,
	}).MetricData), 12)
	assertEqual(s, len(must[lightsail.GetRelationalDatabaseMetricDataOutput](s, &lightsail.GetRelationalDatabaseMetricDataInput{
		RelationalDatabaseName: aws.String("main"), MetricName: types.RelationalDatabaseMetricNameCPUUtilization, Unit: types.MetricUnitPercent,
		StartTime: start, EndTime: stop, Period: period, Statistics: average,
	}).MetricData), 12)
	assertEqual(s, len(must[lightsail.GetContainerServiceMetricDataOutput](s, &lightsail.GetContainerServiceMetricDataInput{
		ServiceName: aws.String("api"), MetricName: types.ContainerServiceMetricNameMemoryUtilization,
		StartTime: start, EndTime: stop, Period: period, Statistics: average,
	}).MetricData), 12)
	assertEqual(s, len(must[lightsail.GetDistributionMetricDataOutput](s, &lightsail.GetDistributionMetricDataInput{
		DistributionName: aws.String("cdn"), MetricName: types.DistributionMetricNameTotalErrorRate, Unit: types.MetricUnitPercent,
		StartTime: start, EndTime: stop, Period: period, Statistics: average,
	}).MetricData), 12)
}

// readMetrics reads a metric of a new instance and one of a bucket.
func readMetrics(s *session, end time.Time) {
	must[lightsail.CreateInstancesOutput](s, &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"), BlueprintId: aws.String("ubuntu_24_04"), BundleId: aws.String("nano_3_0"), InstanceNames: []string{"db"},
	})
	cpu := &lightsail.GetInstanceMetricDataInput{
		EndTime: aws.Time(end), InstanceName: aws.String("db"), MetricName: types.InstanceMetricNameCPUUtilization, Period: aws.Int32(300),
		StartTime: aws.Time(end.Add(-time.Hour)), Statistics: types.MetricStatistic("").Values(), Unit: types.MetricUnitPercent,
	}
	out := must[lightsail.GetInstanceMetricDataOutput](s, cpu)
	assertEqual(s, len(out.MetricData), 12)
	cpu.Unit = types.MetricUnitBytes
	s.mustFail("InvalidInputException", cpu)
	cpu.InstanceName = aws.String("web")
	cpu.Unit = types.MetricUnitPercent
	s.mustFail("NotFoundException", cpu)

	size := must[lightsail.GetBucketMetricDataOutput](s, &lightsail.GetBucketMetricDataInput{
		BucketName: aws.String("photos"), EndTime: aws.Time(end), MetricName: types.BucketMetricNameBucketSizeBytes, Period: aws.Int32(86400),
		StartTime: aws.Time(end.AddDate(0, 0, -7)), Statistics: []types.MetricStatistic{types.MetricStatisticMaximum}, Unit: types.MetricUnitBytes,
	})
	assertEqual(s, len(size.MetricData), 7)
	readServiceMetrics(s, end)
}
