package interop_test

import (
	"encoding/json"
	"fmt"
	"iter"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// randomCalls is the number of calls of a round of TestServerRandomCalls. At most
// maxRandomRounds rounds are run, which makes 10,000 calls.
const (
	randomCalls     = 500
	maxRandomRounds = 20
)

// TestServerRandomCalls calls all operations in random order with the official client, with
// input that the service could accept. Each output must be one of the service's model,
// each error one of its exceptions, and the state of the server must not contradict
// itself.
func TestServerRandomCalls(t *testing.T) {
	text, err := os.ReadFile("../../lightsail/lightsailtest/testdata/random_inputs.json")
	if err != nil {
		t.Fatal(err)
	}
	inputs := map[string][]any{}
	if err := json.Unmarshal(text, &inputs); err != nil {
		t.Fatal(err)
	}
	// Members that only random calls have seen are not enough for the report of TestMain.
	checker := &outputChecker{seen: map[string]bool{}}
	accepted := map[string]int{}
	for round := range min(*roundsFlag, maxRandomRounds) {
		g := &generator{Rand: seededRand(t.Name(), round), round: round}
		now := time.Date(2026, 1, 31, 23, 59, 59, 0, time.UTC)
		s := newSession(t, "official",
			lightsailtest.WithUnsigned(),
			lightsailtest.WithClock(func() time.Time { return now }),
			lightsailtest.WithPageSize(3),
			lightsailtest.WithLag(
				lightsailtest.Lag{State: "pending", Polls: round % 2},
				lightsailtest.Lag{State: lightsailtest.Deleted, Polls: round % 3},
				lightsailtest.Lag{Name: "beta", State: lightsailtest.Hidden, Polls: 1},
			),
			lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
			lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha")}),
		)
		s.server.Inject("", checker.hook(t))
		cfg := s.server.Config()
		cfg.Credentials, cfg.HTTPClient = aws.AnonymousCredentials{}, s.server.HTTPClient()
		s.configure(cfg)
		for call := range randomCalls {
			op := operations[g.IntN(len(operations))]
			for strings.HasPrefix(op, "Delete") && !g.oneIn(4) {
				op = operations[g.IntN(len(operations))] // most resources would not exist otherwise
			}
			in := reflect.New(inputType(op).Elem())
			g.validInput(in.Elem(), "", "", inputs)
			_, err, changed := s.client.call(t.Context(), op, in.Interface())
			if changed != nil {
				t.Error(changed)
			}
			if err == nil {
				accepted[op]++
			} else if code := errorCode(err); !strings.HasSuffix(code, "Exception") || code == "SerializationException" {
				t.Errorf("round %d, call %d: %v, input %+v", round, call, err, in)
			}
			if call%25 == 24 {
				for _, contradiction := range contradictions(t, lightsail.NewFromConfig(cfg)) {
					t.Errorf("round %d, call %d, after %s: %s", round, call, op, contradiction)
				}
			}
			if t.Failed() {
				return
			}
			now = now.Add(time.Duration(g.IntN(600)) * time.Minute)
		}
	}
	var never []string
	for _, op := range operations {
		if accepted[op] == 0 {
			never = append(never, op)
		}
	}
	t.Logf("%d of %d operations were accepted, not %s", len(accepted), len(operations), strings.Join(never, ", "))
	if *roundsFlag >= maxRandomRounds && len(accepted) < len(operations)*3/4 {
		t.Errorf("only %d of %d operations were accepted", len(accepted), len(operations))
	}
}

// validInput sets v, which is an input or a part of one, to random values that the service
// could accept. The inputs are values of members, as TestRandomCalls of lightsailtest has
// them.
func (g *generator) validInput(v reflect.Value, parent, name string, inputs map[string][]any) {
	choices := inputs[strings.ToLower(parent+"."+name)]
	if choices == nil && name != "" {
		choices = inputs[strings.ToLower(name)]
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		g.validInput(v.Elem(), parent, name, inputs)
	case reflect.Struct:
		if v.Type() == timeType {
			at := time.Date(2026, 1, 31, g.IntN(24), 0, 0, 0, time.UTC)
			if seconds, ok := pickOf[float64](g, choices); ok {
				at = time.Unix(int64(seconds), 0).UTC()
			}
			v.Set(reflect.ValueOf(at))
			return
		}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			member, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			_, isUsual := inputs[strings.ToLower(name+"."+member)]
			if member != "-" && (field.Tag.Get("required") == "true" || isUsual || g.oneIn(6)) {
				g.validInput(v.Field(i), name, member, inputs)
			}
		}
	case reflect.Slice:
		n := pick(g, 1, 1, 2)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			g.validInput(v.Index(i), parent, name, inputs)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		g.validInput(key, "", name+" keys", inputs)
		g.validInput(value, parent, name, inputs)
		v.SetMapIndex(key, value)
	case reflect.String:
		text, ok := pickOf[string](g, choices)
		if known := v.MethodByName("Values"); !ok && known.IsValid() {
			values := known.Call(nil)[0]
			text = values.Index(g.IntN(values.Len())).String()
		} else if !ok {
			text, _ = pickOf[string](g, inputs[""])
		}
		v.SetString(text)
	case reflect.Bool:
		v.SetBool(g.oneIn(2))
	case reflect.Int32, reflect.Int64:
		number, ok := pickOf[float64](g, choices)
		if !ok {
			number = pick[float64](g, 1, 2, 8, 32, 60, 80, 300, 443)
		}
		v.SetInt(int64(number))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(pick(g, 1, 0.5, 80))
	}
}

// pickOf returns one of the choices of a type. It returns false if there are none.
func pickOf[T any](g *generator, choices []any) (value T, ok bool) {
	if len(choices) == 0 {
		return value, false
	}
	value, ok = pick(g, choices...).(T)
	return value, ok
}

