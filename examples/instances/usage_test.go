package main

import (
	"testing"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// invalid is the outcome for invalid flags.
func invalid(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 2, Stderr: "instances: " + message + "\nRun instances -help for usage.\n"}
}

// nothingCreatedFor is the outcome of a failure with -live before the first change.
func nothingCreatedFor(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 1, Stderr: "instances: nothing created: " + message + "\n"}
}

// live returns arguments for -live without a confirmation.
func live(args ...string) []string {
	return append([]string{"-live", "-yes", "-name", "one"}, args...)
}

const nameRule = "an instance name has letters, digits, '.', '_' and '-', with a letter or digit at both ends"

// TestWrongUsages checks the whole message and the exit status of each wrong usage.
func TestWrongUsages(t *testing.T) {
	keys := []string{"AWS_ACCESS_KEY_ID=id", "AWS_SECRET_ACCESS_KEY=secret"}
	server := func(t *testing.T) *lightsailtest.Server { return newServer(t) }
	const bundles = "nano_3_0, micro_3_0, small_3_0, medium_3_0, large_3_0, xlarge_3_0, 2xlarge_3_0\n"
	const portRule = "the port must be 1 to 65535"
	exampletest.CheckUsages(t, []exampletest.Usage{
		{Name: "unknown flag", Args: []string{"-nosuch"}, Want: invalid("flag provided but not defined: -nosuch")},
		{Name: "argument", Args: []string{"one"}, Want: invalid(`unexpected argument "one"`)},
		{Name: "no value", Args: []string{"-bundle"}, Want: invalid("flag needs an argument: -bundle")},
		{Name: "no name with -live", Args: []string{"-live", "-yes"}, Want: invalid("-name is required: name of the instance to create")},
		{Name: "empty name", Args: []string{"-name="}, Want: invalid("-name is required: name of the instance to create")},
		{Name: "name with a space", Args: live("-name", "my server"), Want: invalid(`-name "my server": ` + nameRule)},
		{Name: "name for a shell", Args: live("-name", "$(id)"), Want: invalid(`-name "$(id)": ` + nameRule)},
		{Name: "empty blueprint", Args: []string{"-blueprint="}, Want: invalid("-blueprint requires an ID")},
		{Name: "empty bundle", Args: []string{"-bundle="}, Want: invalid("-bundle requires an ID")},
		{Name: "port 0", Args: []string{"-open", "0"}, Want: invalid(`invalid value "0" for flag -open: ` + portRule)},
		{Name: "large port", Args: []string{"-open", "65536"}, Want: invalid(`invalid value "65536" for flag -open: ` + portRule)},
		{Name: "name of a port", Args: []string{"-open", "https"}, Want: invalid(`invalid value "https" for flag -open: ` + portRule)},
		{Name: "boolean flag with another value", Args: []string{"-keep=no"},
			Want: invalid(`invalid boolean value "no" for -keep: must be true or false`)},
		{Name: "-yes without -live", Args: []string{"-yes"}, Want: invalid("-yes requires -live")},
		{Name: "no terminal", Args: []string{"-live", "-name", "one"}, Stdin: "y\n",
			Want: invalid("-live requires -yes, because standard input is not a terminal to ask for confirmation")},
		{Name: "Availability Zone", Args: live("-region", "us-east-1a"),
			Want: invalid(`invalid value "us-east-1a" for flag -region: this is an Availability Zone of the Region us-east-1`)},
		{Name: "Region with a space", Args: live("-region", "us east 1"),
			Want: invalid(`invalid value "us east 1" for flag -region: not an AWS Region, such as us-east-1`)},
		{Name: "endpoint without -live", Args: []string{"-endpoint-url", "http://localhost"}, Want: invalid("-endpoint-url requires -live")},
		{Name: "endpoint without a scheme", Args: live("-endpoint-url", "localhost"),
			Want: invalid("-endpoint-url must be a URL such as http://localhost:4566")},
		{Name: "FTP endpoint", Args: live("-endpoint-url", "ftp://localhost"),
			Want: invalid("-endpoint-url must begin with http:// or https://, not ftp://")},
		{Name: "no Region", Args: live(), Env: keys, Want: nothingCreatedFor("no Region: set -region or AWS_REGION")},
		{Name: "no credentials", Args: live("-region", "us-east-1"),
			Want: nothingCreatedFor(`no credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run "aws configure"`)},
		{Name: "unreachable endpoint", Args: live("-region", "us-east-1", "-endpoint-url", "http://127.0.0.1:1"), Env: append(keys, "AWS_MAX_ATTEMPTS=1"),
			Want: nothingCreatedFor("cannot connect to 127.0.0.1:1: connection refused: check -endpoint-url")},
		{Name: "unknown blueprint", Args: []string{"-blueprint", "plan9"}, Want: exampletest.Outcome{Status: 1,
			Stderr: demoNotice + "instances: nothing created: -blueprint: unknown blueprint plan9: use one of windows_server_2022, windows_server_2019, " +
				"windows_server_2016, windows_server_2022_sql_2022_express, amazon_linux_2023, amazon_linux_2, ubuntu_24_04, ubuntu_22_04, " +
				"debian_12, centos_stream_9, wordpress, lamp_8_bitnami, nodejs, mean\n"}},
		{Name: "unknown bundle", Args: []string{"-bundle", "huge_1_0"}, Want: exampletest.Outcome{Status: 1,
			Stderr: demoNotice + "instances: nothing created: -bundle: cannot use huge_1_0 with ubuntu_24_04: it does not exist: use one of " + bundles}},
		{Name: "bundle of another platform", Args: []string{"-bundle", "nano_win_3_0"}, Want: exampletest.Outcome{Status: 1,
			Stderr: demoNotice + "instances: nothing created: -bundle: cannot use nano_win_3_0 with ubuntu_24_04: " +
				"it does not support the platform LINUX_UNIX: use one of " + bundles}},
		{Name: "interrupted before the first change", Args: live("-endpoint-url", "{url}"), Server: server, InterruptAt: "GetRegions",
			Want: nothingCreatedFor("interrupted")},
		{Name: "interrupted", Args: live("-endpoint-url", "{url}"), Server: server, InterruptAt: "AttachStaticIp", Want: exampletest.Outcome{
			Status: 1, Stdout: `create instance     done: one at 192.0.2.12 (ubuntu_24_04, nano_3_0, us-east-1a,
                    USD 5.00/month)
allocate static IP  done: one-ip
attach static IP    interrupted
delete static IP    done: one-ip
delete instance     done: one
`, Stderr: `Interrupted. Deleting static IP one-ip, instance one. Interrupt again to exit without deleting.
instances: interrupted
`}},
		{Name: "full disk", Args: live("-endpoint-url", "{url}"), Server: server, Output: exampletest.FullDisk, Want: exampletest.Outcome{Status: 1,
			Stderr: "instances: the result is incomplete: write to standard output: no space left on device\n"}},
		{Name: "full disk with -keep", Args: live("-endpoint-url", "{url}", "-keep"), Server: server, Output: exampletest.FullDisk,
			Want: exampletest.Outcome{Status: 1, Stderr: `instance one: kept
  to delete: aws lightsail delete-instance --instance-name one --region us-east-1
instances: the result is incomplete: write to standard output: no space left on device
`}},
		{Name: "closed pipe", Args: live("-endpoint-url", "{url}"), Server: server, Output: exampletest.ClosedPipe,
			Want: exampletest.Outcome{Status: 1}},
	})
}
