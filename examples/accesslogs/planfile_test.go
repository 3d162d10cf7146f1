package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/types"
)

// writePlan writes a plan to a file and returns its path.
func writePlan(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestApplyPlan checks that a plan is applied to the Regions and the buckets that it
// names, and to no others.
func TestApplyPlan(t *testing.T) {
	server := newServerWithRegions(t)
	plan := runLive(t, t.Context(), server, "-regions", "us-east-1,eu-west-1", "-destination", "logs-{region}", "-create", "-dry-run", "-json")
	exampletest.Equal(t, plan.Status, 0)
	exampletest.Equal(t, plan.Stderr, "In us-east-1: 1 to create, 1 to update\nIn eu-west-1: 1 skipped, 1 to update\n")
	exampletest.Equal(t, regionalUpdates(server), nil)

	server.PutBuckets(types.Bucket{Name: aws.String("new")}) // not in the plan
	path := writePlan(t, plan.Stdout)
	got := runLive(t, t.Context(), server, "-apply", path)
	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `Region us-east-1
BUCKET          RESULT
logs-us-east-1  created
one             updated: off -> logs-us-east-1/one/

Region eu-west-1
BUCKET  RESULT
two     updated: off -> logs-eu-west-1/two/
`,
		Stderr: "In us-east-1: 1 created, 1 updated\nIn eu-west-1: 1 updated\n",
	})
	exampletest.Equal(t, len(regionalUpdates(server)), 3)

	// A plan can be applied again, for example after an interruption.
	server.ResetCalls()
	got = runLive(t, t.Context(), server, "-apply", path)
	exampletest.Equal(t, got, exampletest.Outcome{
		Stdout: `Region us-east-1
BUCKET          RESULT
logs-us-east-1  skipped: exists already
one             skipped: already configured

Region eu-west-1
BUCKET  RESULT
two     skipped: already configured
`,
		Stderr: "In us-east-1: 2 skipped\nIn eu-west-1: 1 skipped\n",
	})
	exampletest.Equal(t, regionalUpdates(server), nil)
}

// TestApplyOutdatedPlan checks that buckets are kept if their configuration is no longer
// the one that the plan has, in both directions.
func TestApplyOutdatedPlan(t *testing.T) {
	server := newServer(t)
	plan := runLive(t, t.Context(), server, "-destination", "logs", "-prefix", "new/{bucket}/", "-replace", "-dry-run", "-json")
	for _, name := range []string{"one", "two", "three"} {
		server.Remove(name)
	}
	server.PutBuckets(
		types.Bucket{Name: aws.String("one"), AccessLogConfig: logTo("logs", "mine/")}, // was off
		types.Bucket{Name: aws.String("two")},                                          // had logs
	)
	got := runLive(t, t.Context(), server, "-apply", writePlan(t, plan.Stdout))
	exampletest.Equal(t, got, exampletest.Outcome{
		Status: 1,
		Stdout: `BUCKET  RESULT
one     kept: changed since the plan: logs to logs/mine/
three   failed: bucket no longer exists
two     kept: changed since the plan: access logs are off
`,
		Stderr: "In us-east-1: 2 kept, 1 failed\nthree: bucket no longer exists\naccesslogs: 1 bucket failed\n",
	})
	exampletest.Equal(t, updates(server), nil)
}

func TestApplyInDemo(t *testing.T) {
	plan := runDemo(t, "-dry-run", "-json", "-bucket", "blog-dev,search-prod")
	got := runDemo(t, "-apply", writePlan(t, plan.Stdout))
	exampletest.Equal(t, got.Stdout, "BUCKET    RESULT\nblog-dev  updated: off -> access-logs/blog-dev/\n")
}

// validPlan is a plan with one change.
const validPlan = `{"version":1,"dryRun":true,"interrupted":false,"regions":[{"region":"us-east-1","buckets":[
	{"bucket":"one","before":{"enabled":false},"want":{"enabled":true,"destination":"logs","prefix":"one/"},"result":"to update"}
]}]}`

