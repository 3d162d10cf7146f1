package main

import (
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// invalid is the outcome for invalid flags.
func invalid(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 2, Stderr: "catalog: " + message + "\nRun catalog -help for usage.\n"}
}

// failed is the outcome of a failure with -live.
func failed(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 1, Stderr: "catalog: " + message + "\n"}
}

// TestWrongUsages checks the whole message and the exit status of each wrong usage.
func TestWrongUsages(t *testing.T) {
	server := func(t *testing.T) *lightsailtest.Server { return lightsailtest.NewServer(t) }
	keys := []string{"AWS_ACCESS_KEY_ID=id", "AWS_SECRET_ACCESS_KEY=secret"}
	exampletest.CheckUsages(t, []exampletest.Usage{
		{Name: "unknown flag", Args: []string{"-nosuch"}, Want: invalid("flag provided but not defined: -nosuch")},
		{Name: "argument", Args: []string{"wordpress"}, Want: invalid(`unexpected argument "wordpress"`)},
		{Name: "no value", Args: []string{"-platform"}, Want: invalid("flag needs an argument: -platform")},
		{Name: "platform of the API", Args: []string{"-platform", "LINUX_UNIX"},
			Want: invalid(`invalid value "LINUX_UNIX" for flag -platform: must be linux or windows`)},
		{Name: "empty platform", Args: []string{"-platform="}, Want: invalid(`invalid value "" for flag -platform: must be linux or windows`)},
		{Name: "type with a capital letter", Args: []string{"-type", "App"}, Want: invalid(`invalid value "App" for flag -type: must be os or app`)},
		{Name: "memory with a unit", Args: []string{"-min-ram", "2GB"},
			Want: invalid(`invalid value "2GB" for flag -min-ram: must be a number greater than 0`)},
		{Name: "no memory", Args: []string{"-min-ram", "0"}, Want: invalid(`invalid value "0" for flag -min-ram: must be a number greater than 0`)},
		{Name: "price that is no number", Args: []string{"-max-price", "NaN"},
			Want: invalid(`invalid value "NaN" for flag -max-price: must be a number greater than 0`)},
		{Name: "empty blueprint", Args: []string{"-blueprint="}, Want: invalid(`invalid value "" for flag -blueprint: empty ID`)},
		{Name: "chart of a document", Args: []string{"-json", "-chart"}, Want: invalid("-json cannot be combined with -chart")},
		{Name: "boolean flag with another value", Args: []string{"-json=maybe"},
			Want: invalid(`invalid boolean value "maybe" for -json: must be true or false`)},
		{Name: "empty Region", Args: []string{"-region="}, Want: invalid(`invalid value "" for flag -region: empty Region`)},
		{Name: "Availability Zone", Args: []string{"-region", "us-east-1a"},
			Want: invalid(`invalid value "us-east-1a" for flag -region: this is an Availability Zone of the Region us-east-1`)},
		{Name: "unknown Region of the demo catalog", Args: []string{"-region", "mars-north-1"},
			Want: invalid("unknown Region mars-north-1: use one of us-east-1, us-east-2, us-west-1, us-west-2, " +
				"eu-west-1, eu-west-2, eu-west-3, eu-central-1, eu-north-1, eu-south-2, ca-central-1, ap-east-1, ap-south-1, ap-southeast-1, " +
				"ap-southeast-2, ap-northeast-1, ap-northeast-2, ap-southeast-3, ap-southeast-5, sa-east-1")},
		{Name: "endpoint without -live", Args: []string{"-endpoint-url", "http://localhost"}, Want: invalid("-endpoint-url requires -live")},
		{Name: "FTP endpoint", Args: []string{"-live", "-endpoint-url", "ftp://localhost"},
			Want: invalid("-endpoint-url must begin with http:// or https://, not ftp://")},
		{Name: "unknown blueprint", Args: []string{"-blueprint", "nosuch"}, Want: exampletest.Outcome{Status: 1,
			Stderr: notice + "catalog: blueprint nosuch does not exist in this Region: run catalog without -blueprint for a list, " +
				"with -inactive to include inactive blueprints\n"}},
		{Name: "no Region", Args: []string{"-live"}, Env: keys, Want: failed("no Region: set -region or AWS_REGION")},
		{Name: "Availability Zone in the environment", Args: []string{"-live"}, Env: append(keys, "AWS_REGION=us-west-2-lax-1a"),
			Want: failed(`AWS_REGION or the profile's region: invalid value "us-west-2-lax-1a": this is an Availability Zone of the Region us-west-2`)},
		{Name: "no credentials", Args: []string{"-live", "-region", "us-east-1"},
			Want: failed(`no credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run "aws configure"`)},
		{Name: "unreachable endpoint", Args: []string{"-live", "-region", "us-east-1", "-endpoint-url", "http://127.0.0.1:1"}, Env: append(keys, "AWS_MAX_ATTEMPTS=1"),
			Want: failed("cannot connect to 127.0.0.1:1: connection refused: check -endpoint-url")},
		{Name: "full disk", Output: exampletest.FullDisk, Want: exampletest.Outcome{Status: 1,
			Stderr: notice + "catalog: the result is incomplete: write to standard output: no space left on device\n"}},
		{Name: "document on a full disk", Args: []string{"-json"}, Output: exampletest.FullDisk, Want: exampletest.Outcome{Status: 1,
			Stderr: notice + "catalog: the result is incomplete: write to standard output: no space left on device\n"}},
		// SIGPIPE terminates the program, as it terminates others in a pipeline.
		{Name: "closed pipe", Output: exampletest.ClosedPipe, Want: exampletest.Outcome{Status: -1, Stderr: notice}},
		{Name: "interrupted", Args: []string{"-live", "-endpoint-url", "{url}"}, Server: server, InterruptAt: "GetBundles",
			Want: failed("interrupted")},
	})
}
