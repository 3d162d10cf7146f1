package lightsail_test

import (
	"context"
	"errors"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"reflect"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
)

// An anyOperation is a method of the client that calls the service, with an input
// that it takes.
type anyOperation struct {
	name   string
	method int
	input  reflect.Value
}

// reads tells whether the operation changes nothing.
func (o anyOperation) reads() bool { return strings.HasPrefix(o.name, "Get") }

// call makes the call.
func (o anyOperation) call(ctx context.Context, client *lightsail.Client, optFns ...func(*lightsail.Options)) (any, error) {
	out := reflect.ValueOf(client).Method(o.method).CallSlice([]reflect.Value{
		reflect.ValueOf(ctx), o.input, reflect.ValueOf(optFns),
	})
	err, _ := out[1].Interface().(error)
	return out[0].Interface(), err
}

// allOperations finds every operation of the client, so that one that is added is
// tested with the others.
func allOperations(t testing.TB) (all []anyOperation) {
	t.Helper()
	options := reflect.TypeFor[[]func(*lightsail.Options)]()
	client := reflect.TypeFor[*lightsail.Client]()
	for i := range client.NumMethod() {
		m := client.Method(i)
		if m.Type.NumIn() != 4 || m.Type.In(3) != options {
			continue
		}
		op := anyOperation{m.Name, i, reflect.New(m.Type.In(2).Elem())}
		op.complete(t)
		all = append(all, op)
	}
	if len(all) < 6 {
		t.Fatalf("found only %d operations", len(all))
	}
	return all
}

// complete fills in what the client misses in the input.
func (o anyOperation) complete(t testing.TB) {
	client := newClient(func(*http.Request) (*http.Response, error) { return answer(200, "{}"), nil })
	for range 5 {
		_, err := o.call(context.Background(), client)
		if err == nil {
			return
		}
		var invalid smithy.InvalidParamsError
		if !errors.As(err, &invalid) {
			t.Fatal(err)
		}
		for _, e := range invalid.Errs() {
			path := strings.Split(e.(smithy.InvalidParamError).Field(), ".")
			fill(o.input, path[1:])
		}
	}
	t.Fatalf("no input for %s was found; see what fill makes", o.name)
}

var element = regexp.MustCompile(`^(\w+)\[(\d+)\]$`)

// fill sets the member of v at a path to something.
func fill(v reflect.Value, path []string) {
	for v.Kind() == reflect.Pointer {
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		v = v.Elem()
	}
	if len(path) > 0 {
		if m := element.FindStringSubmatch(path[0]); m != nil {
			i, _ := strconv.Atoi(m[2])
			fill(v.FieldByName(m[1]).Index(i), path[1:])
			return
		}
		fill(v.FieldByName(path[0]), path[1:])
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString("photos")
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		if v.Type().Elem().Kind() == reflect.String {
			fill(v.Index(0), nil)
		}
	}
}

// A world is a service on loopback, the client's way to it, and a fault on that
// way.
type world struct {
	row       *faultRow
	server    *httptest.Server
	elsewhere *httptest.Server // another host, which nobody is to reach
	http      aws.HTTPClient

	faults  atomic.Int64  // how many requests meet the fault
	passed  chan struct{} // the time that the call in hand has
	ended   chan struct{} // the test
	reached atomic.Int64  // requests at the service
	strayed atomic.Int64  // requests elsewhere
}

// goodBody is what every operation takes for an empty output. Cut anywhere, it is
// no JSON.
const goodBody = `{"later":"a member of the years to come, which this client skips"}`

func newWorld(t *testing.T, row *faultRow) *world {
	w := &world{row: row, ended: make(chan struct{})}
	w.server = httptest.NewUnstartedServer(http.HandlerFunc(func(rw http.ResponseWriter, r *http.Request) {
		w.reached.Add(1)
		_, _ = io.Copy(io.Discard, r.Body)
		if row.answer != nil && w.goesWrong() {
			row.answer(w, rw, r)
			return
		}
		rw.Header().Set("Content-Type", "application/x-amz-json-1.1")
		rw.Header().Set("X-Amzn-RequestId", "7a1e-request")
		_, _ = rw.Write([]byte(goodBody))
	}))
	w.server.Config.ErrorLog = log.New(io.Discard, "", 0)
	w.server.Start()
	t.Cleanup(w.server.Close)
	w.elsewhere = httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { w.strayed.Add(1) }))
	t.Cleanup(w.elsewhere.Close)
	w.http = awshttp.NewBuildableClient().WithTransportOptions(func(tr *http.Transport) {
		tr.Proxy = nil
		tr.DialContext = w.dial
		tr.DisableKeepAlives = row.dial != nil
		if row.transport != nil {
			row.transport(tr)
		}
	}).Freeze()
	return w
}

// goesWrong tells whether the fault comes now. A fault on the way to the service
// comes before there is a request, and is counted there.
func (w *world) goesWrong() bool { return w.faults.Add(-1) >= 0 }

func (w *world) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if w.row.dial != nil && w.goesWrong() {
		return w.row.dial(ctx, w)
	}
	return new(net.Dialer).DialContext(ctx, network, address)
}

// otherHost is the address of elsewhere under another name than the service's.
func (w *world) otherHost() string {
	u, _ := url.Parse(w.elsewhere.URL)
	return "http://localhost:" + u.Port() + "/"
}

// client returns a client of the service, and what it counts.
func (w *world) client(way func(*lightsail.Options)) (*lightsail.Client, *counts) {
	n := new(counts)
	cfg := aws.Config{Region: "us-east-1", Credentials: keys, BaseEndpoint: &w.server.URL, HTTPClient: transport(func(r *http.Request) (*http.Response, error) {
		n.sent.Add(1)
		return w.http.Do(r)
	})}
	return lightsail.NewFromConfig(cfg, quick, func(o *lightsail.Options) {
		o.Retryer = countingRetryer{o.Retryer.(aws.RetryerV2), n}
		if w.row.option != nil {
			w.row.option(w, o)
		}
	}, way), n
}

// counts are the attempts of a call, and the requests that they sent.
type counts struct{ attempts, sent atomic.Int64 }

type countingRetryer struct {
	aws.RetryerV2
	n *counts
}

// GetAttemptToken is what the retry loop asks for before every attempt.
func (r countingRetryer) GetAttemptToken(ctx context.Context) (func(error) error, error) {
	r.n.attempts.Add(1)
	return r.RetryerV2.GetAttemptToken(ctx)
}

// A deadline is a context whose time is over when the test says so.
type deadline struct {
	context.Context
	passed chan struct{}
}

func (d deadline) Done() <-chan struct{} { return d.passed }

func (d deadline) Err() error {
	select {
	case <-d.passed:
		return context.DeadlineExceeded
	default:
		return nil
	}
}

// checkGoroutines fails a test that leaves goroutines behind. What has told that
// it ends may still be about to.
func checkGoroutines(t *testing.T, before int) {
	t.Helper()
	for range 1_000_000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		runtime.Gosched()
	}
	stacks := make([]byte, 1<<20)
	t.Errorf("%d goroutines, %d before:\n%s", runtime.NumGoroutine(), before, stacks[:runtime.Stack(stacks, true)])
}
