package lightsailtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// busyWeb is an alarm that is raised if the instance web uses more than a threshold of its
// CPU. Its CPU utilization is at least 0.2 and at most 5 percent.
func busyWeb(threshold float64) *lightsail.PutAlarmInput {
	return &lightsail.PutAlarmInput{
		AlarmName:             aws.String("busy"),
		ComparisonOperator:    types.ComparisonOperatorGreaterThanThreshold,
		EvaluationPeriods:     aws.Int32(2),
		MetricName:            types.MetricNameCPUUtilization,
		MonitoredResourceName: aws.String("web"),
		Threshold:             &threshold,
	}
}

func putAlarm(t *testing.T, client *lightsail.Client, in *lightsail.PutAlarmInput) types.Operation {
	t.Helper()
	operations := must[lightsail.PutAlarmOutput](t)(client.PutAlarm(t.Context(), in)).Operations
	if len(operations) != 1 {
		t.Fatalf("PutAlarm: got %d operation records, want 1", len(operations))
	}
	return operations[0]
}

func readAlarm(t *testing.T, client *lightsail.Client, name string) types.Alarm {
	t.Helper()
	return must[lightsail.GetAlarmsOutput](t)(client.GetAlarms(t.Context(), &lightsail.GetAlarmsInput{AlarmName: &name})).Alarms[0]
}

func wantAlarmState(t *testing.T, when string, client *lightsail.Client, want types.AlarmState) {
	t.Helper()
	wantEqual(t, "state of the alarm "+when, want, readAlarm(t, client, "busy").State)
}

// newAlarmServer returns a client of a server, and the clock of the server.
func newAlarmServer(t *testing.T, opts ...lightsailtest.Option) (*lightsail.Client, *time.Time) {
	t.Helper()
	now := noon
	opts = append(opts, lightsailtest.WithUnsigned(), lightsailtest.WithClock(func() time.Time { return now }))
	server, _ := newTestServer(t, opts...)
	return server.Client(inProcess(server), unsigned), &now
}

