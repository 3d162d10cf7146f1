package lightsailtest

import (
	"cmp"
	"reflect"
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("DeleteAlarm", (*state).deleteAlarm)
	register("GetAlarms", (*state).getAlarms)
	register("PutAlarm", (*state).putAlarm)
	register("TestAlarm", (*state).testAlarm)

	registerPut("alarms", (*state).addAlarm)
}

const (
	// alarmPeriod is the period that an alarm evaluates at once, and the time between two
	// evaluations.
	alarmPeriod = 5 * time.Minute

	maxEvaluationPeriods = 288

	// maxAlarms is the maximum number of alarms of each metric of a resource.
	maxAlarms = 2
)

// monitored holds the types of the resources whose metrics an alarm can monitor. These are
// the ones of the API reference. The developer guide also names distributions.
var monitored = []types.ResourceType{
	types.ResourceTypeInstance, types.ResourceTypeLoadBalancer, types.ResourceTypeRelationalDatabase,
}

// An alarm compares a metric of a resource with a threshold.
type alarm struct {
	entry
	types.Alarm

	// evaluated is the time from which the state holds. The next evaluation is one period
	// later.
	evaluated time.Time
}

func (*alarm) kind() types.ResourceType { return types.ResourceTypeAlarm }

func (a *alarm) value() any { return &a.Alarm }

// newAlarm returns an alarm with default values for the fields of a that are not set.
// That all of EvaluationPeriods must be breaching by default is a guess.
func (st *state) newAlarm(a types.Alarm) *alarm {
	setDefaultName[*alarm](st, &a.Name, "alarm-%d")
	if a.State == "" {
		a.State = types.AlarmStateInsufficientData
	}
	if a.ContactProtocols == nil {
		a.ContactProtocols = []types.ContactProtocol{}
	}
	if a.ComparisonOperator == "" {
		a.ComparisonOperator = types.ComparisonOperatorGreaterThanOrEqualToThreshold
	}
	setDefault(&a.EvaluationPeriods, 1)
	setDefault(&a.DatapointsToAlarm, *a.EvaluationPeriods)
	if a.MetricName == "" {
		a.MetricName = types.MetricNameCPUUtilization
	}
	setDefault(&a.MonitoredResourceInfo, types.MonitoredResourceInfo{})
	setDefault(&a.NotificationEnabled, true)
	if len(a.NotificationTriggers) == 0 {
		a.NotificationTriggers = []types.AlarmState{types.AlarmStateAlarm}
	}
	setDefault(&a.Period, int32(alarmPeriod/time.Second))
	setDefault(&a.Threshold, 80)
	if a.TreatMissingData == "" {
		a.TreatMissingData = types.TreatMissingDataMissing
	}
	return &alarm{Alarm: a, evaluated: st.now}
}

func (st *state) addAlarm(a types.Alarm) { st.put(st.newAlarm(a), "all") }

