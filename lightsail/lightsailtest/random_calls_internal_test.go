package lightsailtest

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/types"
)

// randomInputs holds values for members of inputs by their lower-case names, which can
// follow the name of the parent and a period, and for the keys of maps by the names with
// " keys". The key "" has the values of other strings. internal/interop has them, too.
var randomInputs = sync.OnceValue(func() map[string][]any {
	text, err := os.ReadFile("testdata/random_inputs.json")
	if err != nil {
		panic(err)
	}
	inputs := map[string][]any{}
	if err := json.Unmarshal(text, &inputs); err != nil {
		panic(err)
	}
	return inputs
})

// randomChoice returns one of randomInputs for a member. It returns false if there are
// none.
func randomChoice(random *rand.Rand, parent, member string) (value any, ok bool) {
	member = strings.ToLower(member)
	choices := randomInputs()[strings.ToLower(parent)+"."+member]
	if choices == nil && member != "" {
		choices = randomInputs()[member]
	}
	if choices == nil {
		return nil, false
	}
	return choices[random.IntN(len(choices))], true
}

// randomInput returns a JSON value of a type for a member.
func randomInput(random *rand.Rand, parent, name string, t reflect.Type) any {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch t.Kind() {
	case reflect.Slice:
		list := []any{}
		for range random.IntN(3) {
			list = append(list, randomInput(random, parent, name, t.Elem()))
		}
		return list
	case reflect.Map:
		members := map[string]any{}
		for range random.IntN(3) {
			members[randomText(random, name+" keys")] = randomInput(random, parent, name, t.Elem())
		}
		return members
	}
	if value, ok := randomChoice(random, parent, name); ok {
		return value
	}
	switch {
	case t.Kind() == reflect.String && enumValues(t) == nil:
		return randomText(random, name)
	case t.Kind() == reflect.Struct && t != reflect.TypeFor[time.Time]():
		members := map[string]any{}
		fields := membersOf(t)
		for _, member := range slices.Sorted(maps.Keys(fields)) {
			field := fields[member]
			_, isUsual := randomInputs()[strings.ToLower(name+"."+member)]
			if field.Tag.Get("required") == "true" || isUsual || random.IntN(3) == 0 {
				members[member] = randomInput(random, name, member, field.Type)
			}
		}
		return members
	}
	return randomValue(random, t)
}

// randomText returns a value for a string.
func randomText(random *rand.Rand, member string) string {
	if value, ok := randomChoice(random, "", member); ok {
		return value.(string)
	}
	others := randomInputs()[""]
	return others[random.IntN(len(others))].(string)
}

// stateRules holds functions that return the contradictions in the state of a Region, such
// as a disk that is attached to an instance that does not exist, by the family of
// resources. The tests of each family add theirs.
var stateRules = map[string]func(st *state) (contradictions []string){}

// A randomRow is a row of TestRandomCalls.
type randomRow struct {
	name, operations string // operations is a regular expression
	more             string // an operation that is called three times as often as the others together
	resources        string // in JSON
	contradictory    bool   // whether the resources contradict themselves
	lags             []Lag  // of every second run
	runs, calls      int
	interval         time.Duration   // the longest time between two calls
	prepare          func(st *state) // called before each call
}

var randomRows = []randomRow{
	{
		name: "all", operations: ".", resources: sparseResources, runs: 40, calls: 400, interval: 10 * time.Hour,
		lags: []Lag{
			{State: "pending", Polls: 2}, {State: "stopping", Polls: 1}, {State: DiskAttaching, Polls: 1}, {State: DiskDetaching, Polls: 1},
			{Name: "beta", State: Hidden, Polls: 1}, {State: Deleted, Polls: 1}, {Name: "copy", State: "pending", Polls: 1, End: "error", Reason: "no space"},
		},
	},
	{
		name: "load balancers", operations: "LoadBalancer|^(Delete|Reboot|Start|Stop)Instance$", runs: 20, calls: 400,
		lags: []Lag{
			{State: "provisioning", Polls: 1}, {State: "PENDING_VALIDATION", Polls: 1}, {State: "initial", Polls: 2}, {State: "draining", Polls: 1},
			{State: "stopping", Polls: 1}, {State: Deleted, Polls: 1}, {Name: "tls-3", State: "PENDING_VALIDATION", Polls: 1, End: "FAILED"},
		},
		prepare: func(st *state) {
			for _, name := range []string{"web", "db", "alpha", "beta", "bare", "data", "copy"} {
				if st.resources[name] == nil {
					st.putInstance(types.Instance{Name: &name})
				}
			}
		},
	},
	{
		name: "distributions", operations: "Distribution|^(Create|Delete|Get)Certificate|^(Create|Delete)Bucket$", resources: sparseDistributions,
		runs: 20, calls: 400, interval: 72 * time.Hour,
		lags: []Lag{
			{State: distributionInProgress, Polls: 2}, {State: DistributionResetting, Polls: 1},
			{Name: "shop", State: "PENDING_VALIDATION", Polls: 2}, {State: Deleted, Polls: 1},
		},
	},
	{
		name: "databases", operations: "RelationalDatabase", runs: 20, calls: 400, interval: 25 * time.Hour, lags: databaseLags,
	},
	{
		name: "sparse databases", operations: "RelationalDatabase", resources: sparseDatabases, contradictory: true,
		runs: 20, calls: 400, interval: 25 * time.Hour, lags: databaseLags,
	},
	{
		name: "container services", operations: "Container", more: "CreateContainerServiceDeployment", resources: sparseContainerServices,
		runs: 20, calls: 600, interval: 2 * time.Hour,
		lags: []Lag{
			{State: "PENDING", Polls: 1}, {State: "UPDATING", Polls: 1}, {State: "DEPLOYING", Polls: 2},
			{Name: "sparse", State: "DEPLOYING", Polls: 1, End: "FAILED"}, {Name: "api", State: Deleted, Polls: 1},
		},
	},
	{
		name: "alarms and exports", resources: sparseMonitoring, runs: 10, calls: 500, interval: 10 * time.Minute,
		operations: "Alarm|ContactMethod|GUISession|CloudFormation|CopySnapshot|ExportSnapshot|CostEstimate|GetInstanceMetricData|Vpc",
		lags:       []Lag{{State: "PendingVerification", Polls: 1}, {State: "Started", Polls: 1}},
	},
}

