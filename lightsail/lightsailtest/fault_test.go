package lightsailtest_test

import (
	"errors"
	"io"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// For each fault: the error that CreateBucket returns without retries, and whether it has
// created the bucket.
func TestFaults(t *testing.T) {
	decodes := func(err error) bool { return errors.As(err, new(*smithy.DeserializationError)) }
	code := func(want string) func(error) bool {
		return func(err error) bool { return errorCode(err) == want }
	}
	tests := []struct {
		name    string
		fault   lightsailtest.Fault
		want    func(error) bool // nil if the call succeeds
		created bool
	}{
		{"Throttle", lightsailtest.Throttle(), code("ThrottlingException"), false},
		{"Error", lightsailtest.Error(&types.AccessDeniedException{}), func(err error) bool { return errors.As(err, new(*types.AccessDeniedException)) }, false},
		{"Error with an error that is not of the API", lightsailtest.Error(errors.New("test error")), code("InternalFailure"), false},
		{"Error with nil", lightsailtest.Error(nil), code("InternalFailure"), false},
		{"Status", lightsailtest.Status(503), func(err error) bool { return strings.Contains(err.Error(), "StatusCode: 503") }, false},
		{"Drop", lightsailtest.Drop(), func(err error) bool { return errors.Is(err, io.EOF) }, false},
		{"DropResponse", lightsailtest.DropResponse(), func(err error) bool { return errors.Is(err, io.EOF) }, true},
		{"Cut", lightsailtest.Cut(20), func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }, true},
		{"Cut before the body", lightsailtest.Cut(0), func(err error) bool {
			var resp *awshttp.ResponseError
			return errors.As(err, &resp) && resp.HTTPStatusCode() == 200
		}, true},
		{"Cut at the end", lightsailtest.Cut(1 << 30), func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }, true},
		{"Truncate", lightsailtest.Truncate(20), decodes, true},
		{"Truncate after the end", lightsailtest.Truncate(1 << 30), nil, true},
		{"Garble", lightsailtest.Garble(), decodes, true},
		{"Oversize below the client's limit", lightsailtest.Oversize(1000), nil, true},
		{"Trickle", lightsailtest.Trickle(100, time.Microsecond), nil, true},
		{"FinishLater", lightsailtest.FinishLater(1), nil, true},
		{"FailLater", lightsailtest.FailLater(1, "", ""), nil, false},
		{"Latency", lightsailtest.Latency(time.Microsecond), nil, true},
		{"WrongDate", lightsailtest.WrongDate(time.Minute), nil, true},
		{"no fault", lightsailtest.Fault{}.Times(3), nil, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			forEachTransport(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("CreateBucket", test.fault)
				_, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
					BucketName: aws.String("beta"), BundleId: aws.String("small_1_0"),
				}, noRetry)
				if test.want == nil && err != nil || test.want != nil && (err == nil || !test.want(err)) {
					t.Errorf("got error %v", err)
				}
				if created := len(server.Snapshot().Buckets) == 2; created != test.created {
					t.Errorf("bucket created: %v, want %v", created, test.created)
				}
				// The fault applies to one request only.
				if _, err := client.GetBuckets(t.Context(), nil, noRetry); err != nil {
					t.Errorf("next call: %v", err)
				}
			})
		})
	}
}

// The server generates a huge body while it sends it.
func TestOversizeStreamsBody(t *testing.T) {
	forEachTransport(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.Inject("GetBuckets", lightsailtest.Oversize(1<<40))
		httpClient, _ := client.Options().HTTPClient.(*http.Client)
		url := anyURL
		if httpClient == nil {
			httpClient, url = socketClient, server.URL()
		}
		credentials, err := server.Config().Credentials.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		r := newRequest("GetBuckets", `{}`)
		r.credentials = credentials
		resp, err := httpClient.Do(r.sign(t, url))
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		if resp.ContentLength < 1<<40 {
			t.Errorf("got Content-Length %d, want at least 1 TiB", resp.ContentLength)
		}
		if n, err := io.CopyN(io.Discard, resp.Body, 4<<20); err != nil {
			t.Errorf("read %d bytes: %v", n, err)
		}
	})
}

func TestWrongDate(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(testCredentials), lightsailtest.WithClock(func() time.Time { return now }))
	server.Inject("", lightsailtest.WrongDate(-time.Hour))
	r := newRequest("GetBuckets", `{}`)
	r.at = now
	_, header, _ := send(t, server.HTTPClient(), r.sign(t, anyURL))
	if got := header.Get("Date"); got != "Fri, 02 Jan 2026 02:04:05 GMT" {
		t.Errorf("got Date %s, want one hour less than the server's clock", got)
	}
}

