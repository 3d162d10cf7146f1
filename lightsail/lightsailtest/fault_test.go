package lightsailtest_test

import (
	"errors"
	"fmt"
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

// both runs a test of a client with sockets and of one without.
func both(t *testing.T, test func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client)) {
	for _, sockets := range []bool{false, true} {
		t.Run(fmt.Sprintf("sockets=%v", sockets), func(t *testing.T) {
			server := lightsailtest.NewServer(t, lightsailtest.WithBuckets(types.Bucket{Name: aws.String("alpha")}))
			client := server.Client()
			if !sockets {
				client = server.Client(inProcess(server))
			}
			test(t, server, client)
		})
	}
}

// What a client that does not try again sees of each fault, and whether the
// bucket was made.
func TestFaults(t *testing.T) {
	decodes := func(err error) bool { return errors.As(err, new(*smithy.DeserializationError)) }
	code := func(want string) func(error) bool {
		return func(err error) bool { return errorCode(err) == want }
	}
	tests := []struct {
		name  string
		fault lightsailtest.Fault
		want  func(error) bool
		made  bool
	}{
		{"Throttle", lightsailtest.Throttle(), code("ThrottlingException"), false},
		{"Error", lightsailtest.Error(&types.AccessDeniedException{}), func(err error) bool { return errors.As(err, new(*types.AccessDeniedException)) }, false},
		{"Error of no service", lightsailtest.Error(errors.New("odd")), code("InternalFailure"), false},
		{"Error without one", lightsailtest.Error(nil), code("InternalFailure"), false},
		{"Status", lightsailtest.Status(503), func(err error) bool { return strings.Contains(err.Error(), "StatusCode: 503") }, false},
		{"Drop", lightsailtest.Drop(), func(err error) bool { return errors.Is(err, io.EOF) }, false},
		{"DropAnswer", lightsailtest.DropAnswer(), func(err error) bool { return errors.Is(err, io.EOF) }, true},
		{"Cut", lightsailtest.Cut(20), func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }, true},
		{"Cut before the body", lightsailtest.Cut(0), func(err error) bool {
			var resp *awshttp.ResponseError
			return errors.As(err, &resp) && resp.HTTPStatusCode() == 200
		}, true},
		{"Cut at the end", lightsailtest.Cut(1 << 30), func(err error) bool { return errors.Is(err, io.ErrUnexpectedEOF) }, true},
		{"Truncate", lightsailtest.Truncate(20), decodes, true},
		{"Truncate too late", lightsailtest.Truncate(1 << 30), nil, true},
		{"Garble", lightsailtest.Garble(), decodes, true},
		{"Oversize that fits", lightsailtest.Oversize(1000), nil, true},
		{"Trickle", lightsailtest.Trickle(100, time.Microsecond), nil, true},
		{"FinishLater", lightsailtest.FinishLater(1), nil, true},
		{"FailLater", lightsailtest.FailLater(1, "", ""), nil, false},
		{"Latency", lightsailtest.Latency(time.Microsecond), nil, true},
		{"WrongDate", lightsailtest.WrongDate(time.Minute), nil, true},
		{"no fault", lightsailtest.Fault{}.Times(3), nil, true},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			both(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				server.Inject("CreateBucket", test.fault)
				_, err := client.CreateBucket(t.Context(), &lightsail.CreateBucketInput{
					BucketName: aws.String("beta"), BundleId: aws.String("small_1_0"),
				}, once)
				if test.want == nil && err != nil || test.want != nil && (err == nil || !test.want(err)) {
					t.Errorf("got %v", err)
				}
				if made := len(server.Snapshot().Buckets) == 2; made != test.made {
					t.Errorf("the bucket was made: %v", made)
				}
				// Nothing is left of it.
				if _, err := client.GetBuckets(t.Context(), nil, once); err != nil {
					t.Errorf("the call after it: %v", err)
				}
			})
		})
	}
}

// The answer is read as it comes, so that there is no limit to its size.
func TestOversize(t *testing.T) {
	both(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.Inject("GetBuckets", lightsailtest.Oversize(1<<40))
		httpClient, _ := client.Options().HTTPClient.(*http.Client)
		url := "http://anywhere/"
		if httpClient == nil {
			httpClient, url = http.DefaultClient, server.URL()
		}
		credentials, err := server.Config().Credentials.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		r := newRequest("GetBuckets", `{}`)
		r.key = credentials
		resp, err := httpClient.Do(r.sign(t, url))
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		if resp.ContentLength < 1<<40 {
			t.Errorf("the body has %d bytes", resp.ContentLength)
		}
		if n, err := io.CopyN(io.Discard, resp.Body, 4<<20); err != nil {
			t.Errorf("read %d bytes: %v", n, err)
		}
	})
}