var databaseLags = []Lag{
	{State: "creating", Polls: 1}, {State: "modifying", Polls: 2}, {State: "starting", Polls: 1}, {State: Deleted, Polls: 1},
	{Name: "copy-db", State: "modifying", Polls: 1, End: "available", Reason: "no"}, {State: "pending", Polls: 1},
}

// TestRandomCalls runs API operations in random order on a few resources, some of which a
// test has put with hardly any fields. No operation may panic, every output must be
// encodable, and the state must not contradict itself. Each operation of a row must be
// accepted now and then, and three quarters of those of the first row.
func TestRandomCalls(t *testing.T) {
	for _, row := range randomRows {
		t.Run(row.name, func(t *testing.T) {
			t.Parallel()
			names := slices.DeleteFunc(slices.Sorted(maps.Keys(apiOperations)), func(name string) bool {
				return !regexp.MustCompile(row.operations).MatchString(name)
			})
			choices := names
			if row.more != "" {
				choices = slices.Concat(names, slices.Repeat([]string{row.more}, 3*len(names)))
			}
			accepted := map[string]int{}
			for run := range row.runs {
				row.run(t, uint64(run), choices, accepted)
			}
			missing := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return accepted[name] > 0 })
			if row.operations == "." && len(missing) < len(names)/4 {
				return
			}
			if len(missing) > 0 {
				t.Errorf("no call of these operations was accepted: %s", strings.Join(missing, ", "))
			}
		})
	}
}

// run makes the calls of a run, and counts those that the server accepts.
func (row randomRow) run(t *testing.T, seed uint64, names []string, accepted map[string]int) {
	random, now := rand.New(rand.NewPCG(seed, 0)), start
	options := []Option{WithClock(func() time.Time { return now }), WithPageSize(2), WithRegions("us-east-1", "eu-west-1")}
	if seed%2 == 0 {
		options = append(options, WithLag(row.lags...))
	}
	server := NewServer(t, options...)
	if row.resources != "" {
		if err := server.PutJSON([]byte(row.resources)); err != nil {
			t.Fatal(err)
		}
	}
	st := server.account.home()
	for call := range row.calls {
		if row.prepare != nil {
			row.prepare(st)
		}
		name := names[random.IntN(len(names))]
		if strings.HasPrefix(name, "Delete") && random.IntN(4) > 0 {
			continue // most resources would not exist otherwise
		}
		body, err := json.Marshal(randomInput(random, "", "", inputTypes()[name]))
		if err != nil {
			t.Fatal(err)
		}
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Fatalf("run %d, call %d: %s %s: panic: %v", seed, call, name, body, p)
				}
			}()
			in, err := decode(inputTypes()[name], body)
			if err != nil {
				return
			}
			if _, err := st.runOperation(name, now, outcome{failed: random.IntN(20) == 0}, in); err == nil {
				accepted[name]++
			} else if !isException(err) {
				t.Errorf("run %d, call %d: %s %s: %v", seed, call, name, body, err)
			}
			server.Snapshot()
			if row.contradictory {
				return
			}
			for family, rule := range stateRules {
				for _, contradiction := range rule(st) {
					t.Fatalf("run %d, call %d: %s %s: %s: %s", seed, call, name, body, family, contradiction)
				}
			}
		}()
		if row.interval > 0 {
			now = now.Add(time.Duration(random.Int64N(int64(row.interval))))
		}
	}
}

// sparseResources holds resources with few fields.
const sparseResources = `{
	"buckets": [{"name": "alpha", "state": {}}],
	"instances": [{"name": "web"}, {"name": "bare", "state": {}, "hardware": {}, "networking": {}, "metadataOptions": {}, "addOns": [{}]}],
	"disks": [{"name": "data", "attachedTo": "web"}],
	"diskSnapshots": [{}],
	"instanceSnapshots": [{}],
	"staticIps": [{}, {"attachedTo": "gone"}],
	"keyPairs": [{}, {"fingerprint": "aa"}],
	"domains": [{"name": "example.com", "domainEntries": [{}, {"name": "example.com", "type": "NS"}]}],
	"certificates": [{}],
	"distributions": [{"name": "cdn"}],
	"loadBalancers": [{}, {"name": "front", "instanceHealthSummary": [{"instanceName": "web"}], "tlsCertificateSummaries": [{"isAttached": true}]}],
	"tlsCertificates": [{}, {"name": "tls-1", "domainValidationRecords": [{}], "subjectAlternativeNames": ["example.org"]}],
	"relationalDatabases": [{"name": "main"}],
	"containerServices": [{"containerServiceName": "sparse", "currentDeployment": {"containers": {"a": {"image": "nginx"}}}}],
	"alarms": [{}],
	"contactMethods": [{"name": "mail"}],
	"exportSnapshotRecords": [{"name": "export"}, {"sourceInfo": {}}],
	"cloudFormationStackRecords": [{}]
}`
