package interop_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// settings are the options, calls and responses of a comparison. Both clients get
// the same.
type settings struct {
	env        map[string]string
	config     func(*aws.Config)
	options    map[string]any // by path of the field in Options, "EndpointOptions.DisableHTTPS"
	where      place          // where options, ours and official are set
	ours       func(*lightsail.Options)
	official   func(*official.Options)
	context    func(context.Context) (context.Context, context.CancelFunc)
	responders []responder // in order; the last one repeats; default: 200 with {}
	calls      int         // number of calls with one client; 0 means 1
	logs       bool        // compare the log
	mutated    bool        // middleware may break the client: compare unclosed bodies, wrong signatures and panics

	middlewarePath bool // our client gets a middleware that does nothing
}

// A place is where options are set.
type place int

const (
	onClient place = iota // in an option function of NewFromConfig
	onCall                // in an option function of the call
	onNew                 // in the Options passed to New
)

func (p place) String() string {
	return [...]string{"option function of the client", "option function of the call", "Options of New"}[p]
}

// An exchange is the result of the calls with one client.
type exchange struct {
	Requests []request
	Results  []result
	Log      []string
	Open     int // number of response bodies that were not closed
}

// withTimeout returns a context function that sets a deadline and a value.
func withTimeout(d time.Duration) func(context.Context) (context.Context, context.CancelFunc) {
	return func(ctx context.Context) (context.Context, context.CancelFunc) {
		return context.WithTimeout(context.WithValue(ctx, callerKey{}, "kept"), d)
	}
}

// canceledAfterSecond is a context function that cancels after one second.
func canceledAfterSecond(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	time.AfterFunc(time.Second, func() { cancel(errors.New("enough")) })
	return ctx, func() { cancel(nil) }
}

// provider is the credentials provider of both clients.
type provider struct {
	aws.Credentials
	err error
}

func (p provider) Retrieve(context.Context) (aws.Credentials, error) { return p.Credentials, p.err }

var keys = aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "secret/KEY+1", Source: "test"}

// exchanges calls op with both clients. It calls our client a second time on the
// middleware path, and fails the test if that makes a difference. Each client runs
// in its own synctest bubble, so all start at the same instant of the fake clock
// and waiting takes no time.
func exchanges(t *testing.T, s settings, op string, input any) (ours, reference exchange) {
	t.Helper()
	for name, value := range s.env {
		t.Setenv(name, value)
	}
	synctest.Test(t, func(t *testing.T) { ours = s.run(t, s.ourCaller, op, input) })
	synctest.Test(t, func(t *testing.T) { reference = s.run(t, s.officialCaller, op, input) })
	var instrumented exchange
	s.middlewarePath = true
	synctest.Test(t, func(t *testing.T) { instrumented = s.run(t, s.ourCaller, op, input) })
	if diff := cmp.Diff(ours, instrumented, cmpOptions...); diff != "" {
		t.Errorf("direct path (-), middleware path (+):\n%s", diff)
	}
	return ours, reference
}

func (s settings) ourCaller(transport *fakeTransport) caller {
	cfg := s.awsConfig(transport)
	switch s.where {
	case onNew:
		o := lightsail.Options{Region: cfg.Region, Credentials: cfg.Credentials, HTTPClient: cfg.HTTPClient}
		s.setOurs(&o)
		return caller{reflect.ValueOf(lightsail.New(o)), nil}
	case onClient:
		return caller{reflect.ValueOf(lightsail.NewFromConfig(cfg, s.setOurs)), nil}
	}
	return caller{reflect.ValueOf(lightsail.NewFromConfig(cfg)), s.setOurs}
}

func (s settings) officialCaller(transport *fakeTransport) caller {
	cfg := s.awsConfig(transport)
	switch s.where {
	case onNew:
		o := official.Options{Region: cfg.Region, Credentials: cfg.Credentials, HTTPClient: cfg.HTTPClient}
		s.setOfficial(&o)
		return caller{reflect.ValueOf(official.New(o)), nil}
	case onClient:
		return caller{reflect.ValueOf(official.NewFromConfig(cfg, s.setOfficial)), nil}
	}
	return caller{reflect.ValueOf(official.NewFromConfig(cfg)), s.setOfficial}
}

func (s settings) awsConfig(transport *fakeTransport) aws.Config {
	cfg := aws.Config{
		Region:      "eu-central-1",
		Credentials: provider{Credentials: keys},
		HTTPClient:  &http.Client{Transport: transport},
	}
	if s.logs {
		cfg.Logger = transport
	}
	if s.config != nil {
		s.config(&cfg)
	}
	return cfg
}

func (s settings) setOurs(o *lightsail.Options) {
	// The official client does not have these checks. They have their own tests.
	o.DisableParamValidation = true
	setOptions(o, s.options)
	if s.ours != nil {
		s.ours(o)
	}
	if s.middlewarePath {
		o.APIOptions = append(o.APIOptions, func(*middleware.Stack) error { return nil })
	}
}