// Counted faults apply one at a time; persistent faults apply to every request.
func TestInjectOrder(t *testing.T) {
	server := lightsailtest.NewServer(t)
	client := server.Client(inProcess(server), noRetry)
	fault := func(code string) lightsailtest.Fault { return lightsailtest.Error(&smithy.GenericAPIError{Code: code}) }
	var marks []string
	mark := func(name string) lightsailtest.Fault {
		return lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
			marks = append(marks, name)
			return next(r)
		})
	}
	server.Inject("GetBuckets", fault("A").Times(2), fault("B"))
	server.Inject("", mark("one").Always(), fault("C"), mark("two").Always(), fault("D").Times(0))
	server.Inject("GetBundles", fault("E"), lightsailtest.Throttle().Sometimes(0, 1))

	var got []string
	for _, operation := range []string{"GetBuckets", "GetBundles", "GetBundles", "GetBuckets", "GetBuckets", "GetBuckets", "GetBundles"} {
		var err error
		if operation == "GetBuckets" {
			_, err = client.GetBuckets(t.Context(), nil)
		} else {
			_, err = client.GetBundles(t.Context(), nil)
		}
		got = append(got, operation+" "+errorCode(err))
	}
	want := []string{"GetBuckets A", "GetBundles C", "GetBundles E", "GetBuckets A", "GetBuckets B", "GetBuckets ", "GetBundles "}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("error codes (-want +got):\n%s", diff)
	}
	if got := strings.Join(marks, " "); got != strings.TrimSpace(strings.Repeat("one two ", len(want))) {
		t.Errorf("persistent faults: got %s, want one and two for each call", got)
	}

	server.ResetFaults()
	marks = nil
	if _, err := client.GetBuckets(t.Context(), nil); err != nil || marks != nil {
		t.Errorf("after ResetFaults: got error %v and faults %v, want none", err, marks)
	}
}

// The same seed selects the same requests on every server.
func TestSometimesIsReproducible(t *testing.T) {
	fault := lightsailtest.Throttle().Sometimes(0.3, 42)
	failures := func(server *lightsailtest.Server) (calls []int) {
		client := server.Client(inProcess(server), noRetry)
		for i := range 200 {
			if _, err := client.GetBuckets(t.Context(), nil); err != nil {
				calls = append(calls, i)
			}
		}
		return calls
	}
	first := lightsailtest.NewServer(t, lightsailtest.WithFaults("GetBuckets", fault))
	second := lightsailtest.NewServer(t, lightsailtest.WithFaults("GetBuckets", fault))
	got := failures(first)
	if len(got) < 30 || len(got) > 90 {
		t.Errorf("%d of 200 calls failed, want about 60", len(got))
	}
	if diff := cmp.Diff(got, failures(second)); diff != "" {
		t.Errorf("failed calls of two servers differ:\n%s", diff)
	}
}

// A client with retries succeeds after two throttled requests and a cut response.
func TestClientRetriesAfterFaults(t *testing.T) {
	forEachTransport(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.Inject("GetBuckets", lightsailtest.Throttle().Times(2), lightsailtest.Cut(10))
		out, err := client.GetBuckets(t.Context(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 4 })
		if err != nil {
			t.Fatal(err)
		}
		if len(out.Buckets) != 1 {
			t.Errorf("got %d buckets, want 1", len(out.Buckets))
		}
		server.AssertCalls(t, "GetBuckets", "GetBuckets #2", "GetBuckets #3", "GetBuckets #4")
	})
}

// Latency and Trickle use the fake clock of a synctest bubble.
func TestFaultDelaysInSynctest(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		client := server.Client(inProcess(server))
		start := time.Now()
		server.Inject("GetBuckets", lightsailtest.Latency(time.Hour).Always(), lightsailtest.Throttle().Times(2),
			lightsailtest.Trickle(50, time.Minute))
		if _, err := client.GetBuckets(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		// Three attempts, and four reads of the body: 110 bytes in pieces of 50, and EOF.
		if took := time.Since(start); took != 3*time.Hour+4*time.Minute {
			t.Errorf("took %v, want 3h4m", took)
		}

		// The Date header has the time of the response, not of the request.
		credentials, err := client.Options().Credentials.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		r := newRequest("GetBuckets", `{}`)
		r.credentials = credentials
		_, header, _ := send(t, server.HTTPClient(), r.sign(t, anyURL))
		if got, want := header.Get("Date"), time.Now().UTC().Format(http.TimeFormat); got != want {
			t.Errorf("got Date %s, want %s", got, want)
		}
	})
}

func TestHookReturnsResponse(t *testing.T) {
	forEachTransport(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.Inject("GetBuckets", lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
			body, err := io.ReadAll(r.Body)
			if err != nil || string(body) != `{"bucketName":"missing"}` {
				t.Errorf("request body in the hook: got %q, %v", body, err)
			}
			// A minimal response: no header and no length.
			return &http.Response{StatusCode: 200, ContentLength: -1, Body: io.NopCloser(strings.NewReader(`{"buckets":[{"name":"from-hook"}]}`))}, nil
		}))
		out, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("missing")})
		if err != nil {
			t.Fatal(err)
		}
		if *out.Buckets[0].Name != "from-hook" {
			t.Errorf("got bucket %s, want from-hook", *out.Buckets[0].Name)
		}
	})
}