// contradictions returns what contradicts itself in the state of a server.
func contradictions(t *testing.T, client *lightsail.Client) (found []string) {
	t.Helper()
	ctx := t.Context()
	kinds := map[string]types.ResourceType{}
	check := func(ok bool, format string, args ...any) {
		if !ok {
			found = append(found, fmt.Sprintf(format, args...))
		}
	}
	add := func(kind types.ResourceType, name *string) {
		other, used := kinds[aws.ToString(name)]
		check(!used, "a %s and a %s have the name %s", kind, other, aws.ToString(name))
		kinds[aws.ToString(name)] = kind
	}
	instances := collect(t, lightsail.NewGetInstancesPaginator(client, nil).All(ctx))
	for _, i := range instances {
		add(types.ResourceTypeInstance, i.Name)
	}
	for _, b := range collect(t, lightsail.NewGetBucketsPaginator(client, nil).All(ctx)) {
		add(types.ResourceTypeBucket, b.Name)
	}
	for _, d := range collect(t, lightsail.NewGetDisksPaginator(client, nil).All(ctx)) {
		add(types.ResourceTypeDisk, d.Name)
		isInUse := d.State == types.DiskStateInUse
		check(isInUse == aws.ToBool(d.IsAttached), "disk %s is %s, and IsAttached is %t", *d.Name, d.State, aws.ToBool(d.IsAttached))
		check(!isInUse || kinds[aws.ToString(d.AttachedTo)] == types.ResourceTypeInstance, "disk %s is attached to %q, which is no instance", *d.Name, aws.ToString(d.AttachedTo))
	}
	addresses := map[string]string{}
	for _, ip := range collect(t, lightsail.NewGetStaticIpsPaginator(client, nil).All(ctx)) {
		add(types.ResourceTypeStaticIp, ip.Name)
		if name := aws.ToString(ip.AttachedTo); aws.ToBool(ip.IsAttached) {
			check(kinds[name] == types.ResourceTypeInstance, "static IP %s is attached to %q, which is no instance", *ip.Name, name)
			check(addresses[name] == "", "instance %s has two static IPs", name)
			addresses[name] = aws.ToString(ip.IpAddress)
		}
	}
	for _, i := range instances {
		if aws.ToBool(i.IsStaticIp) && i.PublicIpAddress != nil {
			check(*i.PublicIpAddress == addresses[*i.Name], "instance %s has the static address %s, want %q", *i.Name, *i.PublicIpAddress, addresses[*i.Name])
		}
	}
	for _, lb := range collect(t, lightsail.NewGetLoadBalancersPaginator(client, nil).All(ctx)) {
		add(types.ResourceTypeLoadBalancer, lb.Name)
		for _, health := range lb.InstanceHealthSummary {
			check(kinds[*health.InstanceName] == types.ResourceTypeInstance, "load balancer %s has the target %s, which is no instance", *lb.Name, *health.InstanceName)
		}
		attached := 0
		for _, c := range lb.TlsCertificateSummaries {
			if aws.ToBool(c.IsAttached) {
				attached++
			}
		}
		check(attached <= 1, "load balancer %s uses %d certificates", *lb.Name, attached)
	}
	for _, d := range collect(t, lightsail.NewGetRelationalDatabasesPaginator(client, nil).All(ctx)) {
		add(types.ResourceTypeRelationalDatabase, d.Name)
		check(aws.ToString(d.State) != "", "database %s has no state", *d.Name)
	}
	services, err := client.GetContainerServices(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, service := range services.ContainerServices {
		add(types.ResourceTypeContainerService, service.ContainerServiceName)
		if d := service.CurrentDeployment; d != nil {
			check(d.State == types.ContainerServiceDeploymentStateActive, "the current deployment of %s is %s", *service.ContainerServiceName, d.State)
		}
		if d := service.NextDeployment; d != nil {
			check(d.State == types.ContainerServiceDeploymentStateActivating, "the next deployment of %s is %s", *service.ContainerServiceName, d.State)
		}
	}
	certificates := map[string]types.CertificateSummary{}
	for _, c := range collect(t, lightsail.NewGetCertificatesPaginator(client, &lightsail.GetCertificatesInput{IncludeCertificateDetails: true}).All(ctx)) {
		add(types.ResourceTypeCertificate, c.CertificateName)
		certificates[aws.ToString(c.CertificateArn)] = c
	}
	for _, d := range collect(t, lightsail.NewGetDistributionsPaginator(client, nil).All(ctx)) {
		add(types.ResourceTypeDistribution, d.Name)
		if name := aws.ToString(d.CertificateName); name != "" {
			check(kinds[name] == types.ResourceTypeCertificate, "distribution %s uses %s, which is no certificate", *d.Name, name)
		}
	}
	for _, a := range collect(t, lightsail.NewGetAlarmsPaginator(client, nil).All(ctx)) {
		name := aws.ToString(a.MonitoredResourceInfo.Name)
		check(kinds[name] != "", "alarm %s monitors %s, which does not exist", *a.Name, name)
	}
	for _, o := range collect(t, lightsail.NewGetOperationsPaginator(client, nil).All(ctx)) {
		isDone := slices.Contains([]types.OperationStatus{types.OperationStatusSucceeded, types.OperationStatusFailed, types.OperationStatusCompleted}, o.Status)
		check(isDone == aws.ToBool(o.IsTerminal), "operation %s is %s, and IsTerminal is %t", *o.Id, o.Status, aws.ToBool(o.IsTerminal))
	}
	return found
}

// collect returns all items of a sequence. An error ends the test.
func collect[T any](t *testing.T, items iter.Seq2[T, error]) (all []T) {
	t.Helper()
	for item, err := range items {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, item)
	}
	return all
}