// An alarm is created, evaluated, tested, reconfigured, and deleted.
func TestAlarmLifecycle(t *testing.T) {
	client, now := newAlarmServer(t)
	ctx := t.Context()
	in := busyWeb(0.1)
	in.Tags = []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}}
	op := putAlarm(t, client, in)
	wantEqual(t, "operation record", []string{"PutAlarm", "busy", "Alarm", "Succeeded"},
		[]string{string(op.OperationType), *op.ResourceName, string(op.ResourceType), string(op.Status)})
	a := readAlarm(t, client, "busy")
	web := getInstance(t, client, "web")
	want := types.Alarm{
		Arn:                   a.Arn,
		ComparisonOperator:    types.ComparisonOperatorGreaterThanThreshold,
		ContactProtocols:      []types.ContactProtocol{},
		CreatedAt:             aws.Time(noon),
		DatapointsToAlarm:     aws.Int32(2),
		EvaluationPeriods:     aws.Int32(2),
		Location:              &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		MetricName:            types.MetricNameCPUUtilization,
		MonitoredResourceInfo: &types.MonitoredResourceInfo{Arn: web.Arn, Name: web.Name, ResourceType: types.ResourceTypeInstance},
		Name:                  aws.String("busy"),
		NotificationEnabled:   aws.Bool(true),
		NotificationTriggers:  []types.AlarmState{types.AlarmStateAlarm},
		Period:                aws.Int32(300),
		ResourceType:          types.ResourceTypeAlarm,
		State:                 types.AlarmStateInsufficientData,
		Statistic:             types.MetricStatisticAverage,
		SupportCode:           a.SupportCode,
		Tags:                  in.Tags,
		Threshold:             aws.Float64(0.1),
		TreatMissingData:      types.TreatMissingDataMissing,
		Unit:                  types.MetricUnitPercent,
	}
	wantEqual(t, "new alarm", want, a)

	// The alarm is evaluated every 5 minutes.
	*now = noon.Add(5*time.Minute - time.Millisecond)
	wantAlarmState(t, "before its first evaluation", client, types.AlarmStateInsufficientData)
	*now = noon.Add(5 * time.Minute)
	wantAlarmState(t, "after its first evaluation", client, types.AlarmStateAlarm)

	// Another configuration keeps the state, the tags and the identity of the alarm.
	in = busyWeb(5)
	in.NotificationEnabled, in.NotificationTriggers = aws.Bool(false), []types.AlarmState{types.AlarmStateOk, types.AlarmStateAlarm}
	in.ContactProtocols, in.TreatMissingData = []types.ContactProtocol{types.ContactProtocolEmail}, types.TreatMissingDataBreaching
	in.EvaluationPeriods, in.DatapointsToAlarm = aws.Int32(3), aws.Int32(1)
	putAlarm(t, client, in)
	want.ContactProtocols, want.TreatMissingData = in.ContactProtocols, in.TreatMissingData
	want.EvaluationPeriods, want.DatapointsToAlarm = in.EvaluationPeriods, in.DatapointsToAlarm
	want.NotificationEnabled, want.NotificationTriggers = in.NotificationEnabled, in.NotificationTriggers
	want.State, want.Threshold = types.AlarmStateAlarm, in.Threshold
	wantEqual(t, "reconfigured alarm", want, readAlarm(t, client, "busy"))
	*now = noon.Add(10 * time.Minute)
	wantAlarmState(t, "after its second evaluation", client, types.AlarmStateOk)

	// A test lasts until the next evaluation.
	*now = noon.Add(12 * time.Minute)
	must[lightsail.TestAlarmOutput](t)(client.TestAlarm(ctx, &lightsail.TestAlarmInput{AlarmName: in.AlarmName, State: types.AlarmStateAlarm}))
	*now = noon.Add(16 * time.Minute)
	wantAlarmState(t, "during a test", client, types.AlarmStateAlarm)
	*now = noon.Add(17 * time.Minute)
	wantAlarmState(t, "after a test", client, types.AlarmStateOk)

	must[lightsail.DeleteAlarmOutput](t)(client.DeleteAlarm(ctx, &lightsail.DeleteAlarmInput{AlarmName: in.AlarmName}))
	_, err := client.GetAlarms(ctx, &lightsail.GetAlarmsInput{AlarmName: in.AlarmName})
	wantCode(t, "GetAlarms of a deleted alarm", err, "NotFoundException")
	_, err = client.DeleteAlarm(ctx, &lightsail.DeleteAlarmInput{AlarmName: in.AlarmName})
	wantCode(t, "DeleteAlarm of a deleted alarm", err, "NotFoundException")
	_, err = client.TestAlarm(ctx, &lightsail.TestAlarmInput{AlarmName: in.AlarmName, State: types.AlarmStateOk})
	wantCode(t, "TestAlarm of a deleted alarm", err, "NotFoundException")
}

