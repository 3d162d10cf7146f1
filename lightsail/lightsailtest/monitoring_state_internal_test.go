package lightsailtest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/types"
)

func init() {
	stateRules["alarms"] = alarmContradictions
	stateRules["contact methods"] = contactMethodContradictions
	stateRules["exports"] = exportContradictions

	randomInputs["datapointstoalarm"] = []any{1, 2}
	randomInputs["endtime"] = []any{start.Unix(), start.Unix() + 3600}
	randomInputs["evaluationperiods"] = []any{1, 2, 288}
	randomInputs["period"] = []any{60, 300, 86400}
	randomInputs["sourceregion"] = []any{"us-east-1", "eu-west-1"}
	randomInputs["starttime"] = []any{start.Unix() - 86400, start.Unix()}
	randomInputs["unit"] = []any{"Bytes", "Count", "Percent"}

	randomTexts["alarmname"] = []string{"busy", "busy-2", "alpha"}
	randomTexts["contactendpoint"] = []string{"ops@example.com", "+12065550100"}
	randomTexts["monitoredresourcename"] = []string{"web", "bare", "beta", "alpha"}
	randomTexts["sourcename"] = []string{"export", "web"}
	randomTexts["sourcesnapshotname"] = []string{"instance-snapshot-1", "disk-snapshot-1", "alpha"}
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

// No operation on sparse resources of these families panics, and the state does not
// contradict itself. Each operation has accepted calls.
func TestRandomCallsOnSparseResources(t *testing.T) {
	const sparse = `{
		"alarms": [{}, {"name": "busy", "monitoredResourceInfo": {"name": "web"}, "state": "OK"}],
		"contactMethods": [{"name": "mail"}],
		"exportSnapshotRecords": [{"name": "export"}, {"sourceInfo": {}}],
		"cloudFormationStackRecords": [{}],
		"instances": [{"name": "web", "blueprintId": "research_notebook", "bundleId": "research_xlarge_1_0"}],
		"instanceSnapshots": [{}], "diskSnapshots": [{}]
	}`
	operations := []string{
		"CopySnapshot", "CreateCloudFormationStack", "CreateContactMethod", "CreateGUISessionAccessDetails", "DeleteAlarm", "DeleteContactMethod",
		"ExportSnapshot", "GetAlarms", "GetCloudFormationStackRecords", "GetContactMethods", "GetCostEstimate", "GetExportSnapshotRecords",
		"GetInstanceMetricData", "PutAlarm", "SendContactMethodVerification", "StartGUISession", "StopGUISession", "TestAlarm",
	}
	accepted := map[string]bool{}
	for seed := range uint64(10) {
		random, now := rand.New(rand.NewPCG(seed, 0)), start
		server := NewServer(t, WithClock(func() time.Time { return now }), WithRegions("us-east-1", "eu-west-1"),
			WithLag(Lag{State: "PendingVerification", Polls: 1}, Lag{State: "Started", Polls: 1}))
		if err := server.PutJSON([]byte(sparse)); err != nil {
			t.Fatal(err)
		}
		st := server.account.home()
		for range 500 {
			name := operations[random.IntN(len(operations))]
			body, err := json.Marshal(randomInput(random, "", inputTypes()[name]))
			if err != nil {
				t.Fatal(err)
			}
			if in, err := decode(inputTypes()[name], body); err == nil {
				if _, err := st.runOperation(name, now, outcome{}, in); err == nil {
					accepted[name] = true
				} else if !isException(err) {
					t.Errorf("%s %s: %v", name, body, err)
				}
			}
			for _, contradiction := range slices.Concat(alarmContradictions(st), contactMethodContradictions(st), exportContradictions(st)) {
				t.Fatalf("seed %d: %s %s: %s", seed, name, body, contradiction)
			}
			now = now.Add(time.Duration(random.IntN(600)) * time.Second)
		}
	}
	for _, name := range operations {
		if !accepted[name] {
			t.Errorf("no call of %s was accepted", name)
		}
	}
}
