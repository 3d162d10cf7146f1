package interop_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// TestMain reports the members of outputs that no session has seen, after all tests.
func TestMain(m *testing.M) {
	code := m.Run()
	pattern := flag.Lookup("test.run").Value.String()
	if code == 0 && (pattern == "" || pattern == "TestServer") && flag.Lookup("test.list").Value.String() == "" {
		code = outputs.report()
	}
	os.Exit(code)
}

// neverSet holds the members that no response of a lightsailtest server in a session
// has, with the reason. The key is the name of a type or of one of its fields.
var neverSet = map[string]string{
	"CreateGUISessionAccessDetailsOutput.FailureReason": "no session of the server fails",
	"GetOperationsForResourceOutput.NextPageCount":      "the service has replaced it by NextPageToken",
	"types.AccessKeyLastUsed.LastUsedDate":              "no access key of the server is ever used",
	"types.Domain.RegisteredDomainDelegationInfo":       "the server does not simulate the registration of domains",
	"types.DomainEntry.Options":                         "the service has discontinued it",
	"types.InstanceHealthStatusDetail.ImpairedSince":    "no instance of the server fails a check",
	"types.Disk.GbInUse":                                "the service has discontinued it",
	"types.InstanceSnapshot.Progress":                   "only disk snapshots have one",
}

// notInModel holds enum values of the server that the model lacks, by enum. Domains have
// the Region global, and the operations for tags, key pairs, automatic snapshots, copies and
// exports of snapshots, and the peering of VPCs return records, for which the model has no
// operation types. The model spells public ports Public, and lacks the engine postgres and
// the state of a disk that is being deleted, which is documented. Published examples have
// these values, except for those of tags, of ImportKeyPair, and of exports. Terraform has
// the default for forwarded headers.
var notInModel = map[string][]string{
	"OperationType": {
		"CopySnapshot", "CreateCloudFormationStack", "CreateDomainEntry", "CreateKeyPair", "DeleteAutoSnapshot", "DeleteKeyPair", "ExportSnapshot",
		"ImportKeyPair", "PeeredVpc", "TagResource", "UnpeeredVpc", "UntagResource",
	},
	"DiskState":                {"deleting"},
	"ForwardValues":            {"default"},
	"PortAccessType":           {"public"},
	"RegionName":               {"global"},
	"RelationalDatabaseEngine": {"postgres"},
}

// outputs checks the responses of the servers of all sessions.
var outputs = outputChecker{seen: map[string]bool{}}

// An outputChecker compares responses with the model of the service, and collects the
// members that they set.
type outputChecker struct {
	mu   sync.Mutex
	seen map[string]bool // fields by type and name, and types
}

// A model holds the shapes and the enums of the service.
type model struct {
	Shapes map[string]map[string]struct{ Type, Wire string }
	Enums  map[string]map[string]string
}

// loadModel returns the model, or nil where its file does not exist.
var loadModel = sync.OnceValues(func() (*model, error) {
	text, err := os.ReadFile(filepath.FromSlash("../../../shared/facts/shapes-all.json"))
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	m := new(model)
	return m, json.Unmarshal(text, m)
})

// TestServerModel checks that the model is there. Without it, sessions do not check
// responses.
func TestServerModel(t *testing.T) {
	m, err := loadModel()
	if err != nil {
		t.Fatal(err)
	}
	if m == nil {
		t.Skip("../shared/facts/shapes-all.json does not exist: outputs of the server are not checked")
	}
	c := outputCheck{model: m, set: func(string) {}}
	c.object("GetBucketsOutput", "$", map[string]any{
		"buckets": []any{map[string]any{"name": 1.0, "url": nil, "createdAt": "now", "unknown": true, "accessRules": map[string]any{"getObject": "no"}}},
	})
	want := []string{
		`$.buckets[0].accessRules.getObject: unknown value "no" of AccessType`, "$.buckets[0].createdAt: string instead of *time.Time",
		"$.buckets[0].name: float64 instead of *string", "$.buckets[0].unknown: unknown member",
	}
	slices.Sort(c.problems)
	if !slices.Equal(c.problems, want) {
		t.Errorf("got %q, want %q", c.problems, want)
	}
}

// hook returns a fault that checks each response and does not change it.
func (o *outputChecker) hook(t *testing.T) lightsailtest.Fault {
	return lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		if err != nil || resp.StatusCode != http.StatusOK {
			return resp, err
		}
		body, err := io.ReadAll(resp.Body)
		if err != nil {
			return nil, err
		}
		resp.Body = io.NopCloser(bytes.NewReader(body))
		_, op, _ := strings.Cut(r.Header.Get("X-Amz-Target"), ".")
		for _, problem := range o.check(op, body) {
			t.Errorf("response of %s: %s", op, problem)
		}
		return resp, nil
	}).Always()
}

