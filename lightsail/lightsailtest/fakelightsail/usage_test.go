package main

import (
	"bytes"
	"io"
	"net"
	"net/http"
	"net/http/httptrace"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

type output struct{ bytes.Buffer }

func (*output) Close() error { return nil }

// runUntilExit runs the program with arguments with which it does not start a server.
func runUntilExit(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout output
	var stderr bytes.Buffer
	status := run(t.Context(), args, &stdout, &stderr)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

func TestInvalidFlags(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"now"}, `unexpected argument "now"`},
		{[]string{"-port", "80"}, `flag provided but not defined: -port`},
		{[]string{"-region", ""}, `invalid value "" for flag -region: empty Region`},
		{[]string{"-page-size", "-1"}, `invalid value "-1" for flag -page-size: "-1" is not a non-negative integer`},
		{[]string{"-latency", "5"}, `invalid value "5" for flag -latency: "5" is not a duration such as 1.5s`},
		{[]string{"-latency", "-5s"}, `invalid value "-5s" for flag -latency: "-5s" is not a duration such as 1.5s`},
		{[]string{"-fault", ""}, `invalid value "" for flag -fault: unknown fault ""`},
		{[]string{"-fault", "GetBucket=drop"}, `invalid value "GetBucket=drop" for flag -fault: unknown operation "GetBucket"`},
		{[]string{"-fault", "Options=drop"}, `invalid value "Options=drop" for flag -fault: unknown operation "Options"`},
		{[]string{"-fault", "GetBuckets=throtle*2"}, `invalid value "GetBuckets=throtle*2" for flag -fault: unknown fault "throtle"`},
		{[]string{"-fault", "drop:1"}, `invalid value "drop:1" for flag -fault: drop: unexpected argument "1"`},
		{[]string{"-fault", "error"}, `invalid value "error" for flag -fault: error:CODE: missing error code`},
		{[]string{"-fault", "status:200"}, `invalid value "status:200" for flag -fault: status:CODE: "200" is not a status code of 400 to 599`},
		{[]string{"-fault", "cut:-1"}, `invalid value "cut:-1" for flag -fault: cut:BYTES: "-1" is not a non-negative integer`},
		{[]string{"-fault", "oversize:1k"}, `invalid value "oversize:1k" for flag -fault: oversize:BYTES: "1k" is not a non-negative integer`},
		{[]string{"-fault", "trickle:9"}, `invalid value "trickle:9" for flag -fault: trickle:BYTES/DURATION: "" is not a duration such as 1.5s`},
		{[]string{"-fault", "trickle:/1s"}, `invalid value "trickle:/1s" for flag -fault: trickle:BYTES/DURATION: "" is not a non-negative integer`},
		{[]string{"-fault", "wrong-date"}, `invalid value "wrong-date" for flag -fault: wrong-date:DURATION: "" is not a duration such as -2h`},
		{[]string{"-fault", "drop*0"}, `invalid value "drop*0" for flag -fault: times: "0" is not a positive number, a percentage or "always"`},
		{[]string{"-fault", "drop*"}, `invalid value "drop*" for flag -fault: times: "" is not a positive number, a percentage or "always"`},
		{[]string{"-fault", "drop*101%"}, `invalid value "drop*101%" for flag -fault: times: "101%" is not a percentage of 0% to 100%`},
		{[]string{"-fault", "drop*NaN%"}, `invalid value "drop*NaN%" for flag -fault: times: "NaN%" is not a percentage of 0% to 100%`},
	} {
		exampletest.Equal(t, runUntilExit(t, test.args...), exampletest.Outcome{Status: 2, Stderr: "fakeserver: " + test.want + "\nRun fakeserver -help for usage.\n"})
	}
}

func TestHelp(t *testing.T) {
	got := runUntilExit(t, "-help")
	for _, k := range kinds {
		if !strings.Contains(got.Stderr, "\n  "+k.usage()+" ") {
			t.Errorf("-help lacks %s", k.usage())
		}
	}
	if got.Status != 0 || got.Stdout != "" {
		t.Errorf("status %d, printed %q", got.Status, got.Stdout)
	}
}

func TestInvalidSeed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "seed.json")
	for text, want := range map[string]string{
		"":                                  "no JSON value",
		"[]":                                "unexpected JSON array: must be an object",
		"{} {}":                             "unexpected data after the JSON value",
		`{"buckets":[{]}`:                   "invalid character ']' looking for beginning of object key string at byte 14",
		`{"bucket":[]}`:                     `json: unknown field "bucket"`,
		`{"buckets":{}}`:                    "buckets must not be a JSON object",
		`{"buckets":[{},[]]}`:               "buckets[1]: unexpected JSON array: must be an object",
		`{"buckets":[{"bucketName":"a"}]}`:  `buckets[0]: json: unknown field "bucketName"`,
		`{"buckets":[{"tags":[{"k":""}]}]}`: `buckets[0]: json: unknown field "k"`,
		`{"buckets":[{"name":1}]}`:          "buckets[0]: name must not be a JSON number",
		`{"buckets":[{"name":"a"},{"name":"a"}]}`:             `buckets[1]: duplicate name "a"`,
		`{"buckets":[{"createdAt":"today"}]}`:                 `buckets[0]: invalid time "today": must be seconds since 1970 or a string such as "2026-07-01T12:00:00Z"`,
		`{"buckets":[{"createdAt":1e15}]}`:                    "buckets[0]: time 1e15 is not in the years 1 to 9999",
		`{"accountLevelBpaSync":{"state":""}}`:                `accountLevelBpaSync: json: unknown field "state"`,
		`{"accountLevelBpaSync":{"bpaImpactsLightsail":"a"}}`: "accountLevelBpaSync: bpaImpactsLightsail must not be a JSON string",
	} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		exampletest.Equal(t, runUntilExit(t, "-seed", file), exampletest.Outcome{Status: 1, Stderr: "fakeserver: " + file + ": " + want + "\n"})
	}
	if got := runUntilExit(t, "-seed", file+"x"); got.Status != 1 || !strings.HasPrefix(got.Stderr, "fakeserver: open "+file+"x: ") {
		t.Errorf("missing file: %+v", got)
	}
}