func (s settings) setOfficial(o *official.Options) {
	setOptions(o, s.options)
	if s.official != nil {
		s.official(o)
	}
}

// setOptions sets fields of options, a pointer to the Options of either client.
func setOptions(options any, fields map[string]any) {
	for path, value := range fields {
		v := reflect.ValueOf(options).Elem()
		for name := range strings.SplitSeq(path, ".") {
			v = v.FieldByName(name)
		}
		if r, ok := value.(resolveFunc); ok {
			if _, ok := options.(*lightsail.Options); ok {
				value = resolver[lightsail.EndpointParameters]{r}
			} else {
				value = resolver[official.EndpointParameters]{r}
			}
		}
		v.Set(reflect.ValueOf(value))
	}
}

// resolveFunc is an endpoint resolver for either client.
type resolveFunc func(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error)

type resolver[P any] struct{ resolve resolveFunc }

func (r resolver[P]) ResolveEndpoint(_ context.Context, params P) (smithyendpoints.Endpoint, error) {
	return r.resolve(*convertTo(reflect.TypeFor[*lightsail.EndpointParameters](), &params).(*lightsail.EndpointParameters))
}

// A caller calls the operations of one client by name.
type caller struct {
	client reflect.Value
	option any // option function of each call, or nil
}

// call converts input, which may belong to either client, and calls op. It returns
// an error if the call changes the converted input.
func (c caller) call(ctx context.Context, op string, input any) (output any, err, changed error) {
	method := c.client.MethodByName(op)
	in := convertTo(method.Type().In(1), input)
	args := []reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(in)}
	if c.option != nil {
		fn := reflect.ValueOf(c.option)
		args = append(args, fn.Convert(method.Type().In(2).Elem()))
	}
	results := method.Call(args)
	if diff := cmp.Diff(convertTo(method.Type().In(1), input), in, cmpOptions...); diff != "" {
		changed = fmt.Errorf("%v.%s changed its input: %s", c.client.Type(), op, diff)
	}
	err, _ = results[1].Interface().(error)
	return results[0].Interface(), err, changed
}

// callAndRecover is call, but returns a panic as an error.
func (c caller) callAndRecover(ctx context.Context, op string, input any) (output any, err, changed error) {
	defer func() {
		if r := recover(); r != nil {
			output = reflect.Zero(c.client.MethodByName(op).Type().Out(0)).Interface()
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	return c.call(ctx, op, input)
}

func (s settings) run(t *testing.T, newCaller func(*fakeTransport) caller, op string, input any) exchange {
	t.Helper()
	transport := &fakeTransport{t: t, responders: s.responders, mutated: s.mutated}
	if len(transport.responders) == 0 {
		transport.responders = []responder{respond(200, "{}")}
	}
	c := newCaller(transport)
	var e exchange
	for range max(1, s.calls) {
		ctx, cancel := context.Background(), context.CancelFunc(func() {})
		if s.context != nil {
			ctx, cancel = s.context(ctx)
		}
		call := c.call
		if s.mutated {
			call = c.callAndRecover
		}
		output, err, changed := call(ctx, op, input)
		if changed != nil {
			t.Error(changed)
		}
		e.Results = append(e.Results, describeResult(op, output, err))
		cancel()
	}
	if s.mutated {
		e.Open = transport.open
	} else if transport.open != 0 {
		t.Errorf("%v: %d response bodies were not closed", c.client.Type(), transport.open)
	}
	e.Requests, e.Log = transport.requests, transport.log
	if hasUnorderedMap(reflect.ValueOf(input)) {
		for i := range e.Requests {
			e.Requests[i].Body = sortObjects(t, e.Requests[i].Body)
		}
	}
	return e
}

// changingClient has an operation that changes its input.
type changingClient struct {
	change func(*lightsail.UntagResourceInput)
}

func (c changingClient) UntagResource(_ context.Context, in *lightsail.UntagResourceInput, _ ...func(*lightsail.Options)) (*lightsail.UntagResourceOutput, error) {
	c.change(in)
	return nil, nil
}

func TestCallerReportsChangedInput(t *testing.T) {
	name := "logs"
	input := &lightsail.UntagResourceInput{ResourceName: &name, TagKeys: []string{"a", "b"}}
	for _, test := range []struct {
		name   string
		change func(*lightsail.UntagResourceInput)
		want   bool
	}{
		{"unchanged", func(*lightsail.UntagResourceInput) {}, false},
		{"field", func(in *lightsail.UntagResourceInput) { in.ResourceName = nil }, true},
		{"value of a pointer", func(in *lightsail.UntagResourceInput) { *in.ResourceName = "changed" }, true},
		{"list element", func(in *lightsail.UntagResourceInput) { in.TagKeys[0] = "changed" }, true},
	} {
		_, _, changed := caller{client: reflect.ValueOf(changingClient{test.change})}.call(t.Context(), "UntagResource", input)
		if (changed != nil) != test.want {
			t.Errorf("%s: got %v, want an error: %v", test.name, changed, test.want)
		}
	}
}
