package interop_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"strings"
	"testing"
	"testing/iotest"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// settings are what both clients are made with, asked and answered.
type settings struct {
	env     map[string]string
	config  func(*aws.Config)
	options map[string]any // fields of Options by path, "EndpointOptions.DisableHTTPS"
	where   place          // of options, ours and theirs
	ours    func(*lightsail.Options)
	theirs  func(*official.Options)
	context func(context.Context) (context.Context, context.CancelFunc)
	answers []answer // in order; the last one repeats
	calls   int      // with one client; 0 is 1
	logs    bool     // to be compared

	watched bool // ours goes through the middleware stack
}

// A place is where options are set.
type place int

const (
	onClient place = iota // by an option function of NewFromConfig
	onCall                // by an option function of the call
	onNew                 // in the Options given to New
)

func (p place) String() string { return [...]string{"on the client", "on the call", "in New"}[p] }

// An exchange is what came of calls with one client.
type exchange struct {
	Requests []request
	Results  []result
	Log      []string
}

// An answer is how the service answers a request.
type answer func(*http.Request) (*http.Response, error)

// reply answers with a status, a body and headers, given as name and value in
// turn.
func reply(status int, body string, headers ...string) answer {
	return func(r *http.Request) (*http.Response, error) {
		h := http.Header{"Content-Type": {"application/x-amz-json-1.1"}, "X-Amzn-Requestid": {"11111111-2222-3333-4444-555555555555"}}
		h.Set("Date", time.Now().UTC().Format(http.TimeFormat))
		for i := 0; i < len(headers); i += 2 {
			if headers[i+1] == "" {
				h.Del(headers[i])
			} else {
				h.Set(headers[i], headers[i+1])
			}
		}
		return &http.Response{
			StatusCode:    status,
			Status:        fmt.Sprintf("%d %s", status, http.StatusText(status)),
			Proto:         "HTTP/1.1",
			ProtoMajor:    1,
			ProtoMinor:    1,
			Header:        h,
			Body:          io.NopCloser(strings.NewReader(body)),
			ContentLength: int64(len(body)),
			Request:       r,
		}, nil
	}
}

// refuse fails to connect.
func refuse(err error) answer {
	return func(*http.Request) (*http.Response, error) { return nil, err }
}

// cut answers with a body that breaks off.
func cut(status int, body string, err error) answer {
	return func(r *http.Request) (*http.Response, error) {
		resp, _ := reply(status, body, "Date", "")(r)
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(body), iotest.ErrReader(err)))
		return resp, nil
	}
}

// stall answers with a body that comes to no end before the context does.
func stall(status int) answer {
	return func(r *http.Request) (*http.Response, error) {
		resp, _ := reply(status, "", "Date", "")(r)
		resp.Body = io.NopCloser(io.MultiReader(strings.NewReader(`{"buckets":[`), endOf{r.Context()}))
		return resp, nil
	}
}

type endOf struct{ ctx context.Context }

func (e endOf) Read([]byte) (int, error) {
	<-e.ctx.Done()
	return 0, e.ctx.Err()
}

// within gives a call a deadline.
func within(d time.Duration) func(context.Context) (context.Context, context.CancelFunc) {
	return func(ctx context.Context) (context.Context, context.CancelFunc) {
		return context.WithTimeout(context.WithValue(ctx, callerKey{}, "kept"), d)
	}
}

// givenUp cancels a call after a second.
func givenUp(ctx context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithCancelCause(ctx)
	time.AfterFunc(time.Second, func() { cancel(errors.New("enough")) })
	return ctx, func() { cancel(nil) }
}

// A wire is a fake RoundTripper. It keeps what it is sent and answers by script.
type wire struct {
	t        *testing.T
	answers  []answer
	requests []request
	open     int // bodies of answers that were not closed
	log      []string
	ids      []string // invocation IDs
}

// Logf makes a wire the logger of its client.
func (w *wire) Logf(c logging.Classification, format string, v ...any) {
	w.log = append(w.log, string(c)+" "+fmt.Sprintf(format, v...))
}

func (w *wire) RoundTrip(r *http.Request) (*http.Response, error) {
	w.requests = append(w.requests, record(w.t, r, &w.ids))
	if err := r.Context().Err(); err != nil {
		return nil, err
	}
	resp, err := w.answers[min(len(w.requests), len(w.answers))-1](r)
	if resp != nil && resp.Body != nil {
		w.open++
		resp.Body = &closing{resp.Body, w, false}
	}
	return resp, err
}

// closing is a body that tells whether it was closed.
type closing struct {
	io.ReadCloser
	wire   *wire
	closed bool
}

func (c *closing) Close() error {
	if !c.closed {
		c.closed = true
		c.wire.open--
	}
	return c.ReadCloser.Close()
}

// provider is where both clients have their keys from.
type provider struct {
	aws.Credentials
	err error
}

func (p provider) Retrieve(context.Context) (aws.Credentials, error) { return p.Credentials, p.err }

var keys = aws.Credentials{AccessKeyID: "AKIDEXAMPLE", SecretAccessKey: "secret/KEY+1", Source: "test"}

