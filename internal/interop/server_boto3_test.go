package interop_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// boto3Scripts are the scripts in testdata, with the options of their servers.
var boto3Scripts = []struct {
	name    string
	rejects []string // codes of requests that the script makes wrong on purpose
	options []lightsailtest.Option
}{
	{"boto3_account", nil, []lightsailtest.Option{
		lightsailtest.WithRegions("us-east-1", "eu-west-1"),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
	}},
	{"boto3_bucket_lifecycle", []string{"InvalidSignatureException"}, []lightsailtest.Option{
		lightsailtest.WithPageSize(5),
		lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.Hidden, Polls: 1}, lightsailtest.Lag{State: "pending", Polls: 1}),
		lightsailtest.WithFaults("GetBucketBundles", lightsailtest.Throttle()),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")},
			types.Instance{Name: aws.String("office"), BlueprintId: aws.String("windows_server_2022")}),
		lightsailtest.WithBuckets(make([]types.Bucket, 8)...),
	}},
	{"boto3_certificate", nil, []lightsailtest.Option{
		lightsailtest.WithLag(lightsailtest.Lag{State: "PENDING_VALIDATION", Polls: 2},
			lightsailtest.Lag{Name: "broken", State: "PENDING_VALIDATION", Polls: 1, End: "FAILED", Reason: "CAA_ERROR"}),
	}},
	{"boto3_database", nil, []lightsailtest.Option{
		lightsailtest.WithLag(lightsailtest.Lag{State: "creating", Polls: 1}, lightsailtest.Lag{State: "rebooting", Polls: 1},
			lightsailtest.Lag{State: "pending", Polls: 1}, lightsailtest.Lag{State: "stopping", Polls: 1}),
		lightsailtest.WithPageSize(2),
	}},
	{"boto3_container", nil, []lightsailtest.Option{
		lightsailtest.WithPageSize(2),
		lightsailtest.WithLag(lightsailtest.Lag{State: "PENDING", Polls: 1}, lightsailtest.Lag{State: "DEPLOYING", Polls: 2},
			lightsailtest.Lag{Name: "broken", State: "DEPLOYING", Polls: 1, End: "FAILED", Reason: "exec format error"}),
	}},
	{"boto3_disk", []string{"InvalidSignatureException"}, []lightsailtest.Option{
		lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1}),
		lightsailtest.WithInstances(types.Instance{
			Name: aws.String("web"), CreatedAt: aws.Time(time.Now().AddDate(0, 0, -10)),
			AddOns: []types.AddOn{{Name: aws.String("AutoSnapshot"), Status: aws.String("Enabled")}},
		}),
	}},
	{"boto3_distribution", nil, []lightsailtest.Option{
		lightsailtest.WithRegions("us-east-1", "eu-west-1"),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
		lightsailtest.WithLag(lightsailtest.Lag{State: "InProgress", Polls: 1},
			lightsailtest.Lag{State: lightsailtest.DistributionResetting, Polls: 1}),
	}},
	{"boto3_instance", nil, []lightsailtest.Option{
		lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1}, lightsailtest.Lag{State: "stopping", Polls: 1},
			lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1}),
		lightsailtest.WithPageSize(1),
	}},
	{"boto3_load_balancer", nil, []lightsailtest.Option{
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}, types.Instance{Name: aws.String("db")}),
		lightsailtest.WithLag(lightsailtest.Lag{State: "provisioning", Polls: 1}, lightsailtest.Lag{State: "initial", Polls: 1},
			lightsailtest.Lag{State: "draining", Polls: 1}, lightsailtest.Lag{State: "PENDING_VALIDATION", Polls: 1}),
	}},
	{"boto3_monitoring", nil, []lightsailtest.Option{
		lightsailtest.WithLag(lightsailtest.Lag{State: "PendingVerification", Polls: 1}),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
		lightsailtest.WithBuckets(types.Bucket{Name: aws.String("photos")}),
	}},
	{"boto3_network", nil, []lightsailtest.Option{
		lightsailtest.WithRegions("us-east-1", "eu-west-1"),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
		lightsailtest.WithFaults("DetachStaticIp", lightsailtest.FinishLater(2)),
	}},
}

// TestServerBoto3 runs the scripts with boto3, which has independent implementations of
// the protocol, the signature and retries.
func TestServerBoto3(t *testing.T) {
	for _, python := range findPythons(t) {
		t.Run(python, func(t *testing.T) {
			for _, script := range boto3Scripts {
				t.Run(script.name, func(t *testing.T) {
					server := lightsailtest.NewServer(t, script.options...)
					server.Expect(script.rejects...)
					runBoto3(t, server, python, "testdata/"+script.name)
				})
			}
		})
	}
}

// runBoto3 runs a script and compares its output with the expected one.
func runBoto3(t *testing.T, server *lightsailtest.Server, python, script string) {
	t.Helper()
	versions, got, _ := strings.Cut(runCommand(t, server, python, script+".py"), "\n")
	t.Logf("%s\n%s", versions, got)
	want, err := os.ReadFile(script + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// runCommand runs a command with the endpoint and credentials of server, and returns its
// standard output.
func runCommand(t *testing.T, server *lightsailtest.Server, name string, args ...string) string {
	t.Helper()
	keys, err := server.Config().Credentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	absent := filepath.Join(t.TempDir(), "absent")
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env = []string{
		"AWS_ENDPOINT_URL_LIGHTSAIL=" + server.URL(),
		"AWS_DEFAULT_REGION=" + server.Config().Region,
		"AWS_ACCESS_KEY_ID=" + keys.AccessKeyID,
		"AWS_SECRET_ACCESS_KEY=" + keys.SecretAccessKey,
		"AWS_CONFIG_FILE=" + absent,
		"AWS_SHARED_CREDENTIALS_FILE=" + absent,
		"AWS_EC2_METADATA_DISABLED=true",
		"PYTHONIOENCODING=utf-8",
		"PYTHONDONTWRITEBYTECODE=1",
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s%s", err, &stdout, &stderr)
	}
	return stdout.String()
}

// findPythons returns the Python interpreters that can import boto3. The first python3 in
// PATH may not be the interpreter for which Debian packages boto3.
func findPythons(t *testing.T) (found []string) {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if path, err := exec.LookPath(name); err == nil && !slices.Contains(found, path) &&
			exec.CommandContext(t.Context(), path, "-c", "import boto3").Run() == nil {
			found = append(found, path)
		}
	}
	const missing = "no Python interpreter can import boto3: install it with apt-get install python3-boto3"
	if found == nil && os.Getenv("CI") == "true" {
		t.Fatal(missing)
	} else if found == nil {
		t.Skip(missing)
	}
	return found
}
