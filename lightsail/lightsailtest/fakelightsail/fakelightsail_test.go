package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/aws-sdk-go-v2/config"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// binary is the path of the program.
var binary string

func TestMain(m *testing.M) {
	dir, err := os.MkdirTemp("", "fakeserver")
	if err != nil {
		log.Fatal(err)
	}
	binary = filepath.Join(dir, "fakeserver.exe")
	if output, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput(); err != nil {
		log.Fatalf("go build: %v\n%s", err, output)
	}
	status := m.Run()
	os.RemoveAll(dir)
	os.Exit(status)
}

// A process is a running program.
type process struct {
	*exec.Cmd
	stderr bytes.Buffer
}

// startProcess starts the program and sets the environment variables that it prints. It
// returns when the program has closed its standard output.
func startProcess(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{Cmd: exec.Command(binary, args...)}
	p.Stderr = &p.stderr
	stdout, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		// These calls fail if the process has already exited.
		_ = p.Process.Kill()
		_ = p.Wait()
	})
	setEnvironment(t, stdout)
	return p
}

// stop stops the program with a signal and returns the lines of its log, without times.
func (p *process) stop(t *testing.T, signal os.Signal) []string {
	t.Helper()
	if err := p.Process.Signal(signal); err != nil {
		t.Fatal(err)
	}
	if err := p.Wait(); err != nil {
		t.Fatalf("%v\n%s", err, &p.stderr)
	}
	return logLines(t, p.stderr.String())
}

// setEnvironment evaluates the shell commands that the program prints.
func setEnvironment(t *testing.T, output io.Reader) {
	t.Helper()
	clearEnvironment(t)
	count := 0
	export := regexp.MustCompile(`^export ([A-Z_]+)='([^']+)'$`)
	for lines := bufio.NewScanner(output); lines.Scan(); count++ {
		if match := export.FindStringSubmatch(lines.Text()); match != nil {
			t.Setenv(match[1], match[2])
		} else if lines.Text() != "unset AWS_SESSION_TOKEN" {
			t.Errorf("unexpected line %q", lines.Text())
		}
	}
	if count != 7 {
		t.Errorf("%d lines printed, want 7", count)
	}
}

// clearEnvironment clears the AWS settings of the user who runs the test.
func clearEnvironment(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "missing")
	for name, value := range map[string]string{
		"AWS_ENDPOINT_URL": "", "AWS_PROFILE": "", "AWS_SESSION_TOKEN": "",
		"AWS_CONFIG_FILE": missing, "AWS_SHARED_CREDENTIALS_FILE": missing, "AWS_EC2_METADATA_DISABLED": "true",
	} {
		t.Setenv(name, value)
		if value == "" {
			os.Unsetenv(name)
		}
	}
}

// newClient returns a client that is configured by environment variables.
func newClient(t *testing.T) *lightsail.Client {
	t.Helper()
	cfg, err := config.LoadDefaultConfig(t.Context(), config.WithRetryer(func() aws.Retryer {
		return retry.NewStandard(func(o *retry.StandardOptions) {
			o.Backoff = retry.BackoffDelayerFunc(func(int, error) (time.Duration, error) { return 0, nil })
		})
	}))
	if err != nil {
		t.Fatal(err)
	}
	return lightsail.NewFromConfig(cfg)
}

// logLine matches a line of the log.
var logLine = regexp.MustCompile(`(?m)^\d\d:\d\d:\d\d\.\d{3}  (.*)  ([0-9.]+(?:µs|ms|s))$`)

// logLines returns the lines of a log without the time and the duration, and with single
// spaces.
func logLines(t *testing.T, text string) (lines []string) {
	for line := range strings.Lines(logLine.ReplaceAllString(text, "$1")) {
		lines = append(lines, strings.Join(strings.Fields(line), " "))
	}
	return lines
}

// asError returns the error of type E in the chain of err.
func asError[E error](t *testing.T, err error) (target E) {
	t.Helper()
	if !errors.As(err, &target) {
		t.Fatalf("%v does not wrap a %T", err, target)
	}
	return target
}

// skipOnWindows skips tests that send a signal.
func skipOnWindows(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows cannot send a signal to a single process")
	}
}