// putAlarm makes several guesses: the errors, and the statistic of an alarm, which the
// service chooses.
func (st *state) putAlarm(in *lightsail.PutAlarmInput) (*lightsail.PutAlarmOutput, error) {
	var v violations
	v.resourceName("alarmName", in.AlarmName)
	v.check(1 <= *in.EvaluationPeriods && *in.EvaluationPeriods <= maxEvaluationPeriods, "evaluationPeriods",
		"must be from 1 to %d", maxEvaluationPeriods)
	if in.DatapointsToAlarm != nil {
		v.check(1 <= *in.DatapointsToAlarm && *in.DatapointsToAlarm <= *in.EvaluationPeriods, "datapointsToAlarm",
			"must be from 1 to evaluationPeriods")
	}
	v.check(len(in.NotificationTriggers) == 0 || slices.Contains(in.NotificationTriggers, types.AlarmStateAlarm),
		"notificationTriggers", "must contain %s", types.AlarmStateAlarm)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	info, m, err := st.monitor(in.MonitoredResourceName, string(in.MetricName))
	if err != nil {
		return nil, err
	}
	if err := st.checkAlarms(in); err != nil {
		return nil, err
	}
	configured := st.newAlarm(types.Alarm{
		ComparisonOperator:    in.ComparisonOperator,
		ContactProtocols:      in.ContactProtocols,
		DatapointsToAlarm:     in.DatapointsToAlarm,
		EvaluationPeriods:     in.EvaluationPeriods,
		MetricName:            in.MetricName,
		MonitoredResourceInfo: &info,
		Name:                  in.AlarmName,
		NotificationEnabled:   in.NotificationEnabled,
		NotificationTriggers:  in.NotificationTriggers,
		Statistic:             m.statistic,
		Tags:                  mergeTags(nil, in.Tags),
		Threshold:             in.Threshold,
		TreatMissingData:      in.TreatMissingData,
		Unit:                  m.unit,
	})
	a, err := find[*alarm](st, in.AlarmName)
	if err == nil {
		st.evaluate(a)
		a.reconfigure(configured.Alarm)
	} else if err = st.checkNames(*in.AlarmName); err == nil {
		a = configured
		st.create(a, "all")
	}
	if err != nil {
		return nil, err
	}
	return &lightsail.PutAlarmOutput{Operations: st.record(types.OperationTypePutAlarm, a)}, nil
}

// monitor returns the resource that an alarm is to monitor, and the metric.
func (st *state) monitor(name *string, metricName string) (info types.MonitoredResourceInfo, m metric, err error) {
	r, ok := st.findAny(name)
	if !ok {
		return info, m, notFound("resource", *name)
	}
	if !slices.Contains(monitored, r.kind()) {
		return info, m, invalidInput("monitoredResourceName: an alarm cannot monitor a %s", r.kind())
	}
	if m, ok = metrics[r.kind()][metricName]; !ok {
		return info, m, invalidInput("metricName: the %s %s does not have the metric %s", r.kind(), *name, metricName)
	}
	arn := reflect.ValueOf(r.value()).Elem().FieldByName("Arn").Interface().(*string)
	return types.MonitoredResourceInfo{Arn: arn, Name: name, ResourceType: r.kind()}, m, nil
}

// checkAlarms returns an error if the metric of an input has the maximum number of other
// alarms.
func (st *state) checkAlarms(in *lightsail.PutAlarmInput) error {
	others := 0
	for _, a := range list[*alarm](st) {
		if a.name != *in.AlarmName && a.MetricName == in.MetricName && a.monitors(*in.MonitoredResourceName) {
			others++
		}
	}
	if others < maxAlarms {
		return nil
	}
	return invalidInput("metricName: %s of %s has %d alarms", in.MetricName, *in.MonitoredResourceName, others)
}

// reconfigure replaces the configuration of the alarm. It keeps the tags, which PutAlarm
// sets for new alarms only, and the state.
func (a *alarm) reconfigure(configured types.Alarm) {
	old := a.Alarm
	a.Alarm = configured
	a.Arn, a.CreatedAt, a.Location = old.Arn, old.CreatedAt, old.Location
	a.ResourceType, a.SupportCode = old.ResourceType, old.SupportCode
	a.State, a.Tags = old.State, old.Tags
}

// monitors reports whether the alarm monitors the resource with the given name.
func (a *alarm) monitors(name string) bool { return deref(a.MonitoredResourceInfo.Name) == name }

// getAlarms returns a NotFoundException for the name of an alarm that does not exist, and
// no alarms for that of a resource, which is a guess.
func (st *state) getAlarms(in *lightsail.GetAlarmsInput) (*lightsail.GetAlarmsOutput, error) {
	if in.AlarmName != nil {
		a, err := show[*alarm](st, in.AlarmName)
		if err != nil {
			return nil, err
		}
		st.evaluate(a)
		return &lightsail.GetAlarmsOutput{Alarms: []types.Alarm{a.Alarm}}, nil
	}
	all := slices.DeleteFunc(list[*alarm](st), func(a *alarm) bool {
		return in.MonitoredResourceName != nil && !a.monitors(*in.MonitoredResourceName)
	})
	page, next, err := pageOf(st, in, all, func(a *alarm) string { return a.name })
	return &lightsail.GetAlarmsOutput{
		Alarms: values(visible(st, page), func(a *alarm) types.Alarm {
			st.evaluate(a)
			return a.Alarm
		}),
		NextPageToken: next,
	}, err
}