func TestWrongDate(t *testing.T) {
	now := time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)
	server := lightsailtest.NewServer(t, lightsailtest.WithCredentials(keys), lightsailtest.WithClock(func() time.Time { return now }))
	server.Inject("", lightsailtest.WrongDate(-time.Hour))
	r := newRequest("GetBuckets", `{}`)
	r.at = now
	_, header, _ := send(t, server.HTTPClient(), r.sign(t, "http://anywhere/"))
	if got := header.Get("Date"); got != "Fri, 02 Jan 2026 02:04:05 GMT" {
		t.Errorf("Date is %s", got)
	}
}

// Faults that wait in line come one a call, those that stay come with each.
func TestInject(t *testing.T) {
	server := lightsailtest.NewServer(t)
	client := server.Client(inProcess(server), once)
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
		t.Errorf("(-want +got):\n%s", diff)
	}
	if got := strings.Join(marks, " "); got != strings.TrimSpace(strings.Repeat("one two ", len(want))) {
		t.Errorf("faults that stay came as %s", got)
	}

	server.ResetFaults()
	marks = nil
	if _, err := client.GetBuckets(t.Context(), nil); err != nil || marks != nil {
		t.Errorf("after ResetFaults: %v, %v", err, marks)
	}
}

// The same seed chooses the same calls, on every server that it is used on.
func TestSometimes(t *testing.T) {
	fault := lightsailtest.Throttle().Sometimes(0.3, 42)
	failures := func(server *lightsailtest.Server) (calls []int) {
		client := server.Client(inProcess(server), once)
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
		t.Errorf("two servers differ:\n%s", diff)
	}
}

// A client that tries again recovers from two throttles and a cut connection.
func TestRecovery(t *testing.T) {
	both(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.Inject("GetBuckets", lightsailtest.Throttle().Times(2), lightsailtest.Cut(10))
		out, err := client.GetBuckets(t.Context(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 4 })
		if err != nil {
			t.Fatal(err)
		}
		if len(out.Buckets) != 1 {
			t.Errorf("got %d buckets", len(out.Buckets))
		}
		server.AssertCalls(t, "GetBuckets", "GetBuckets #2", "GetBuckets #3", "GetBuckets #4")
	})
}

// Time passes for a bubble as it would for everybody.
func TestFaultsInABubble(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		server := lightsailtest.NewServer(t)
		client := server.Client(inProcess(server))
		begun := time.Now()
		server.Inject("GetBuckets", lightsailtest.Latency(time.Hour).Always(), lightsailtest.Throttle().Times(2),
			lightsailtest.Trickle(50, time.Minute))
		if _, err := client.GetBuckets(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
		// The answer has 110 bytes and its end: four pieces.
		if took := time.Since(begun); took != 3*time.Hour+4*time.Minute {
			t.Errorf("took %v", took)
		}

		// What a slow server shows is the time at its end.
		credentials, err := client.Options().Credentials.Retrieve(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		r := newRequest("GetBuckets", `{}`)
		r.key = credentials
		_, header, _ := send(t, server.HTTPClient(), r.sign(t, "http://anywhere/"))
		if got, want := header.Get("Date"), time.Now().UTC().Format(http.TimeFormat); got != want {
			t.Errorf("Date is %s, and it is %s", got, want)
		}
	})
}

func TestHookAnswers(t *testing.T) {
	both(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.Inject("GetBuckets", lightsailtest.Hook(func(r *http.Request, _ lightsailtest.RoundTrip) (*http.Response, error) {
			body, err := io.ReadAll(r.Body)
			if err != nil || string(body) != `{"bucketName":"nowhere"}` {
				t.Errorf("the hook reads %q, %v", body, err)
			}
			// A response as short as it can be.
			return &http.Response{StatusCode: 200, ContentLength: -1, Body: io.NopCloser(strings.NewReader(`{"buckets":[{"name":"mine"}]}`))}, nil
		}))
		out, err := client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("nowhere")})
		if err != nil {
			t.Fatal(err)
		}
		if *out.Buckets[0].Name != "mine" {
			t.Errorf("got %s", *out.Buckets[0].Name)
		}
	})
}
