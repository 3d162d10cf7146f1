package interop_test

import (
	"encoding/json"
	"flag"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

var update = flag.Bool("update", false, "write the JSON that the clients print to the testdata of lightsailtest")

// A jsonPrinter prints the outputs of GetBuckets and GetInstances as JSON.
type jsonPrinter struct {
	name  string
	print func(t *testing.T, server *lightsailtest.Server, operation string) string
}

// TestServerPutJSON puts what each client prints into another server, which must then have
// the same resources. It checks the clients that are installed; lightsailtest has the same
// test with stored outputs of all of them.
func TestServerPutJSON(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithUnsigned())
	server.SetAccountLevelBpaSync(types.AccountLevelBpaSync{
		BpaImpactsLightsail: aws.Bool(false),
		LastSyncedAt:        aws.Time(time.Date(2026, 7, 1, 12, 0, 0, 0, time.UTC)),
		Message:             types.BPAStatusMessageDefaultedForSlrMissing,
		Status:              types.AccountLevelBpaSyncStatusFailed,
	})
	at := func(ms int) *time.Time { return aws.Time(time.Date(2026, 7, 1, 12, 0, 0, ms*1e6, time.UTC)) }
	server.PutBuckets(
		types.Bucket{Name: aws.String("logs"), CreatedAt: at(0)},
		types.Bucket{
			AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("photos/")},
			AccessRules:     &types.AccessRules{GetObject: types.AccessTypePublic, AllowPublicOverrides: aws.Bool(true)},
			BundleId:        aws.String("medium_1_0"), CreatedAt: at(125), Name: aws.String("photos"), ObjectVersioning: aws.String("Enabled"),
			ReadonlyAccessAccounts: []string{"111122223333"},
			Tags:                   []types.Tag{{Key: aws.String("team"), Value: aws.String(`wéb & "co" <x>`)}, {Key: aws.String("empty"), Value: aws.String("")}},
		},
	)
	server.PutInstances(
		types.Instance{Name: aws.String("office"), BlueprintId: aws.String("windows_server_2022"), CreatedAt: at(250)},
		types.Instance{Name: aws.String("web"), CreatedAt: at(5), Tags: []types.Tag{{Key: aws.String("stage")}}},
	)
	want := server.Snapshot()
	server.PutBuckets(types.Bucket{Name: aws.String("second-page")}) // adds a page token to the outputs

	printers := []jsonPrinter{{"http", printHTTP}, {"go", printGo}}
	for _, python := range findPythons(t) {
		printers = append(printers, jsonPrinter{"boto3", printBoto3(python)})
	}
	for _, path := range findCommands("aws", "/usr/bin/aws") {
		version := runCommand(t, server, path, "--version") // aws-cli/1.45.11 ...
		printers = append(printers, jsonPrinter{strings.NewReplacer("/", "", "-", "").Replace(version[:len("aws-cli/1")]), printAWSCLI(path)})
	}
	// NODE_PATH can name the directory in which the package is installed.
	if module, err := exec.CommandContext(t.Context(), "node", "-p", `require.resolve("@aws-sdk/client-lightsail")`).Output(); err == nil {
		printers = append(printers, jsonPrinter{"javascript", printJavaScript(strings.TrimSpace(string(module)))})
	}
	for _, p := range printers {
		t.Run(p.name, func(t *testing.T) {
			other := lightsailtest.NewServer(t)
			for _, operation := range []string{"GetBuckets", "GetInstances"} {
				text := p.print(t, server, operation)
				if *update {
					file := filepath.Join("../../lightsail/lightsailtest/testdata", p.name+"_"+operation+".json")
					if err := os.WriteFile(file, []byte(strings.TrimSpace(text)+"\n"), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				if err := other.PutJSON([]byte(text)); err != nil {
					t.Errorf("%s: %v in\n%s", operation, err, text)
				}
			}
			if diff := cmp.Diff(want, other.Snapshot()); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// findCommands returns the paths of the commands that exist, each once.
func findCommands(names ...string) (found []string) {
	for _, name := range names {
		if path, err := exec.LookPath(name); err == nil && !slices.Contains(found, path) {
			found = append(found, path)
		}
	}
	return found
}

// printHTTP returns the response of the server.
func printHTTP(t *testing.T, server *lightsailtest.Server, operation string) string {
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL(), strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/x-amz-json-1.1")
	req.Header.Set("X-Amz-Target", "Lightsail_20161128."+operation)
	resp, err := server.HTTPClient().Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var text json.RawMessage
	if err := json.NewDecoder(resp.Body).Decode(&text); err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// printGo marshals the output of the official client.
func printGo(t *testing.T, server *lightsailtest.Server, operation string) string {
	client := official.NewFromConfig(server.Config())
	var out any
	var err error
	if operation == "GetBuckets" {
		out, err = client.GetBuckets(t.Context(), nil)
	} else {
		out, err = client.GetInstances(t.Context(), nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(out)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func printBoto3(python string) func(*testing.T, *lightsailtest.Server, string) string {
	const script = `
import json, sys, boto3
client = boto3.client("lightsail", endpoint_url=sys.argv[1])
print(json.dumps(client._make_api_call(sys.argv[2], {}), default=str))`
	return func(t *testing.T, server *lightsailtest.Server, operation string) string {
		return runCommand(t, server, python, "-c", script, server.URL(), operation)
	}
}

func printAWSCLI(path string) func(*testing.T, *lightsailtest.Server, string) string {
	return func(t *testing.T, server *lightsailtest.Server, operation string) string {
		command := map[string]string{"GetBuckets": "get-buckets", "GetInstances": "get-instances"}[operation]
		return runCommand(t, server, path, "--endpoint-url", server.URL(), "--output", "json", "lightsail", command)
	}
}

func printJavaScript(module string) func(*testing.T, *lightsailtest.Server, string) string {
	const script = `
const [module, endpoint, region, operation] = process.argv.slice(1);
const sdk = require(module);
new sdk.LightsailClient({ endpoint, region }).send(new sdk[operation + "Command"]({}))
  .then((out) => console.log(JSON.stringify(out)));`
	return func(t *testing.T, server *lightsailtest.Server, operation string) string {
		return runCommand(t, server, "node", "-e", script, module, server.URL(), server.Config().Region, operation)
	}
}
