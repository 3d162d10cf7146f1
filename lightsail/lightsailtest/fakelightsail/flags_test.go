package main

import (
	"encoding/json"
	"net"
	"net/http"
	"net/http/httptrace"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// names returns the sorted names of all buckets and instances of the server's Region.
func names(t *testing.T, client *lightsail.Client) []string {
	t.Helper()
	return must[lightsail.GetActiveNamesOutput](t)(client.GetActiveNames(t.Context(), nil)).ActiveNames
}

func TestContentFlags(t *testing.T) {
	dir := t.TempDir()
	catalog := filepath.Join(dir, "catalog.json")
	if err := os.WriteFile(catalog, []byte(`{"blueprints": [{"blueprintId": "plan9", "platform": "WINDOWS", "isActive": true}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	r := startInTest(t, "-instances", "web,nine:plan9", "-buckets", "media,photos", "-seed", "testdata/seed.json", "-seed", "-", "-seed", catalog)
	defer r.stop()
	wantEqual(t, "names", []string{"bucket-0003", "from-stdin", "linux-1", "logs", "media", "nine", "photos", "web", "windows-1"}, names(t, r.client))
	nine := must[lightsail.GetInstanceAccessDetailsOutput](t)(r.client.GetInstanceAccessDetails(t.Context(), &lightsail.GetInstanceAccessDetailsInput{InstanceName: aws.String("nine")}))
	wantEqual(t, "user of nine, according to its blueprint", "Administrator", *nine.AccessDetails.Username)
	photos := must[lightsail.GetBucketsOutput](t)(r.client.GetBuckets(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("photos")}))
	wantEqual(t, "bundle of photos", "small_1_0", *photos.Buckets[0].BundleId)
}

func TestNoContent(t *testing.T) {
	r := startInTest(t)
	defer r.stop()
	wantEqual(t, "names", []string{}, names(t, r.client))
}

func TestRegions(t *testing.T) {
	r := startInTest(t, "-regions", "eu-west-1,us-east-2", "-buckets", "media")
	defer r.stop()
	wantEqual(t, "AWS_REGION", "eu-west-1", r.env["AWS_REGION"])
	for region, want := range map[string][]string{"eu-west-1": {"media"}, "us-east-2": {}} {
		out := must[lightsail.GetActiveNamesOutput](t)(r.client.GetActiveNames(t.Context(), nil, func(o *lightsail.Options) { o.Region = region }))
		wantEqual(t, region, want, out.ActiveNames)
	}
}

func TestCredentials(t *testing.T) {
	r := startInTest(t, "-credentials", "AKIDONE:secret/one:token:with:colons", "-credentials", "AKIDTWO:secret+two")
	defer r.stop()
	wantEqual(t, "AWS_SESSION_TOKEN", "token:with:colons", r.env["AWS_SESSION_TOKEN"])
	must[lightsail.GetBucketsOutput](t)(r.client.GetBuckets(t.Context(), nil))
	second := newClient(t, map[string]string{
		"AWS_ENDPOINT_URL_LIGHTSAIL": r.env["AWS_ENDPOINT_URL_LIGHTSAIL"], "AWS_REGION": "us-east-1",
		"AWS_ACCESS_KEY_ID": "AKIDTWO", "AWS_SECRET_ACCESS_KEY": "secret+two",
	})
	must[lightsail.GetBucketsOutput](t)(second.GetBuckets(t.Context(), nil))
}

func TestUnsigned(t *testing.T) {
	for _, test := range []struct {
		args []string
		want int
	}{{nil, http.StatusForbidden}, {[]string{"-unsigned"}, http.StatusOK}} {
		r := startInTest(t, test.args...)
		got := post(t, r, "GetBuckets")
		wantEqual(t, "status with "+strings.Join(test.args, " "), test.want, got)
		r.stop()
	}
}

// post sends an unsigned request and returns the status of the response.
func post(t *testing.T, r running, operation string) int {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, r.env["AWS_ENDPOINT_URL_LIGHTSAIL"], strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-amz-json-1.1")
	req.Header["X-Amz-Target"] = []string{"Lightsail_20161128." + operation}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	return resp.StatusCode
}

func TestModelStatuses(t *testing.T) {
	r := startInTest(t, "-model-statuses")
	_, err := r.client.GetInstance(t.Context(), &lightsail.GetInstanceInput{InstanceName: aws.String("web")})
	asError[*types.NotFoundException](t, err)
	if log := r.log(t); !strings.HasPrefix(log[0], "GetInstance #1 404 NotFoundException: ") {
		t.Errorf("got log %q, want status 404", log)
	}
}

func TestParseLag(t *testing.T) {
	for text, want := range map[string]lightsailtest.Lag{
		"Instance.pending=3":                   {Type: types.ResourceTypeInstance, State: "pending", Polls: 3},
		"Disk/my.data.pending=2:error":         {Type: types.ResourceTypeDisk, Name: "my.data", State: "pending", Polls: 2, End: "error"},
		"/web.stopping=0:error:a: b=c":         {Name: "web", State: "stopping", End: "error", Reason: "a: b=c"},
		"Instance/web.no-access=1":             {Type: types.ResourceTypeInstance, Name: "web", State: lightsailtest.NoAccess, Polls: 1},
		"deleted=2147483647":                   {State: lightsailtest.Deleted, Polls: 1<<31 - 1},
		"LoadBalancer/lb-1.provisioning=1:::x": {Type: types.ResourceTypeLoadBalancer, Name: "lb-1", State: "provisioning", Polls: 1, Reason: ":x"},
	} {
		got, err := parseLag(text)
		if err != nil {
			t.Errorf("%s: %v", text, err)
		}
		wantEqual(t, text, want, got)
	}
}

func TestLag(t *testing.T) {
	r := startInTest(t, "-lag", "Instance.pending=1:stopped:no capacity", "-lag", "Bucket/media.hidden=1")
	defer r.stop()
	ctx, client := t.Context(), r.client
	created := must[lightsail.CreateInstancesOutput](t)(client.CreateInstances(ctx, &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"), BlueprintId: aws.String("ubuntu_24_04"), BundleId: aws.String("nano_3_0"), InstanceNames: []string{"web"},
	}))
	for _, want := range []string{"pending", "stopped"} {
		state := must[lightsail.GetInstanceStateOutput](t)(client.GetInstanceState(ctx, &lightsail.GetInstanceStateInput{InstanceName: aws.String("web")}))
		wantEqual(t, "state", want, *state.State.Name)
	}
	record := must[lightsail.GetOperationOutput](t)(client.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: created.Operations[0].Id}))
	wantEqual(t, "ErrorDetails", "no capacity", *record.Operation.ErrorDetails)

	must[lightsail.CreateBucketOutput](t)(client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: aws.String("media"), BundleId: aws.String("small_1_0")}))
	_, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{BucketName: aws.String("media")})
	asError[*types.NotFoundException](t, err)
}

// TestLatency checks that -latency delays responses, and that the program does not wait
// for delayed responses when it stops.
func TestLatency(t *testing.T) {
	r := startInTest(t, "-latency", "20ms", "-fault", "CreateBucket=latency:1h*always")
	client := r.client
	must[lightsail.GetBucketsOutput](t)(client.GetBuckets(t.Context(), nil))

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
	status, log := r.stop()
	if err := <-failed; err == nil || status != 0 {
		t.Errorf("the call failed with %v, the program ended with status %d", err, status)
	}

	// A delay is never shorter than requested.
	duration, err := time.ParseDuration(logLine.FindStringSubmatch(log)[2])
	if err != nil || duration < 20*time.Millisecond {
		t.Errorf("duration %v, %v, want at least 20ms, in log:\n%s", duration, err, log)
	}
}

func TestAddress(t *testing.T) {
	used, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer used.Close()
	got := runUntilExit(t, "-addr", used.Addr().String())
	if got.Status != 1 || got.Stdout != "false\n" || !strings.Contains(got.Stderr, used.Addr().String()) {
		t.Errorf("address in use: %+v", got)
	}

	r := startInTest(t, "-addr", ":0")
	defer r.stop()
	if url := r.env["AWS_ENDPOINT_URL_LIGHTSAIL"]; !strings.HasPrefix(url, "http://127.0.0.1:") {
		t.Errorf("listening on all addresses: printed URL %s", url)
	}
	must[lightsail.GetBucketsOutput](t)(r.client.GetBuckets(t.Context(), nil))
}

func TestPrint(t *testing.T) {
	env := environment{Set: map[string]string{"A": "it's", "B": "$x \"y\""}, Unset: []string{"C"}}
	want := map[string]string{
		"env":        "export A='it'\\''s'\nexport B='$x \"y\"'\nunset C\n",
		"json":       `{"set":{"A":"it's","B":"$x \"y\""},"unset":["C"]}` + "\n",
		"powershell": "$env:A = 'it''s'\n$env:B = '$x \"y\"'\n$env:C = $null\n",
		"none":       "",
	}
	failures := map[string]string{"env": "false\n", "json": "false\n", "powershell": "throw 'fakelightsail did not start'\n", "none": ""}
	for _, f := range formats {
		wantEqual(t, f.name, want[f.name], f.print(env))
		got := runUntilExit(t, "-print", f.name, "-seed", "testdata/missing.json")
		wantEqual(t, f.name+" after a failure", failures[f.name], got.Stdout)
		delete(want, f.name)
	}
	wantEqual(t, "formats without a test", map[string]string{}, want)
}

// TestPrintJSON starts the program as a test in another language does.
func TestPrintJSON(t *testing.T) {
	p := &process{Cmd: exec.CommandContext(t.Context(), binary, "-print", "json", "-buckets", "media")}
	var env environment
	if err := json.NewDecoder(p.startWithPipe(t)).Decode(&env); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "names", []string{"media"}, names(t, newClient(t, env.Set)))
	wantEqual(t, "FAKELIGHTSAIL_PID", strconv.Itoa(p.Process.Pid), env.Set["FAKELIGHTSAIL_PID"])
}

// TestAllOptions checks that the program refers to each option and each fault of package
// lightsailtest.
func TestAllOptions(t *testing.T) {
	unused := map[string]string{
		"Hook":              "a function",
		"WithAccessDetails": "-seed",
		"WithBlueprints":    "-seed",
		"WithBuckets":       "-buckets and -seed",
		"WithBundles":       "-seed",
		"WithClock":         "a function",
		"WithInstances":     "-instances and -seed",
	}
	source := readSource(t, ".")
	found := 0
	for _, match := range regexp.MustCompile(`(?m)^func ([A-Z]\w*)\(.*\) (?:Option|Fault) \{`).FindAllStringSubmatch(readSource(t, ".."), -1) {
		found++
		name := match[1]
		isUsed := regexp.MustCompile(`lightsailtest\.` + name + `\b`).MatchString(source)
		if _, ok := unused[name]; ok == isUsed {
			t.Errorf("%s: used by the program is %v", name, isUsed)
		}
	}
	if found < 20 {
		t.Errorf("found only %d options and faults", found)
	}
}

// readSource returns the source files of a directory, without tests.
func readSource(t *testing.T, dir string) string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(text)
	}
	return b.String()
}
