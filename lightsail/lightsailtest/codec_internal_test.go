package lightsailtest

import (
	"encoding/json"
	"errors"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// randomValue returns a random JSON value of a type. A fifth of the values has a wrong
// type, an unknown member, an unknown enum value, or is null or blank.
func randomValue(random *rand.Rand, t reflect.Type) any {
	if t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	if random.IntN(20) == 0 {
		return []any{nil, "", " ", -1, 1e300, true, []any{nil}, map[string]any{"unknown": 1}}[random.IntN(8)]
	}
	if known := enumValues(t); known != nil {
		return known[random.IntN(len(known))]
	}
	if t == reflect.TypeFor[time.Time]() {
		return random.Int64N(1<<41) / 8
	}
	switch t.Kind() {
	case reflect.String:
		return []string{"a", "web-1", "日本 <&>\u2028", `"\`}[random.IntN(4)]
	case reflect.Bool:
		return random.IntN(2) == 0
	case reflect.Slice:
		list := []any{}
		for range random.IntN(3) {
			list = append(list, randomValue(random, t.Elem()))
		}
		return list
	case reflect.Map:
		members := map[string]any{}
		for _, key := range []string{"a", "日本", ""}[:random.IntN(4)] {
			members[key] = randomValue(random, t.Elem())
		}
		return members
	case reflect.Struct:
		members := map[string]any{}
		fields := membersOf(t)
		for _, name := range slices.Sorted(maps.Keys(fields)) {
			if random.IntN(8) > 0 {
				members[name] = randomValue(random, fields[name].Type)
			}
		}
		return members
	case reflect.Float32, reflect.Float64:
		return []any{0.5, 1e-30, 7, "NaN", "-Infinity"}[random.IntN(5)]
	}
	return random.IntN(1000)
}

// FuzzDecode decodes bodies as the input of an API operation. What decode accepts must
// have the same value after it has been encoded and decoded again.
func FuzzDecode(f *testing.F) {
	operations := slices.Sorted(maps.Keys(inputTypes()))
	random := rand.New(rand.NewPCG(1, 2))
	for i, name := range operations {
		for range 3 {
			body, err := json.Marshal(randomValue(random, inputTypes()[name]))
			if err != nil {
				f.Fatal(err)
			}
			f.Add(uint16(i), body)
		}
	}
	for _, body := range []string{"", "{}", "null", "[]", "0", `{"a":`, `{"tags":[null]}`, `{"tags":[[]]}`, `{"portInfo":{"fromPort":1e400}}`, "{}{}"} {
		f.Add(uint16(random.IntN(len(operations))), []byte(body))
	}
	f.Add(uint16(slices.Index(operations, "UpdateContainerService")), []byte(`{"serviceName":"api","publicDomainNames":{"a":null}}`))
	f.Fuzz(func(t *testing.T, operation uint16, body []byte) {
		name := operations[int(operation)%len(operations)]
		in, err := decode(inputTypes()[name], body)
		if err != nil {
			var rejected *requestError
			if in != nil && errors.As(err, &rejected) {
				t.Errorf("%s %q: got both %+v and the error %v", name, body, in, err)
			}
			return
		}
		text, err := awsjson.Marshal(in)
		if err != nil {
			t.Fatalf("%s %q: encode: %v", name, body, err)
		}
		again, err := decode(inputTypes()[name], text)
		if err != nil {
			t.Fatalf("%s %q: decode %q again: %v", name, body, text, err)
		}
		ignoreMetadata := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".ResultMetadata" }, cmp.Ignore())
		// A list in a map is sent as [] if it is nil.
		inMap := cmp.FilterPath(func(p cmp.Path) bool { _, ok := p.Last().(cmp.MapIndex); return ok }, cmpopts.EquateEmpty())
		if diff := cmp.Diff(in, again, cmpopts.EquateNaNs(), ignoreMetadata, inMap); diff != "" {
			t.Errorf("%s %q (-first +second):\n%s", name, body, diff)
		}
	})
}

func TestDecode(t *testing.T) {
	for _, test := range []struct{ operation, body, want string }{
		{"GetRegions", "{}", ""},
		{"GetRegions", `{"includeAvailabilityZones":null}`, ""},
		{"GetRegions", "", "decode request body"},
		{"GetRegions", "[]", "decode request body"},
		{"GetRegions", `{"includeAvailabilityZones":"true"}`, "decode request body"},
		{"GetRegions", `{"IncludeAvailabilityZones":true,"a":{"b":1}}`, "unknown members: IncludeAvailabilityZones, a"},
		{"PutInstancePublicPorts", `{"instanceName":"web","portInfos":[{"fromPort":1},{"port":1,"cidrs":[]}]}`, "unknown members: portInfos[1].port"},
		{"CreateContainerServiceDeployment", `{"serviceName":"web","containers":{"a":{"ports":{"80":"HTTP"},"image":"b","cpu":1}}}`, `unknown members: containers["a"].cpu`},
		{"UpdateBucket", `{"bucketName":"logs","cors":{"rules":[{"maxAge":1,"allowedMethods":[],"allowedOrigins":[]}]}}`, "unknown members: cors.rules[0].maxAge"},

		{"GetInstance", "{}", "instanceName: must be set"},
		{"GetInstance", `{"instanceName":null}`, "instanceName: must be set"},
		{"GetInstance", `{"instanceName":" \n"}`, "instanceName: must be set"},
		{"GetInstances", `{"pageToken":""}`, ""},
		{"CreateInstances", `{"instanceNames":[]}`, "availabilityZone: must be set; blueprintId: must be set; bundleId: must be set"},
		{"UpdateBucket", `{"bucketName":"logs","accessLogConfig":{}}`, "accessLogConfig.enabled: must be set"},
		{"UpdateBucket", `{"bucketName":"logs","accessLogConfig":{"enabled":false}}`, ""},
		{"UpdateBucket", `{"bucketName":"logs","cors":{"rules":[{}]}}`, "cors.rules[0].allowedMethods: must be set; cors.rules[0].allowedOrigins: must be set"},

		{"GetInstanceAccessDetails", `{"instanceName":"web","protocol":"SSH"}`, "protocol: must be one of ssh, rdp"},
		{"GetInstanceAccessDetails", `{"instanceName":"web","protocol":""}`, ""},
		{"PutInstancePublicPorts", `{"instanceName":"web","portInfos":[{"protocol":"tcp"},{"protocol":"TCP"}]}`, "portInfos[1].protocol: must be one of tcp, all, udp, icmp, icmpv6"},
		{"CreateContainerServiceDeployment", `{"serviceName":"web","containers":{"a":{"ports":{"80":"http"}}}}`, `containers["a"].ports["80"]: must be one of`},
	} {
		in, err := decode(inputTypes()[test.operation], []byte(test.body))
		switch {
		case test.want == "":
			if err != nil || reflect.TypeOf(in) != reflect.PointerTo(inputTypes()[test.operation]) {
				t.Errorf("%s %s: got %T and the error %v, want an input", test.operation, test.body, in, err)
			}
		case err == nil || !strings.Contains(err.Error(), test.want):
			t.Errorf("%s %s: got error %v, want %q", test.operation, test.body, err, test.want)
		default:
			var rejected *requestError
			isRejected := strings.Contains(test.want, "unknown") || strings.Contains(test.want, "decode")
			if errors.As(err, &rejected) != isRejected || !isRejected && !errors.As(err, new(*types.InvalidInputException)) {
				t.Errorf("%s %s: got a %T, want one of the client: %v", test.operation, test.body, err, isRejected)
			}
		}
	}
}

func TestEncode(t *testing.T) {
	seven, half, large, name := float32(7), float32(0.5), 1e21, "<日本>"
	count := int32(7)
	at := time.Unix(1600000000, 0)
	for _, test := range []struct {
		out  any
		want string
	}{
		{&lightsail.GetBundlesOutput{Bundles: []types.Bundle{{Price: &seven, RamSizeInGb: &half, CpuCount: &count}, {Price: &seven}}},
			`{"bundles":[{"cpuCount":7,"price":7.0,"ramSizeInGb":0.5},{"price":7.0}]}`},
		{&lightsail.GetInstanceOutput{Instance: &types.Instance{Name: &name, CreatedAt: &at, Tags: []types.Tag{}, Hardware: &types.InstanceHardware{RamSizeInGb: &seven}}},
			`{"instance":{"createdAt":1600000000,"hardware":{"ramSizeInGb":7.0},"name":"<日本>","tags":[]}}`},
		{&lightsail.GetInstanceMetricDataOutput{MetricData: []types.MetricDatapoint{{Average: &large}}}, `{"metricData":[{"average":1e+21}]}`},
		{&lightsail.GetBucketsOutput{Buckets: []types.Bucket{{Name: &name}}}, `{"buckets":[{"name":"<日本>"}]}`},
		{new(lightsail.GetBundlesOutput), "{}"},
	} {
		got, err := encode(test.out)
		if err != nil || string(got) != test.want {
			t.Errorf("%T: got %s, %v, want %s", test.out, got, err, test.want)
		}
	}
}
