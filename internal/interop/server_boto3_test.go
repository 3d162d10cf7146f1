package interop_test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// Everything that one does with a bucket, by Python's boto3: another
// implementation of the protocol, of the signature and of retries.
func TestServerBoto3(t *testing.T) {
	for _, python := range pythons(t) {
		t.Run(python, func(t *testing.T) { boto3(t, python) })
	}
}

func boto3(t *testing.T, python string) {
	server := lightsailtest.NewServer(t,
		lightsailtest.WithPageSize(5),
		lightsailtest.WithLag(lightsailtest.Lag{Hidden: 1, Pending: 1}),
		lightsailtest.WithFaults("GetBucketBundles", lightsailtest.Throttle()),
		lightsailtest.WithInstances(lightsailtest.Instance{Name: "web"},
			lightsailtest.Instance{Name: "office", Platform: types.InstancePlatformWindows}),
		lightsailtest.WithBuckets(make([]types.Bucket, 8)...),
	)
	server.Expect("InvalidSignatureException") // of another Region

	versions, seen, _ := strings.Cut(run(t, server, python, "testdata/boto3_life.py"), "\n")
	t.Logf("%s\n%s", versions, seen)
	want, err := os.ReadFile("testdata/boto3_life.txt")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), seen); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}

	succeeded := map[string]bool{}
	for _, call := range server.Calls() {
		succeeded[call.Operation] = succeeded[call.Operation] || call.Status == 200
	}
	for _, op := range operations {
		if !succeeded[op] {
			t.Errorf("the script has no call of %s that succeeds: add one", op)
		}
	}
}

// run runs a command for which the server is all of AWS, and returns what it
// prints.
func run(t *testing.T, server *lightsailtest.Server, name string, args ...string) string {
	t.Helper()
	keys, err := server.Config().Credentials.Retrieve(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	nothing := filepath.Join(t.TempDir(), "nothing")
	cmd := exec.CommandContext(t.Context(), name, args...)
	cmd.Env = []string{
		"AWS_ENDPOINT_URL_LIGHTSAIL=" + server.URL(),
		"AWS_DEFAULT_REGION=" + server.Config().Region,
		"AWS_ACCESS_KEY_ID=" + keys.AccessKeyID,
		"AWS_SECRET_ACCESS_KEY=" + keys.SecretAccessKey,
		"AWS_CONFIG_FILE=" + nothing,
		"AWS_SHARED_CREDENTIALS_FILE=" + nothing,
		"AWS_EC2_METADATA_DISABLED=true",
		"PYTHONIOENCODING=utf-8",
	}
	var stdout, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s%s", err, &stdout, &stderr)
	}
	return stdout.String()
}

// pythons finds interpreters that have boto3, which may be of different ages. The
// one that comes first need not be the one that Debian's packages are for.
func pythons(t *testing.T) (found []string) {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if path, err := exec.LookPath(name); err == nil && !slices.Contains(found, path) &&
			exec.CommandContext(t.Context(), path, "-c", "import boto3").Run() == nil {
			found = append(found, path)
		}
	}
	const absent = "no Python here can import boto3; on Debian and Ubuntu, apt-get install python3-boto3"
	if found == nil && os.Getenv("CI") == "true" {
		t.Fatal(absent)
	} else if found == nil {
		t.Skip(absent)
	}
	return found
}