// TestProcess runs the program as a process and calls it with a client that is configured
// only by the output of the program.
func TestProcess(t *testing.T) {
	skipOnWindows(t)
	p := startProcess(t, "-seed", "testdata/buckets.json", "-page-size", "2", "-region", "eu-central-1",
		"-fault", "GetBuckets=throttle*2", "-fault", "CreateBucket=error:ServiceException")
	ctx, client := t.Context(), newClient(t)

	first, err := client.GetBuckets(ctx, nil)
	if err != nil {
		t.Fatal(err)
	}
	second, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{PageToken: first.NextPageToken})
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, b := range append(first.Buckets, second.Buckets...) {
		names = append(names, *b.Name)
	}
	exampletest.Equal(t, names, []string{"bucket-0003", "logs", "photos"})
	exampletest.Equal(t, *first.Buckets[1].CreatedAt, time.Date(2026, 7, 1, 12, 0, 0, 125e6, time.UTC))
	exampletest.Equal(t, *first.Buckets[1].Location, types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameEuCentral1})
	exampletest.Equal(t, second.Buckets[0], types.Bucket{
		AbleToUpdateBundle:     aws.Bool(true),
		AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("photos/")},
		AccessRules:            &types.AccessRules{AllowPublicOverrides: aws.Bool(true), GetObject: types.AccessTypePrivate},
		Arn:                    aws.String("arn:aws:lightsail:us-east-1:111122223333:Bucket/d1a2b3c4-0000-4000-8000-000000000001"),
		BundleId:               aws.String("medium_1_0"),
		CreatedAt:              aws.Time(time.Date(2026, 7, 1, 12, 0, 0, 250e6, time.UTC)),
		Location:               &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:                   aws.String("photos"),
		ObjectVersioning:       aws.String("Enabled"),
		ReadonlyAccessAccounts: []string{},
		ResourceType:           aws.String("Bucket"),
		State:                  &types.BucketState{Code: aws.String("OK")},
		SupportCode:            aws.String("111122223333/photos"),
		Tags:                   []types.Tag{{Key: aws.String("team"), Value: aws.String("web")}},
		Url:                    aws.String("https://photos.s3.us-east-1.amazonaws.com/"),
	})
	exampletest.Equal(t, *first.AccountLevelBpaSync, types.AccountLevelBpaSync{
		BpaImpactsLightsail: aws.Bool(false),
		LastSyncedAt:        aws.Time(time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)),
		Message:             types.BPAStatusMessageDefaultedForSlrMissing,
		Status:              types.AccountLevelBpaSyncStatusFailed,
	})

	_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: aws.String("photos"), BundleId: aws.String("small_1_0")})
	asError[*types.InvalidInputException](t, err)
	for instance, protocol := range map[string]types.InstanceAccessProtocol{"linux-1": "ssh", "windows-1": "rdp"} {
		out, err := client.GetInstanceAccessDetails(ctx, &lightsail.GetInstanceAccessDetailsInput{InstanceName: &instance})
		if err != nil {
			t.Fatal(err)
		}
		exampletest.Equal(t, out.AccessDetails.Protocol, protocol)
	}

	exampletest.Equal(t, p.stop(t, syscall.SIGTERM), []string{
		"GetBuckets #1 400 ThrottlingException",
		"GetBuckets #2 400 ThrottlingException",
		"GetBuckets #3 200",
		"GetBuckets #1 200",
		"CreateBucket #1 500 ServiceException",
		"CreateBucket #2 400 InvalidInputException",
		"GetInstanceAccessDetails #1 200",
		"GetInstanceAccessDetails #1 200",
		"fakeserver: stopped",
	})
	for _, secret := range []string{os.Getenv("AWS_SECRET_ACCESS_KEY"), os.Getenv("AWS_ACCESS_KEY_ID"), "Signature", "PRIVATE", "Passw"} {
		if strings.Contains(p.stderr.String(), secret) {
			t.Errorf("the log contains %q", secret)
		}
	}
}