// exchanges makes both clients and calls op on both, each in a bubble of its own,
// where the clock starts at the same instant and waiting takes no time. Ours is
// called once more with a middleware that does nothing, which must change nothing.
func exchanges(t *testing.T, s settings, op string, input any) (ours, theirs exchange) {
	t.Helper()
	for name, value := range s.env {
		t.Setenv(name, value)
	}
	client := func(w *wire) caller {
		cfg := s.awsConfig(w)
		if s.where == onNew {
			o := lightsail.Options{Region: cfg.Region, Credentials: cfg.Credentials, HTTPClient: cfg.HTTPClient}
			s.setOurs(&o)
			return caller{reflect.ValueOf(lightsail.New(o)), nil}
		}
		c := caller{reflect.Value{}, s.setOurs}
		if s.where == onClient {
			return caller{reflect.ValueOf(lightsail.NewFromConfig(cfg, s.setOurs)), nil}
		}
		c.client = reflect.ValueOf(lightsail.NewFromConfig(cfg))
		return c
	}
	officialClient := func(w *wire) caller {
		cfg := s.awsConfig(w)
		switch s.where {
		case onNew:
			o := official.Options{Region: cfg.Region, Credentials: cfg.Credentials, HTTPClient: cfg.HTTPClient}
			s.setTheirs(&o)
			return caller{reflect.ValueOf(official.New(o)), nil}
		case onClient:
			return caller{reflect.ValueOf(official.NewFromConfig(cfg, s.setTheirs)), nil}
		}
		return caller{reflect.ValueOf(official.NewFromConfig(cfg)), s.setTheirs}
	}
	synctest.Test(t, func(t *testing.T) { ours = s.run(t, client, op, input) })
	synctest.Test(t, func(t *testing.T) { theirs = s.run(t, officialClient, op, input) })
	var watched exchange
	s.watched = true
	synctest.Test(t, func(t *testing.T) { watched = s.run(t, client, op, input) })
	if diff := cmp.Diff(ours, watched, equal...); diff != "" {
		t.Errorf("ours unwatched (-), watched (+):\n%s", diff)
	}
	return ours, theirs
}

func (s settings) awsConfig(w *wire) aws.Config {
	cfg := aws.Config{
		Region:      "eu-central-1",
		Credentials: provider{Credentials: keys},
		HTTPClient:  &http.Client{Transport: w},
	}
	if s.logs {
		cfg.Logger = w
	}
	if s.config != nil {
		s.config(&cfg)
	}
	return cfg
}

func (s settings) setOurs(o *lightsail.Options) {
	// What ours refuses beyond the official client has tests of its own.
	o.DisableParamValidation = true
	set(o, s.options)
	if s.ours != nil {
		s.ours(o)
	}
	if s.watched {
		o.APIOptions = append(o.APIOptions, func(*middleware.Stack) error { return nil })
	}
}

func (s settings) setTheirs(o *official.Options) {
	set(o, s.options)
	if s.theirs != nil {
		s.theirs(o)
	}
}

// set sets fields of options, a pointer to the Options of either client.
func set(options any, fields map[string]any) {
	for path, value := range fields {
		v := reflect.ValueOf(options).Elem()
		for name := range strings.SplitSeq(path, ".") {
			v = v.FieldByName(name)
		}
		if r, ok := value.(resolve); ok {
			if _, ok := options.(*lightsail.Options); ok {
				value = resolver[lightsail.EndpointParameters]{r}
			} else {
				value = resolver[official.EndpointParameters]{r}
			}
		}
		v.Set(reflect.ValueOf(value))
	}
}

// resolve is an endpoint resolver for either client.
type resolve func(lightsail.EndpointParameters) (smithyendpoints.Endpoint, error)

type resolver[P any] struct{ resolve }

func (r resolver[P]) ResolveEndpoint(_ context.Context, params P) (smithyendpoints.Endpoint, error) {
	return r.resolve(*as(reflect.TypeFor[*lightsail.EndpointParameters](), &params).(*lightsail.EndpointParameters))
}

// A caller calls one client's operations by their names.
type caller struct {
	client reflect.Value
	option any // of each call
}

func (c caller) call(ctx context.Context, op string, input any) (any, error) {
	method := c.client.MethodByName(op)
	args := []reflect.Value{reflect.ValueOf(ctx), reflect.ValueOf(as(method.Type().In(1), input))}
	if c.option != nil {
		fn := reflect.ValueOf(c.option)
		args = append(args, fn.Convert(method.Type().In(2).Elem()))
	}
	results := method.Call(args)
	err, _ := results[1].Interface().(error)
	return results[0].Interface(), err
}

func (s settings) run(t *testing.T, client func(*wire) caller, op string, input any) exchange {
	w := &wire{t: t, answers: s.answers}
	if len(w.answers) == 0 {
		w.answers = []answer{reply(200, "{}")}
	}
	c := client(w)
	var e exchange
	for range max(1, s.calls) {
		ctx, cancel := context.Background(), context.CancelFunc(func() {})
		if s.context != nil {
			ctx, cancel = s.context(ctx)
		}
		output, err := c.call(ctx, op, input)
		e.Results = append(e.Results, describe(op, output, err))
		cancel()
	}
	if w.open != 0 {
		t.Errorf("%v: %d bodies were not closed", c.client.Type(), w.open)
	}
	e.Requests, e.Log = w.requests, w.log
	return e
}

// operations are the names of our client's operations.
var operations = func() (names []string) {
	client := reflect.TypeFor[*lightsail.Client]()
	for i := range client.NumMethod() {
		if m := client.Method(i); m.Type.IsVariadic() && m.Type.NumIn() == 4 && m.Type.NumOut() == 2 {
			names = append(names, m.Name)
		}
	}
	return names
}()

// inputType and outputType are those of our operation op, both pointers.
func inputType(op string) reflect.Type  { return operationType(op).In(2) }
func outputType(op string) reflect.Type { return operationType(op).Out(0) }

func operationType(op string) reflect.Type {
	m, ok := reflect.TypeFor[*lightsail.Client]().MethodByName(op)
	if !ok {
		panic("no operation " + op)
	}
	return m.Type
}
