package lightsailtest

import (
	"encoding/json"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// randomInput returns a JSON value of a type whose names are those of a few resources.
func randomInput(random *rand.Rand, name string, t reflect.Type) any {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if choices := randomInputs[strings.ToLower(name)]; choices != nil && t.Kind() != reflect.Slice {
		return choices[random.IntN(len(choices))]
	}
	if t.Kind() == reflect.String && enumValues(t) == nil {
		return randomText(random, name)
	}
	switch t.Kind() {
	case reflect.Slice:
		list := []any{}
		for range random.IntN(3) {
			list = append(list, randomInput(random, name, t.Elem()))
		}
		return list
	case reflect.Struct:
		if t == reflect.TypeFor[time.Time]() {
			break
		}
		members := map[string]any{}
		fields := membersOf(t)
		for _, member := range slices.Sorted(maps.Keys(fields)) {
			field := fields[member]
			if field.Tag.Get("required") == "true" || random.IntN(3) == 0 {
				members[member] = randomInput(random, member, field.Type)
			}
		}
		return members
	case reflect.Map:
		members := map[string]any{}
		for range random.IntN(3) {
			members[randomText(random, name+" keys")] = randomInput(random, name, t.Elem())
		}
		return members
	case reflect.Int32:
		if bounds, ok := randomNumbers[strings.ToLower(name)]; ok {
			return bounds[0] + random.IntN(bounds[1]-bounds[0]+1)
		}
	}
	return randomValue(random, t)
}

// randomNumbers holds the bounds of values for number members by their lower-case names.
// The tests of each family of resources add theirs.
var randomNumbers = map[string][2]int{}

// randomTexts holds values for string members by their lower-case names, and for the keys
// of map members by their names with " keys". The tests of each family of resources add
// theirs.
var randomTexts = map[string][]string{
	"availabilityzone": {"us-east-1a", "us-east-1b"},
	"blueprintid":      {"ubuntu_24_04", "windows_server_2022", "research_notebook"},
	"bundleid":         {"nano_3_0", "small_win_3_0", "small_1_0", "large_1_0", "research_xlarge_1_0"},
	"cidrs":            {"192.0.2.0/24", "0.0.0.0/0"},
	"date":             {"2026-01-31", "2026-01-30"},
	"diskpath":         {"/dev/xvdf", "/dev/xvdg"},
	"domainname":       {"example.com", "www.example.com", "*.example.com"},
	"ipv6cidrs":        {"2001:db8::/32", "::/0"},
	"name":             {"example.com", "www.example.com", "*.example.com", "alpha"},
	"originaldiskpath": {"/dev/xvdf", "/dev/xvdg"},
	"pagetoken":        {""},
	"restoredate":      {"2026-01-31", "2026-01-30"},
	"target":           {"192.0.2.1", `"text"`, "example.net"},
	"type":             {"A", "TXT", "CNAME"},
}

// randomInputs holds values for members that are no plain strings, such as numbers and
// enums, by their lower-case names. The tests of each family of resources add theirs.
var randomInputs = map[string][]any{}

// randomText returns a value for a string member with the given name.
func randomText(random *rand.Rand, member string) string {
	choices := randomTexts[strings.ToLower(member)]
	if choices == nil {
		choices = []string{"alpha", "beta", "web", "db", "bare", "data", "copy", "example.com", "LightsailDefaultKeyPair"}
	}
	return choices[random.IntN(len(choices))]
}

// stateRules holds functions that return the contradictions in the state of a Region, such
// as a disk that is attached to an instance that does not exist, by the family of
// resources. The tests of each family add theirs.
var stateRules = map[string]func(st *state) (contradictions []string){}

// TestRandomCalls runs API operations in random order on a few resources, some of which a
// test has put with hardly any fields. No operation may panic, every output must be
// encodable, and the state must not contradict itself.
func TestRandomCalls(t *testing.T) {
	lags := WithLag(
		Lag{State: "pending", Polls: 2}, Lag{State: "stopping", Polls: 1}, Lag{State: DiskAttaching, Polls: 1}, Lag{State: DiskDetaching, Polls: 1},
		Lag{Name: "beta", State: Hidden, Polls: 1}, Lag{State: Deleted, Polls: 1}, Lag{Name: "copy", State: "pending", Polls: 1, End: "error", Reason: "no space"})
	names := slices.Sorted(maps.Keys(apiOperations))
	inputs, accepted := inputTypes(), map[string]int{}
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 0))
		now := start
		options := []Option{WithClock(func() time.Time { return now }), WithPageSize(2)}
		if seed%2 == 0 {
			options = append(options, lags)
		}
		server := NewServer(t, options...)
		if err := server.PutJSON([]byte(sparseResources)); err != nil {
			t.Fatal(err)
		}
		st := server.account.home()
		for call := range 500 {
			name := names[random.IntN(len(names))]
			body, err := json.Marshal(randomInput(random, "", inputs[name]))
			if err != nil {
				t.Fatal(err)
			}
			func() {
				defer func() {
					if p := recover(); p != nil {
						t.Fatalf("seed %d, call %d: %s %s: panic: %v", seed, call, name, body, p)
					}
				}()
				in, err := decode(inputs[name], body)
				if err != nil {
					return
				}
				o := outcome{failed: random.IntN(20) == 0}
				if _, err := st.runOperation(name, now, o, in); err == nil {
					accepted[name]++
				} else if !isException(err) {
					t.Errorf("seed %d, call %d: %s %s: %v", seed, call, name, body, err)
				}
				server.Snapshot()
				for family, rule := range stateRules {
					for _, contradiction := range rule(st) {
						t.Fatalf("seed %d, call %d: %s %s: %s: %s", seed, call, name, body, family, contradiction)
					}
				}
			}()
			now = now.Add(time.Duration(random.IntN(600)) * time.Minute)
		}
	}
	if len(accepted) < len(names)*3/4 {
		t.Errorf("only %d of %d API operations had an accepted call: %v", len(accepted), len(names), accepted)
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
	"distributions": [{"name": "cdn"}]
}`