// An alarm is raised if enough of the periods are breaching, for each operator.
func TestAlarmEvaluation(t *testing.T) {
	client, now := newAlarmServer(t)
	in := cpuUtilization()
	points := instanceMetric(t, client, in) // of an hour
	last, before := *points[11].Average, *points[10].Average
	for _, test := range []struct {
		operator            types.ComparisonOperator
		threshold           float64
		periods, datapoints int32
		want                types.AlarmState
	}{
		{types.ComparisonOperatorGreaterThanThreshold, last, 1, 1, types.AlarmStateOk},
		{types.ComparisonOperatorGreaterThanOrEqualToThreshold, last, 1, 1, types.AlarmStateAlarm},
		{types.ComparisonOperatorLessThanThreshold, last, 1, 1, types.AlarmStateOk},
		{types.ComparisonOperatorLessThanOrEqualToThreshold, last, 1, 1, types.AlarmStateAlarm},
		{types.ComparisonOperatorGreaterThanOrEqualToThreshold, max(last, before), 2, 2, types.AlarmStateOk},
		{types.ComparisonOperatorGreaterThanOrEqualToThreshold, max(last, before), 2, 1, types.AlarmStateAlarm},
		{types.ComparisonOperatorGreaterThanOrEqualToThreshold, min(last, before), 2, 2, types.AlarmStateAlarm},
	} {
		*now = noon.Add(-5 * time.Minute)
		in := busyWeb(test.threshold)
		in.ComparisonOperator, in.EvaluationPeriods, in.DatapointsToAlarm = test.operator, &test.periods, &test.datapoints
		putAlarm(t, client, in)
		*now = noon
		if got := readAlarm(t, client, "busy").State; got != test.want {
			t.Errorf("%s %v in %d of %d periods: got %s, want %s", test.operator, test.threshold, test.datapoints, test.periods, got, test.want)
		}
		must[lightsail.DeleteAlarmOutput](t)(client.DeleteAlarm(t.Context(), &lightsail.DeleteAlarmInput{AlarmName: in.AlarmName}))
	}
}

// An instance that does not run has no data, which an alarm treats as configured.
func TestAlarmWithoutData(t *testing.T) {
	client, now := newAlarmServer(t)
	stopTestInstance(t, client, "web")
	for _, test := range []struct {
		treat types.TreatMissingData
		want  types.AlarmState
	}{
		{"", types.AlarmStateInsufficientData},
		{types.TreatMissingDataBreaching, types.AlarmStateAlarm},
		{types.TreatMissingDataIgnore, types.AlarmStateAlarm}, // the state before
		{types.TreatMissingDataNotBreaching, types.AlarmStateOk},
		{types.TreatMissingDataIgnore, types.AlarmStateOk},
		{types.TreatMissingDataMissing, types.AlarmStateInsufficientData},
	} {
		in := busyWeb(0.1)
		in.TreatMissingData = test.treat
		putAlarm(t, client, in)
		*now = now.Add(5 * time.Minute)
		wantAlarmState(t, "with "+string(test.treat), client, test.want)
	}
}

func TestPutAlarmInvalidInput(t *testing.T) {
	client, _ := newAlarmServer(t)
	for _, test := range []struct {
		change  func(in *lightsail.PutAlarmInput)
		message string
	}{
		{func(in *lightsail.PutAlarmInput) { in.AlarmName = aws.String("-") }, "alarmName: "},
		{func(in *lightsail.PutAlarmInput) { in.EvaluationPeriods = aws.Int32(0) }, "evaluationPeriods: must be from 1 to 288"},
		{func(in *lightsail.PutAlarmInput) { in.EvaluationPeriods = aws.Int32(289) }, "evaluationPeriods: must be from 1 to 288"},
		{func(in *lightsail.PutAlarmInput) { in.DatapointsToAlarm = aws.Int32(3) }, "datapointsToAlarm: must be from 1 to evaluationPeriods"},
		{func(in *lightsail.PutAlarmInput) { in.DatapointsToAlarm = aws.Int32(0) }, "datapointsToAlarm: "},
		{func(in *lightsail.PutAlarmInput) { in.NotificationTriggers = []types.AlarmState{types.AlarmStateOk} }, "notificationTriggers: must contain ALARM"},
		{func(in *lightsail.PutAlarmInput) { in.Tags = []types.Tag{{}} }, "tags[0].key"},
		{func(in *lightsail.PutAlarmInput) { in.MetricName = types.MetricNameHealthyHostCount }, "metricName: the Instance web does not have"},
		{func(in *lightsail.PutAlarmInput) { in.MonitoredResourceName = alpha }, "monitoredResourceName: an alarm cannot monitor a Bucket"},
		{func(in *lightsail.PutAlarmInput) { in.AlarmName = alpha }, "already in use: alpha"},
	} {
		in := busyWeb(1)
		test.change(in)
		_, err := client.PutAlarm(t.Context(), in)
		if errorCode(err) != invalidInput || !strings.Contains(err.Error(), test.message) {
			t.Errorf("got error %v, want %s with %q", err, invalidInput, test.message)
		}
	}
	in := busyWeb(1)
	in.MonitoredResourceName = aws.String("missing")
	_, err := client.PutAlarm(t.Context(), in)
	wantCode(t, "PutAlarm for a resource that does not exist", err, "NotFoundException")
}