// testAlarm sets the state of an alarm until its next evaluation. The server does not send
// notifications.
func (st *state) testAlarm(in *lightsail.TestAlarmInput) (*lightsail.TestAlarmOutput, error) {
	a, err := find[*alarm](st, in.AlarmName)
	if err != nil {
		return nil, err
	}
	a.State, a.evaluated = in.State, st.now
	return &lightsail.TestAlarmOutput{Operations: st.record(types.OperationTypeTestAlarm, a)}, nil
}

// evaluate sets the state of an alarm if a period has passed since the last evaluation.
func (st *state) evaluate(a *alarm) {
	if elapsed := st.now.Sub(a.evaluated).Truncate(alarmPeriod); elapsed > 0 {
		a.evaluated = a.evaluated.Add(elapsed)
		a.State = st.alarmState(a)
	}
}

// alarmState returns the state of an alarm at the time of its evaluation. Data is missing
// only for a resource that no longer exists and for an instance that does not run, for which
// all of it is missing.
func (st *state) alarmState(a *alarm) types.AlarmState {
	r, ok := st.findAny(a.MonitoredResourceInfo.Name)
	if i, isInstance := r.(*instance); isInstance && deref(i.State.Name) != instanceRunning {
		ok = false
	}
	var s series
	if ok {
		s, ok = seriesOf(r, string(a.MetricName))
	}
	if !ok {
		return a.stateWithoutData()
	}
	var breaching int32
	for n := range min(*a.EvaluationPeriods, maxEvaluationPeriods) {
		end := a.evaluated.Add(-time.Duration(n) * alarmPeriod)
		sum := s.summarize(end.Add(-alarmPeriod).Unix(), end.Unix())
		if a.isBreaching(sum.value(cmp.Or(a.Statistic, s.statistic))) {
			breaching++
		}
	}
	if breaching >= *a.DatapointsToAlarm {
		return types.AlarmStateAlarm
	}
	return types.AlarmStateOk
}

func (a *alarm) stateWithoutData() types.AlarmState {
	switch a.TreatMissingData {
	case types.TreatMissingDataBreaching:
		return types.AlarmStateAlarm
	case types.TreatMissingDataIgnore:
		return a.State
	case types.TreatMissingDataNotBreaching:
		return types.AlarmStateOk
	}
	return types.AlarmStateInsufficientData
}

func (a *alarm) isBreaching(value float64) bool {
	switch a.ComparisonOperator {
	case types.ComparisonOperatorGreaterThanOrEqualToThreshold:
		return value >= *a.Threshold
	case types.ComparisonOperatorGreaterThanThreshold:
		return value > *a.Threshold
	case types.ComparisonOperatorLessThanOrEqualToThreshold:
		return value <= *a.Threshold
	}
	return value < *a.Threshold
}

func (st *state) deleteAlarm(in *lightsail.DeleteAlarmInput) (*lightsail.DeleteAlarmOutput, error) {
	a, err := find[*alarm](st, in.AlarmName)
	if err != nil {
		return nil, err
	}
	st.remove(a, "")
	return &lightsail.DeleteAlarmOutput{Operations: st.record(types.OperationTypeDeleteAlarm, a)}, nil
}

// deleteAlarms deletes the alarms that monitor r. That the service does so when it deletes
// r is a guess.
func (st *state) deleteAlarms(r resource) {
	for _, a := range list[*alarm](st) {
		if a.monitors(r.base().name) {
			delete(st.resources, a.name)
		}
	}
}
