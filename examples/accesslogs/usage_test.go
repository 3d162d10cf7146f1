package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// TestWrongUsage runs the program as a process in ways in which it cannot work. The
// server allows no call except where a row names it.
func TestWrongUsage(t *testing.T) {
	const (
		nameRule = "a bucket name has 3 to 54 lower-case letters, digits and hyphens, with a letter or digit at both ends"
		notice   = "Demo account. Use -live to run against your own.\n"
	)
	invalid := func(message string) exampletest.Outcome {
		return exampletest.Outcome{Status: 2, Stderr: "accesslogs: " + message + "\nRun accesslogs -help for usage.\n"}
	}
	noChanges := func(message string) exampletest.Outcome {
		return exampletest.Outcome{Status: 1, Stderr: "accesslogs: no changes made: " + message + "\n"}
	}
	args := func(args ...string) []string { return args }
	aws := func(args ...string) []string {
		return append([]string{"-live", "-yes", "-destination", "logs"}, args...)
	}
	live := func(args ...string) []string { return append(aws("-endpoint-url", "{url}"), args...) }
	keys := []string{"AWS_ACCESS_KEY_ID=AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY=example"}
	plan := filepath.Join(t.TempDir(), "plan.json")
	if err := os.WriteFile(plan, []byte(`{"version":7}`), 0o600); err != nil {
		t.Fatal(err)
	}
	missing := filepath.Join(t.TempDir(), "missing.json")
	long := strings.Repeat("a", 55)

	exampletest.CheckUsages(t, []exampletest.Usage{
		// Names and values of single flags.
		{Name: "unknown flag", Args: args("-nosuch"), Want: invalid("flag provided but not defined: -nosuch")},
		{Name: "argument without a flag", Args: args("photos"), Want: invalid(`unexpected argument "photos"`)},
		{Name: "no value", Args: args("-destination"), Want: invalid("flag needs an argument: -destination")},
		{Name: "not a boolean", Args: args("-dry-run=maybe"),
			Want: invalid(`invalid boolean value "maybe" for -dry-run: must be true or false`)},
		{Name: "duration without unit", Args: args("-wait", "1"),
			Want: invalid(`invalid value "1" for flag -wait: missing unit: use 1s, 1m or 1h`)},
		{Name: "not a duration", Args: args("-wait", "soon"),
			Want: invalid(`invalid value "soon" for flag -wait: must be a number and a unit, such as 30s, 5m or 1h`)},
		{Name: "duration zero", Args: args("-wait", "0s"),
			Want: invalid(`invalid value "0s" for flag -wait: must be greater than 0`)},
		{Name: "empty destination", Args: args("-destination="),
			Want: invalid("-destination is required: name of the bucket that receives the logs")},
		{Name: "flag instead of a value", Args: args("-destination", "-create"),
			Want: invalid(`-destination "-create": ` + nameRule)},
		{Name: "destination in upper case", Args: args("-destination", "Logs"),
			Want: invalid(`-destination "Logs": ` + nameRule)},
		{Name: "destination too long", Args: args("-destination", long),
			Want: invalid(`-destination "` + long + `": ` + nameRule)},
		{Name: "destination with a bucket name", Args: args("-destination", "{bucket}-logs"),
			Want: invalid(`-destination "{bucket}-logs": ` + nameRule)},
		{Name: "prefix with a space", Args: args("-prefix", "my logs/"),
			Want: invalid(`-prefix "my logs/": a prefix has only letters, digits and the characters _ / ! . * ' ) ( -`)},
		{Name: "unknown placeholder", Args: args("-prefix", "{name}/"),
			Want: invalid(`-prefix "{name}/": unknown placeholder {name}: use {bucket} or {region}`)},
		{Name: "prefix too long", Args: args("-prefix", long+long), Want: invalid("-prefix has more than 100 characters")},
		{Name: "prefix too long for a bucket", Args: args("-prefix", "{bucket}/{bucket}", "-bucket", long[:54]),
			Want: invalid(`-prefix "{bucket}/{bucket}" has 109 characters for the bucket ` + long[:54] + ": the maximum is 100")},
		{Name: "empty bucket", Args: args("-bucket="),
			Want: invalid(`invalid value "" for flag -bucket: empty bucket name`)},
		{Name: "empty bucket in a list", Args: args("-bucket", "one,,two"),
			Want: invalid(`invalid value "one,,two" for flag -bucket: empty bucket name`)},
		{Name: "bucket with a dot", Args: args("-bucket", "my.photos"),
			Want: invalid(`invalid value "my.photos" for flag -bucket: ` + nameRule)},
		{Name: "empty bundle", Args: args("-create", "-bundle="), Want: invalid("-bundle requires an ID")},
		{Name: "empty Region", Args: args("-region="), Want: invalid(`invalid value "" for flag -region: empty Region`)},
		{Name: "Availability Zone", Args: args("-region", "us-east-1a"),
			Want: invalid(`invalid value "us-east-1a" for flag -region: this is an Availability Zone of the Region us-east-1`)},
		{Name: "Local Zone", Args: args("-region", "us-west-2-lax-1a"),
			Want: invalid(`invalid value "us-west-2-lax-1a" for flag -region: this is an Availability Zone of the Region us-west-2`)},
		{Name: "not a Region", Args: args("-region", "N. Virginia"),
			Want: invalid(`invalid value "N. Virginia" for flag -region: not an AWS Region, such as us-east-1`)},
		{Name: "Availability Zone in a list", Args: args("-regions", "eu-west-1,us-east-1a"),
			Want: invalid(`invalid value "eu-west-1,us-east-1a" for flag -regions: "us-east-1a": this is an Availability Zone of the Region us-east-1`)},
		{Name: "empty Region in a list", Args: args("-regions", "eu-west-1,"),
			Want: invalid(`invalid value "eu-west-1," for flag -regions: "": empty Region`)},
		{Name: "Region twice", Args: args("-regions", "eu-west-1,eu-west-1"),
			Want: invalid(`invalid value "eu-west-1,eu-west-1" for flag -regions: eu-west-1 is listed twice`)},
		{Name: "empty endpoint", Args: aws("-endpoint-url="),
			Want: invalid(`invalid value "" for flag -endpoint-url: empty URL`)},
		{Name: "endpoint without scheme", Args: aws("-endpoint-url", "localhost:4566"),
			Want: invalid("-endpoint-url must be a URL such as http://localhost:4566")},
		{Name: "endpoint with ftp", Args: aws("-endpoint-url", "ftp://me:secret@localhost"),
			Want: invalid("-endpoint-url must begin with http:// or https://, not ftp://")},
		{Name: "empty plan file name", Args: args("-apply="), Want: invalid("-apply requires the name of a file")},

		// Combinations of flags.
		{Name: "live without destination", Args: args("-live", "-yes"),
			Want: invalid("-destination is required: name of the bucket that receives the logs")},
		{Name: "yes without live", Args: args("-yes"), Want: invalid("-yes requires -live")},
		{Name: "endpoint without live", Args: args("-endpoint-url", "http://localhost"),
			Want: invalid("-endpoint-url requires -live")},
		{Name: "bundle without create", Args: args("-bundle", "small_1_0"), Want: invalid("-bundle requires -create")},
		{Name: "disable and create", Args: args("-disable", "-create"),
			Want: invalid("-disable cannot be combined with -create")},
		{Name: "disable and prefix", Args: args("-disable", "-prefix", "a/"),
			Want: invalid("-disable cannot be combined with -prefix")},
		{Name: "disable and replace", Args: args("-disable", "-replace"),
			Want: invalid("-disable cannot be combined with -replace")},
		{Name: "Region and Regions", Args: args("-region", "us-east-1", "-regions", "all"),
			Want: invalid("-regions cannot be combined with -region")},
		{Name: "plan and destination", Args: args("-apply", plan, "-destination", "logs"),
			Want: invalid("-apply cannot be combined with -destination")},
		{Name: "plan and dry run", Args: args("-apply", plan, "-dry-run"),
			Want: invalid("-apply cannot be combined with -dry-run")},
		{Name: "one destination for two Regions", Args: args("-regions", "us-east-1,eu-west-1"),
			Want: invalid(`-destination "access-logs" must contain {region} for more than one Region, such as "access-logs-{region}":` +
				" a bucket can log only to a bucket of its own Region")},
		{Name: "one destination for all Regions", Args: args("-regions", "all", "-destination", "logs"),
			Want: invalid(`-destination "logs" must contain {region} for more than one Region, such as "logs-{region}":` +
				" a bucket can log only to a bucket of its own Region")},
		{Name: "no terminal and no confirmation", Args: args("-live", "-destination", "logs", "-endpoint-url", "{url}"), Server: newServer, Stdin: "y\n",
			Want: invalid("-live requires -yes or -dry-run, because standard input is not a terminal to ask for confirmation")},

		// Files, AWS settings and the connection.
		{Name: "plan file missing", Args: args("-apply", missing),
			Want: noChanges("open " + missing + ": no such file or directory")},
		{Name: "plan of another version", Args: args("-apply", plan),
			Want: noChanges(plan + ": the plan has the version 7, and this program supports version 1: make a new plan with -dry-run -json")},
		{Name: "no Region", Args: aws(), Env: keys,
			Want: noChanges("no Region: set -region or AWS_REGION")},
		{Name: "Availability Zone in AWS_REGION", Args: aws(), Env: append([]string{"AWS_REGION=us-east-1a"}, keys...),
			Want: noChanges(`AWS_REGION or the profile's region: invalid value "us-east-1a": this is an Availability Zone of the Region us-east-1`)},
		{Name: "no credentials", Args: aws("-region", "us-east-1"),
			Want: noChanges(`no credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run "aws configure"`)},
		{Name: "unknown profile", Args: aws("-region", "us-east-1"), Env: []string{"AWS_PROFILE=nosuch"},
			Want: noChanges(`there is no profile nosuch: set AWS_PROFILE to one of those that "aws configure list-profiles" prints`)},
		{Name: "endpoint in AWS_ENDPOINT_URL with ftp", Args: aws("-region", "us-east-1"),
			Env:  append([]string{"AWS_ENDPOINT_URL=ftp://localhost"}, keys...),
			Want: noChanges("AWS_ENDPOINT_URL, or the profile's endpoint_url, must begin with http:// or https://, not ftp://")},
		{Name: "nothing listens at the endpoint", Server: newServer, Args: aws("-endpoint-url", "http://127.0.0.1:1"),
			Want: noChanges("cannot connect to 127.0.0.1:1: connection refused: check -endpoint-url")},
		{Name: "missing destination", Args: live("-destination", "nosuch"), Server: newServer,
			Want: noChanges("destination bucket nosuch does not exist in us-east-1: use -create to create it")},

		// Output and signals.
		{Name: "closed output", Args: args("-bucket", "blog-dev"), Output: exampletest.ClosedPipe,
			Want: exampletest.Outcome{Status: 1,
				Stderr: notice + "In us-east-1: 1 updated\naccesslogs: the result is incomplete: standard output is closed\n"}},
		{Name: "closed output of JSON", Args: args("-bucket", "blog-dev", "-json"), Output: exampletest.ClosedPipe,
			Want: exampletest.Outcome{Status: 1,
				Stderr: notice + "In us-east-1: 1 updated\naccesslogs: the result is incomplete: standard output is closed\n"}},
		{Name: "full disk", Args: args("-bucket", "blog-dev"), Output: exampletest.FullDisk,
			Want: exampletest.Outcome{Status: 1,
				Stderr: notice + "In us-east-1: 1 updated\n" +
					"accesslogs: the result is incomplete: write to standard output: no space left on device\n"}},
		{Name: "full disk for a plan", Args: args("-bucket", "blog-dev", "-dry-run", "-json"), Output: exampletest.FullDisk,
			Want: exampletest.Outcome{Status: 1,
				Stderr: notice + "In us-east-1: 1 to update\n" +
					"accesslogs: the result is incomplete: write to standard output: no space left on device\n"}},
		{Name: "interrupted while listing", Args: live(), Server: newServer, InterruptAt: "GetBuckets",
			Want: noChanges("interrupted")},
		{Name: "interrupted while listing Regions", Args: live("-regions", "all", "-destination", "logs-{region}"), Server: newServer,
			InterruptAt: "GetRegions", Want: noChanges("interrupted")},
		{Name: "interrupted while updating", Args: live(), Server: newServer, InterruptAt: "UpdateBucket",
			Want: exampletest.Outcome{
				Status: 1,
				Stdout: "BUCKET  RESULT\nlogs    skipped: log destination\none     interrupted: outcome unknown\n" +
					"three   to update: off -> logs/three/\ntwo     skipped: already configured\n",
				Stderr: "In us-east-1: 2 skipped, 1 interrupted, 1 to update\n" +
					"one: outcome unknown: request cancelled while waiting, context canceled\n" +
					"accesslogs: interrupted, 1 bucket not changed\n",
			}},
		{Name: "access denied", Args: live("-bucket", "one"), Server: deniedServer, Want: exampletest.Outcome{
			Status: 1,
			Stdout: "BUCKET  RESULT\none     failed: AccessDeniedException: access denied\n",
			Stderr: "In us-east-1: 1 failed\n" +
				"one: operation error Lightsail: UpdateBucket, " +
				"https response error StatusCode: 400, RequestID: ID, AccessDeniedException: access denied\n" +
				"accesslogs: 1 bucket failed\n",
		}},
	})
}

// deniedServer returns a server that denies the update of a bucket.
func deniedServer(t *testing.T) *lightsailtest.Server {
	t.Helper()
	server := newServer(t)
	server.Inject("UpdateBucket", denied)
	return server
}
