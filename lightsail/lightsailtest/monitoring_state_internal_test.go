package lightsailtest

import (
	"fmt"
	"slices"

	"github.com/lightsail-go/sdk/types"
)

func init() {
	stateRules["alarms"] = alarmContradictions
	stateRules["contact methods"] = contactMethodContradictions
	stateRules["exports"] = exportContradictions
}

// alarmContradictions ignores alarms that a test has put, which have no statistic.
func alarmContradictions(st *state) (found []string) {
	count := map[string]int{}
	for _, a := range list[*alarm](st) {
		contradiction := func(format string, args ...any) {
			found = append(found, a.name+": "+fmt.Sprintf(format, args...))
		}
		if !slices.Contains(a.State.Values(), a.State) {
			contradiction("unknown state %q", a.State)
		}
		if a.Statistic == "" {
			continue
		}
		info := *a.MonitoredResourceInfo
		r := st.resources[*info.Name]
		if r == nil || r.kind() != info.ResourceType {
			contradiction("the monitored %s %s does not exist", info.ResourceType, *info.Name)
			continue
		}
		if m, ok := metrics[r.kind()][string(a.MetricName)]; !ok || m.unit != a.Unit {
			contradiction("a %s does not have the metric %s in %s", r.kind(), a.MetricName, a.Unit)
		}
		if *a.DatapointsToAlarm > *a.EvaluationPeriods || !slices.Contains(a.NotificationTriggers, types.AlarmStateAlarm) {
			contradiction("impossible configuration")
		}
		metric := *info.Name + " " + string(a.MetricName)
		if count[metric]++; count[metric] > maxAlarms {
			contradiction("%s has more than %d alarms", metric, maxAlarms)
		}
	}
	return found
}

func contactMethodContradictions(st *state) (found []string) {
	protocols := map[types.ContactProtocol]bool{}
	for _, c := range list[*contactMethod](st) {
		if protocols[c.Protocol] {
			found = append(found, "two contact methods of "+string(c.Protocol))
		}
		protocols[c.Protocol] = true
		if !slices.Contains(c.Status.Values(), c.Status) || c.Protocol == types.ContactProtocolSms && c.Status != types.ContactMethodStatusValid {
			found = append(found, fmt.Sprintf("%s: status %q of %s", c.name, c.Status, c.Protocol))
		}
	}
	return found
}

func exportContradictions(st *state) (found []string) {
	for _, r := range list[*stackRecord](st) {
		for _, source := range r.SourceInfo {
			if _, ok := st.resources[*source.Name].(*exportRecord); !ok {
				found = append(found, r.name+": the export "+*source.Name+" does not exist")
			}
		}
	}
	return found
}

// sparseMonitoring holds alarms, contact methods and exports with few fields.
const sparseMonitoring = `{
	"alarms": [{}, {"name": "busy", "monitoredResourceInfo": {"name": "web"}, "state": "OK"}],
	"contactMethods": [{"name": "mail"}],
	"exportSnapshotRecords": [{"name": "export"}, {"sourceInfo": {}}],
	"cloudFormationStackRecords": [{}],
	"instances": [{"name": "web", "blueprintId": "research_notebook", "bundleId": "research_xlarge_1_0"}],
	"instanceSnapshots": [{}], "diskSnapshots": [{}]
}`