// Each metric of a resource has at most two alarms, which are deleted with the resource.
func TestAlarmsOfResource(t *testing.T) {
	client, _ := newAlarmServer(t, lightsailtest.WithPageSize(1),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("db")}))
	ctx := t.Context()
	put := func(name, resource string, metric types.MetricName) error {
		in := busyWeb(1)
		in.AlarmName, in.MonitoredResourceName, in.MetricName = &name, &resource, metric
		_, err := client.PutAlarm(ctx, in)
		return err
	}
	for _, name := range []string{"web-1", "web-2", "web-2"} {
		if err := put(name, "web", types.MetricNameCPUUtilization); err != nil {
			t.Fatal(err)
		}
	}
	wantCode(t, "third alarm of the metric", put("web-3", "web", types.MetricNameCPUUtilization), invalidInput)
	if err := put("web-in", "web", types.MetricNameNetworkIn); err != nil {
		t.Error("alarm of another metric:", err)
	}
	if err := put("db-1", "db", types.MetricNameCPUUtilization); err != nil {
		t.Error("alarm of another resource:", err)
	}
	alarms := func(in lightsail.GetAlarmsInput) (found []string) {
		t.Helper()
		for a, err := range lightsail.NewGetAlarmsPaginator(client, &in).All(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			found = append(found, *a.Name)
		}
		return found
	}
	wantEqual(t, "all alarms", []string{"db-1", "web-1", "web-2", "web-in"}, alarms(lightsail.GetAlarmsInput{}))
	ofWeb := lightsail.GetAlarmsInput{MonitoredResourceName: aws.String("web")}
	wantEqual(t, "alarms of the instance", []string{"web-1", "web-2", "web-in"}, alarms(ofWeb))

	must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: aws.String("web")}))
	wantEqual(t, "alarms after the deletion of the instance", []string{"db-1"}, alarms(lightsail.GetAlarmsInput{}))
	wantEqual(t, "alarms of the deleted instance", []string(nil), alarms(ofWeb))
}

// An alarm that a test puts has default values and keeps its state for 5 minutes.
func TestPutJSONAlarm(t *testing.T) {
	now := noon
	server, _ := newTestServer(t, lightsailtest.WithUnsigned(), lightsailtest.WithClock(func() time.Time { return now }))
	client := server.Client(inProcess(server), unsigned)
	const document = `{"alarms": [
		{"name": "busy", "state": "ALARM", "threshold": 80, "monitoredResourceInfo": {"name": "web"}},
		{"monitoredResourceInfo": {"name": "gone"}, "treatMissingData": "breaching"},
		{"metricName": "RequestCount"}, {"monitoredResourceInfo": {"name": "web"}, "evaluationPeriods": 2000000000, "datapointsToAlarm": 288, "threshold": 0}
	]}`
	if err := server.PutJSON([]byte(document)); err != nil {
		t.Fatal(err)
	}
	wantAlarmState(t, "that was put", client, types.AlarmStateAlarm)
	now = now.Add(5 * time.Minute)
	wantAlarmState(t, "after 5 minutes", client, types.AlarmStateOk)
	wantEqual(t, "state of an alarm of a missing resource", types.AlarmStateAlarm, readAlarm(t, client, "alarm-2").State)
	wantEqual(t, "state of an alarm of no resource", types.AlarmStateInsufficientData, readAlarm(t, client, "alarm-3").State)
	wantEqual(t, "state of an alarm of more than a day", types.AlarmStateAlarm, readAlarm(t, client, "alarm-4").State)
}