// check returns what the model does not allow in a response.
func (o *outputChecker) check(op string, body []byte) []string {
	m, err := loadModel()
	if m == nil {
		return nil
	}
	var value any
	if err == nil {
		err = json.Unmarshal(body, &value)
	}
	if err != nil {
		return []string{err.Error()}
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	c := outputCheck{model: m, set: func(field string) { o.seen[field] = true }}
	c.object(op+"Output", "$", value)
	return c.problems
}

// outputCheck is the check of one response.
type outputCheck struct {
	*model
	set      func(field string)
	problems []string
}

func (c *outputCheck) problem(path, format string, args ...any) {
	c.problems = append(c.problems, path+": "+fmt.Sprintf(format, args...))
}

// object checks an object of the named shape.
func (c *outputCheck) object(name, path string, value any) {
	members, ok := value.(map[string]any)
	if !ok {
		c.problem(path, "%T instead of %s", value, name)
		return
	}
	c.set(name)
	fields := map[string]string{}
	for field, f := range c.Shapes[name] {
		fields[f.Wire] = field
	}
	for wire, value := range members {
		field, known := fields[wire]
		if !known {
			c.problem(path+"."+wire, "unknown member")
			continue
		}
		if value == nil {
			continue
		}
		c.set(name + "." + field)
		c.value(c.Shapes[name][field].Type, path+"."+wire, value)
	}
}

// value checks a value of a Go type, as the model spells it.
func (c *outputCheck) value(goType, path string, value any) {
	if elem, isList := strings.CutPrefix(goType, "[]"); isList {
		list, ok := value.([]any)
		if !ok {
			c.problem(path, "%T instead of %s", value, goType)
		}
		for i, v := range list {
			c.value(elem, fmt.Sprintf("%s[%d]", path, i), v)
		}
		return
	}
	if elem, isMap := strings.CutPrefix(goType, "map[string]"); isMap {
		members, ok := value.(map[string]any)
		if !ok {
			c.problem(path, "%T instead of %s", value, goType)
		}
		for key, v := range members {
			c.value(elem, path+"."+key, v)
		}
		return
	}
	plain := strings.TrimPrefix(goType, "*")
	name, isNamed := strings.CutPrefix(plain, "types.")
	ok := false
	switch {
	case isNamed && c.Enums[name] != nil:
		var text string
		known := slices.Concat(slices.Collect(maps.Values(c.Enums[name])), notInModel[name])
		if text, ok = value.(string); ok && !slices.Contains(known, text) {
			c.problem(path, "unknown value %q of %s", text, name)
		}
	case isNamed:
		c.object(plain, path, value)
		return
	case plain == "string":
		_, ok = value.(string)
	case plain == "bool":
		_, ok = value.(bool)
	case strings.HasPrefix(plain, "int"), strings.HasPrefix(plain, "float"), plain == "time.Time":
		_, ok = value.(float64)
	}
	if !ok {
		c.problem(path, "%T instead of %s", value, goType)
	}
}

// report prints the operations, and the members of their outputs, that no session has
// seen. It returns 1 if there are any without a reason in neverSet, or if a member of
// neverSet was seen.
func (o *outputChecker) report() (code int) {
	m, err := loadModel()
	if m == nil || err != nil {
		return 0
	}
	var missing []string
	visited := map[string]bool{}
	var visit func(name string)
	visit = func(name string) {
		if visited[name] {
			return
		}
		visited[name] = true
		if neverSet[name] != "" {
			return
		}
		for _, field := range slices.Sorted(maps.Keys(m.Shapes[name])) {
			key := name + "." + field
			if neverSet[key] != "" {
				continue
			}
			if !o.seen[key] {
				missing = append(missing, key)
			}
			if _, elem, ok := strings.Cut(m.Shapes[name][field].Type, "types."); ok && m.Shapes["types."+elem] != nil {
				visit("types." + elem)
			}
		}
	}
	for _, op := range operations {
		if o.seen[op+"Output"] {
			visit(op + "Output")
		} else {
			missing = append(missing, op)
		}
	}
	for key, reason := range neverSet {
		if o.seen[key] {
			fmt.Printf("%s is set now, although neverSet says: %s\n", key, reason)
			code = 1
		}
	}
	for _, key := range missing {
		fmt.Printf("no session has seen %s: extend one, or add it to neverSet with the reason\n", key)
		code = 1
	}
	return code
}
