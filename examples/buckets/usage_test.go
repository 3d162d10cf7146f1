package main

import (
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
)

// invalid is the outcome for invalid flags.
func invalid(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 2, Stderr: "buckets: " + message + "\nRun buckets -help for usage.\n"}
}

// nothingCreatedFor is the outcome of a failure with -live before the first change.
func nothingCreatedFor(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 1, Stderr: "buckets: no buckets created: " + message + "\n"}
}

const (
	demoNotice = "Demo account. Use -live to run against your own.\n"
	nameRule   = "a bucket name has 3 to 54 lower-case letters, digits and hyphens, with a letter or digit at both ends"
)

// live returns arguments for -live and the names of two buckets.
func live(args ...string) []string {
	return append([]string{"-live", "-name", "one", "-destination", "logs"}, args...)
}

// TestWrongUsages checks the whole message and the exit status of each wrong usage.
func TestWrongUsages(t *testing.T) {
	keys := []string{"AWS_ACCESS_KEY_ID=id", "AWS_SECRET_ACCESS_KEY=secret"}
	exampletest.CheckUsages(t, []exampletest.Usage{
		{Name: "unknown flag", Args: []string{"-nosuch"}, Want: invalid("flag provided but not defined: -nosuch")},
		{Name: "argument", Args: []string{"-keep", "one"}, Want: invalid(`unexpected argument "one"`)},
		{Name: "no value", Args: []string{"-name"}, Want: invalid("flag needs an argument: -name")},
		{Name: "empty name", Args: []string{"-name="}, Want: invalid("-name is required: name of the bucket to create")},
		{Name: "no name with -live", Args: []string{"-live", "-destination", "logs"}, Want: invalid("-name is required: name of the bucket to create")},
		{Name: "no destination with -live", Args: []string{"-live", "-name", "one"},
			Want: invalid("-destination is required: name of the bucket to create for the access logs")},
		{Name: "one name for both buckets", Args: []string{"-name", "one", "-destination", "one"},
			Want: invalid("-name and -destination must be different: a bucket that is logged to itself logs its own log objects")},
		{Name: "name with a capital letter", Args: []string{"-name", "Photos"}, Want: invalid(`-name "Photos": ` + nameRule)},
		{Name: "name with an escape sequence", Args: []string{"-name", "a\x1b[2J"}, Want: invalid(`-name "a\x1b[2J": ` + nameRule)},
		{Name: "short destination", Args: []string{"-destination", "lo"}, Want: invalid(`-destination "lo": ` + nameRule)},
		{Name: "empty instance", Args: []string{"-instance="}, Want: invalid("-instance requires a name")},
		{Name: "empty bundle", Args: []string{"-bundle="}, Want: invalid("-bundle requires an ID")},
		{Name: "empty next bundle", Args: []string{"-next-bundle="}, Want: invalid("-next-bundle requires an ID")},
		{Name: "same bundle", Args: []string{"-bundle", "medium_1_0"},
			Want: invalid("-bundle and -next-bundle must be different, not both medium_1_0")},
		{Name: "tag without a key", Args: []string{"-tag", "=value"},
			Want: invalid(`invalid value "=value" for flag -tag: missing tag key: use key=value`)},
		{Name: "boolean flag with another value", Args: []string{"-keep=2"}, Want: invalid(`invalid boolean value "2" for -keep: must be true or false`)},
		{Name: "Availability Zone", Args: []string{"-region", "eu-west-1b"},
			Want: invalid(`invalid value "eu-west-1b" for flag -region: this is an Availability Zone of the Region eu-west-1`)},
		{Name: "endpoint without -live", Args: []string{"-endpoint-url", "http://localhost"}, Want: invalid("-endpoint-url requires -live")},
		{Name: "FTP endpoint", Args: live("-endpoint-url", "ftp://localhost"),
			Want: invalid("-endpoint-url must begin with http:// or https://, not ftp://")},
		{Name: "empty endpoint", Args: live("-endpoint-url="), Want: invalid(`invalid value "" for flag -endpoint-url: empty URL`)},
		{Name: "no Region", Args: live(), Env: keys, Want: nothingCreatedFor("no Region: set -region or AWS_REGION")},
		{Name: "no credentials", Args: live("-region", "us-east-1"),
			Want: nothingCreatedFor(`no credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run "aws configure"`)},
		{Name: "unknown profile", Args: live("-region", "us-east-1"), Env: []string{"AWS_PROFILE=nosuch"},
			Want: nothingCreatedFor(`there is no profile nosuch: set AWS_PROFILE to one of those that "aws configure list-profiles" prints`)},
		{Name: "unreachable endpoint", Args: live("-region", "us-east-1", "-endpoint-url", "http://127.0.0.1:1"), Env: append(keys, "AWS_MAX_ATTEMPTS=1"),
			Want: nothingCreatedFor("cannot connect to 127.0.0.1:1: connection refused: check -endpoint-url")},
		{Name: "unknown bundle", Args: live("-endpoint-url", "{url}", "-next-bundle", "huge_1_0"), Server: newServer,
			Want: nothingCreatedFor("-next-bundle: unknown bucket bundle huge_1_0: use one of small_1_0, medium_1_0, large_1_0")},
		{Name: "name in use", Args: live("-endpoint-url", "{url}", "-name", "other"), Server: newServer,
			Want: nothingCreatedFor("-name: bucket other already exists: choose a name that is not in use")},
		{Name: "interrupted before the first change", Args: live("-endpoint-url", "{url}"), Server: newServer, InterruptAt: "GetBucketBundles",
			Want: nothingCreatedFor("interrupted")},
		{Name: "interrupted", Args: live("-endpoint-url", "{url}"), Server: newServer, InterruptAt: "CreateBucketAccessKey",
			Want: exampletest.Outcome{Status: 1, Stdout: `BUNDLE      STORAGE GB  TRANSFER GB  USD/MONTH  NAME
small_1_0            5           25       1.00  Object Storage 5GB
medium_1_0         100          250       3.00  Object Storage 100GB
large_1_0          250          500       5.00  Object Storage 250GB

STEP        BUCKET  RESULT
create      one     done: small_1_0
tag         one     done: purpose=example
access key  one     interrupted: outcome unknown
`, Stderr: `In us-east-1: 2 steps done, 1 interrupted
one: not deleted
  to delete: aws lightsail delete-bucket --force-delete --region us-east-1 --bucket-name one
buckets: interrupted
`}},
		{Name: "full disk", Args: live("-endpoint-url", "{url}", "-keep"), Server: newServer, Output: exampletest.FullDisk,
			Want: exampletest.Outcome{Status: 1, Stderr: `In us-east-1: 7 steps done
one: kept
  to delete: aws lightsail delete-bucket --force-delete --region us-east-1 --bucket-name one
logs: kept
  to delete: aws lightsail delete-bucket --force-delete --region us-east-1 --bucket-name logs
buckets: the result is incomplete: write to standard output: no space left on device
`}},
		{Name: "document on a full disk", Args: []string{"-json"}, Output: exampletest.FullDisk, Want: exampletest.Outcome{Status: 1,
			Stderr: demoNotice + "In us-east-1: 10 steps done\nbuckets: the result is incomplete: write to standard output: no space left on device\n"}},
		{Name: "closed pipe", Output: exampletest.ClosedPipe, Want: exampletest.Outcome{Status: 1,
			Stderr: demoNotice + "In us-east-1: 10 steps done\n"}},
	})
}