func TestAddress(t *testing.T) {
	used, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer used.Close()
	got := runUntilExit(t, "-addr", used.Addr().String())
	if got.Status != 1 || got.Stdout != "" || !strings.Contains(got.Stderr, used.Addr().String()) {
		t.Errorf("address in use: %+v", got)
	}

	stop := runInTest(t, "-addr", ":0")
	if url := os.Getenv("AWS_ENDPOINT_URL_LIGHTSAIL"); !strings.HasPrefix(url, "http://127.0.0.1:") {
		t.Errorf("listening on all addresses: printed URL %s", url)
	}
	if _, err := newClient(t).GetBuckets(t.Context(), nil); err != nil {
		t.Error(err)
	}
	stop()
}

// TestOutputClosed checks that the program exits if it cannot write to standard output.
func TestOutputClosed(t *testing.T) {
	reader, writer := io.Pipe()
	reader.Close()
	var stderr bytes.Buffer
	status := run(t.Context(), nil, writer, &stderr)
	exampletest.Equal(t, exampletest.Outcome{Status: status, Stderr: stderr.String()}, exampletest.Outcome{Status: 1, Stderr: "fakeserver: io: read/write on closed pipe\n"})
}

// TestLogUnknownOperation checks that the log quotes and truncates unknown operations.
func TestLogUnknownOperation(t *testing.T) {
	stop := runInTest(t)
	for _, target := range []string{"", "GetBuckets", "\x9b31mred" + strings.Repeat("x", 100)} {
		req, err := http.NewRequestWithContext(t.Context(), "POST", os.Getenv("AWS_ENDPOINT_URL_LIGHTSAIL"), nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header["X-Amz-Target"] = []string{"Lightsail_20161128." + target}
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
	}
	http.DefaultClient.CloseIdleConnections()
	_, log := stop()
	exampletest.Equal(t, logLines(t, log), []string{
		`"" #1 403 MissingAuthenticationTokenException`,
		`GetBuckets #1 403 MissingAuthenticationTokenException`,
		`"\x9b31mred` + strings.Repeat("x", 57) + `" #1 403 MissingAuthenticationTokenException`,
		"fakeserver: stopped",
	})
}

// TestLatency checks that -latency delays responses, and that the program does not wait
// for delayed responses when it stops.
func TestLatency(t *testing.T) {
	stop := runInTest(t, "-latency", "20ms", "-fault", "CreateBucket=latency:1h*always")
	client := newClient(t)
	if _, err := client.GetBuckets(t.Context(), nil); err != nil {
		t.Fatal(err)
	}

	sent, failed := make(chan struct{}), make(chan error)
	go func() {
		ctx := httptrace.WithClientTrace(t.Context(), &httptrace.ClientTrace{
			WroteRequest: func(httptrace.WroteRequestInfo) { close(sent) },
		})
		_, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: aws.String("a-bucket"), BundleId: aws.String("small_1_0")},
			func(o *lightsail.Options) { o.Retryer = aws.NopRetryer{} })
		failed <- err
	}()
	<-sent
	status, log := stop()
	if err := <-failed; err == nil || status != 0 {
		t.Errorf("the call failed with %v, the program ended with status %d", err, status)
	}

	// A delay is never shorter than requested.
	duration, err := time.ParseDuration(logLine.FindStringSubmatch(log)[2])
	if err != nil || duration < 20*time.Millisecond {
		t.Errorf("duration %v, %v, want at least 20ms, in log:\n%s", duration, err, log)
	}
}

// TestModeledError checks that errors of the service model have all members.
func TestModeledError(t *testing.T) {
	stop := runInTest(t, "-fault", "error:AccessDeniedException")
	_, err := newClient(t).GetBuckets(t.Context(), nil)
	stop()
	denied := asError[*types.AccessDeniedException](t, err)
	for member, value := range map[string]*string{"message": denied.Message, "code": denied.Code, "docs": denied.Docs, "tip": denied.Tip} {
		if aws.ToString(value) == "" {
			t.Errorf("%s is not set", member)
		}
	}
}

// TestOperationFaults injects an operation that is not complete and one that fails.
func TestOperationFaults(t *testing.T) {
	stop := runInTest(t, "-fault", "CreateBucket=finish-later:1", "-fault", "UpdateBucket=fail-later:0")
	defer stop()
	ctx, client := t.Context(), newClient(t)
	name := aws.String("my-archive")

	created, err := client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: name, BundleId: aws.String("small_1_0")})
	if err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, created.Operations[0].Status, types.OperationStatusStarted)
	updated, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: name, Versioning: aws.String("Enabled")})
	if err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, *updated.Operations[0].ErrorCode, "InjectedFault")
	after, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: name})
	if err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, *after.Buckets[0].ObjectVersioning, "NeverEnabled")
}