// TestInvalidPlan checks that a plan is rejected before the first call. Each row replaces
// a part of a valid plan.
func TestInvalidPlan(t *testing.T) {
	bucket := validPlan[strings.Index(validPlan, `{"bucket"`):strings.Index(validPlan, "\n]")]
	region := validPlan[strings.Index(validPlan, `{"region"`):strings.LastIndex(validPlan, "]}")]
	const notPlan = "not a plan of -dry-run -json: "
	for _, row := range []struct{ name, old, new, want string }{
		{"empty file", validPlan, "", "not JSON: unexpected end of JSON input at byte 0"},
		{"table instead of JSON", validPlan, "BUCKET  RESULT\n", "not JSON: invalid character 'B' looking for beginning of value at byte 1"},
		{"truncated", "]}]}", "", "not JSON: unexpected end of JSON input at byte 219"},
		{"text after the plan", "]}]}", "]}]} x", "not JSON: invalid character 'x' after top-level value at byte 225"},
		{"array", validPlan, "[]", notPlan + "it must be an object"},
		{"null", validPlan, "null", notPlan + "the member version is missing"},
		{"no version", `"version":1,`, "", notPlan + "the member version is missing"},
		{"version of another type", `"version":1`, `"version":"1"`, notPlan + "version must not be a string"},
		{"unknown version", `"version":1`, `"version":2,"new":true`,
			"the plan has the version 2, and this program supports version 1: make a new plan with -dry-run -json"},
		{"unknown member", `"dryRun"`, `"owner":"me","dryRun"`, notPlan + `unknown field "owner"`},
		{"unknown member of a bucket", `"result"`, `"force":true,"result"`, notPlan + `unknown field "force"`},
		{"unknown member of a configuration", `"destination"`, `"bucket":"x","destination"`, notPlan + `unknown field "bucket"`},
		{"member of another type", `"enabled":true`, `"enabled":"yes"`, notPlan + "regions.buckets.want.enabled must not be a string"},
		{"result of a run", `"dryRun":true`, `"dryRun":false`, "this is the result of a run, not a plan: make a plan with -dry-run -json"},
		{"no Regions", region, "", "the plan has no Regions"},
		{"Region null", region, "null", "a Region is null"},
		{"duplicated Region", region, region + "," + region, "the Region us-east-1 is listed twice"},
		{"Availability Zone", "us-east-1", "us-east-1a", `the Region "us-east-1a": this is an Availability Zone of the Region us-east-1`},
		{"bucket null", bucket, "null", `the Region "us-east-1": a bucket is null`},
		{"duplicated bucket", bucket, bucket + "," + bucket, `the Region "us-east-1": bucket "one" is listed twice`},
		{"invalid bucket name", `"one"`, `"One"`, `the Region "us-east-1": bucket "One": a bucket name has 3 to 54 ` +
			"lower-case letters, digits and hyphens, with a letter or digit at both ends"},
		{"unknown result", "to update", "to delete", `the Region "us-east-1": bucket "one": unknown result "to delete"`},
		{"no before", `"before":{"enabled":false},`, "", `the Region "us-east-1": bucket "one": the member before is missing`},
		{"no want", `"want":{"enabled":true,"destination":"logs","prefix":"one/"},`, "",
			`the Region "us-east-1": bucket "one": the member want is missing or has no member enabled`},
		{"no destination", `"destination":"logs",`, "", `the Region "us-east-1": bucket "one": the member want is not valid: destination "": ` +
			"a bucket name has 3 to 54 lower-case letters, digits and hyphens, with a letter or digit at both ends"},
		{"invalid prefix", `"one/"`, `"one two"`, `the Region "us-east-1": bucket "one": the member want is not valid: prefix "one two": ` +
			"a prefix has 1 to 100 letters, digits and the characters _ / ! . * ' ) ( -"},
		{"bucket to create without bundle", "to update", "to create", `the Region "us-east-1": bucket "one": the member bundle is missing`},
	} {
		t.Run(row.name, func(t *testing.T) {
			path := writePlan(t, strings.Replace(validPlan, row.old, row.new, 1))
			server := newServer(t)
			exampletest.Equal(t, runLive(t, t.Context(), server, "-apply", path), exampletest.Outcome{
				Status: 1,
				Stderr: "accesslogs: no changes made: " + path + ": " + row.want + "\n",
			})
			exampletest.Equal(t, len(server.Calls()), 0)
		})
	}
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-apply", writePlan(t, validPlan))
	exampletest.Equal(t, got.Stderr, "In us-east-1: 1 updated\n")
}