// TestShellScript runs a script like the one in the package comment.
func TestShellScript(t *testing.T) {
	skipOnWindows(t)
	clearEnvironment(t)
	t.Setenv("AWS_SESSION_TOKEN", "from other credentials")
	dir := t.TempDir()
	script := `eval "$("$0" -region o\'region 2>"$1" &)"
echo "$AWS_REGION $AWS_DEFAULT_REGION ${AWS_SESSION_TOKEN-unset}"
case $AWS_ENDPOINT_URL_LIGHTSAIL in http://127.0.0.1:*) echo address;; esac
kill "$FAKESERVER_PID"
# Wait until the server has stopped.
while ! grep -q stopped "$1"; do :; done`
	output, err := exec.CommandContext(t.Context(), "sh", "-c", script, binary, filepath.Join(dir, "log")).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	exampletest.Equal(t, string(output), "o'region o'region unset\naddress\n")
}

// runInTest runs the program in the process of the test and sets the environment variables
// that it prints. stop stops the program and returns its exit status and its log.
func runInTest(t *testing.T, args ...string) (stop func() (status int, log string)) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	reader, writer := io.Pipe()
	var stderr bytes.Buffer
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, args, writer, &stderr)
		writer.Close()
	}()
	setEnvironment(t, reader)
	return func() (int, string) {
		cancel()
		return <-status, stderr.String()
	}
}

// TestFaults injects a fault, makes three calls and checks the log.
func TestFaults(t *testing.T) {
	for _, test := range []struct {
		fault string
		want  []string
	}{
		{"throttle", []string{"#1 400 ThrottlingException", "#2 200", "#1 200", "#1 200"}},
		{"GetBuckets=throttle*2", []string{"#1 400 ThrottlingException", "#2 400 ThrottlingException", "#3 200", "#1 200", "#1 200"}},
		{"CreateBucket=throttle", []string{"#1 200", "#1 200", "#1 200"}},
		{"error:NotFoundException*2", []string{"#1 400 NotFoundException", "#1 400 NotFoundException", "#1 200"}},
		{"error:ExpiredTokenException", []string{"#1 403 ExpiredTokenException", "#1 200", "#1 200"}},
		{"status:418", []string{"#1 418", "#1 200", "#1 200"}},
		{"status:503*always", slices.Repeat([]string{"#1 503", "#2 503", "#3 503"}, 3)},
		{"drop", []string{"#1 no response", "#2 200", "#1 200", "#1 200"}},
		{"drop-response", []string{"#1 no response", "#2 200", "#1 200", "#1 200"}},
		{"cut:10", []string{"#1 200", "#2 200", "#1 200", "#1 200"}},
		{"truncate:10", []string{"#1 200", "#2 200", "#1 200", "#1 200"}},
		{"garble", []string{"#1 200", "#1 200", "#1 200"}},
		{"oversize:100", []string{"#1 200", "#1 200", "#1 200"}},
		{"latency:1ms*always", []string{"#1 200", "#1 200", "#1 200"}},
		{"trickle:20/1ms", []string{"#1 200", "#1 200", "#1 200"}},
		{"wrong-date:-1h", []string{"#1 200", "#1 403 InvalidSignatureException", "#2 200", "#1 200"}},
		{"drop*0%", []string{"#1 200", "#1 200", "#1 200"}},
		{"status:400*100%", []string{"#1 400", "#1 400", "#1 400"}},
	} {
		t.Run(test.fault, func(t *testing.T) {
			stop := runInTest(t, "-fault", test.fault)
			client := newClient(t)
			for range 3 {
				// The log has the result.
				_, _ = client.GetBuckets(t.Context(), nil)
			}
			_, log := stop()
			for i := range test.want {
				test.want[i] = "GetBuckets " + test.want[i]
			}
			exampletest.Equal(t, logLines(t, log), append(test.want, "fakeserver: stopped"))
		})
	}
}

// TestFaultsWithProbability checks that two faults with a probability affect different
// calls, and the same calls in every run.
func TestFaultsWithProbability(t *testing.T) {
	var logs []string
	for range 2 {
		stop := runInTest(t, "-fault", "status:418*50%", "-fault", "error:Busy*50%")
		client := newClient(t)
		for range 10 {
			// The log has the result.
			_, _ = client.GetBuckets(t.Context(), nil)
		}
		_, log := stop()
		logs = append(logs, strings.Join(logLines(t, log), "\n"))
	}
	exampletest.Equal(t, logs[0], logs[1])
	for _, result := range []string{"418", "400 Busy", "200"} {
		if !strings.Contains(logs[0], result) {
			t.Errorf("%s is not in the log:\n%s", result, logs[0])
		}
	}
}
