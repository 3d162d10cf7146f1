package main

import (
	"path/filepath"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// invalid is the outcome for an invalid command line.
func invalid(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 255, Stderr: "connect: " + message + "\nRun connect -help for usage.\n"}
}

// failed is the outcome of a failure with -live.
func failed(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 255, Stderr: "connect: " + message + "\n"}
}

// failedDemo is the outcome of a failure in the demo account.
func failedDemo(message string) exampletest.Outcome {
	return exampletest.Outcome{Status: 255, Stderr: demoNotice + "connect: " + message + "\n"}
}

// TestWrongUsages checks the whole message and the exit status of each wrong usage.
func TestWrongUsages(t *testing.T) {
	keys := []string{"AWS_ACCESS_KEY_ID=id", "AWS_SECRET_ACCESS_KEY=secret"}
	server := func(t *testing.T) *lightsailtest.Server {
		return lightsailtest.NewServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	}
	dir := tempDir(t)
	absent := filepath.Join(dir, "absent")
	const portRule = "the port must be 1 to 65535"
	exampletest.CheckUsages(t, []exampletest.Usage{
		{Name: "no instance", Want: invalid("missing instance name: connect [flags] INSTANCE [COMMAND...]")},
		{Name: "empty instance", Args: []string{""}, Want: invalid("missing instance name: connect [flags] INSTANCE [COMMAND...]")},
		{Name: "unknown flag", Args: []string{"-nosuch", "web-1"}, Want: invalid("flag provided but not defined: -nosuch")},
		{Name: "flag after the instance", Args: []string{"web-1", "-live"},
			Want: invalid(`unexpected flag "-live" after the instance name: put flags before the name, or -- before the command`)},
		{Name: "no value", Args: []string{"-write"}, Want: invalid("flag needs an argument: -write")},
		{Name: "flag instead of a value", Args: []string{"-write", "-print-ssh-config", "web-1"},
			Want: invalid("-write has the flag -print-ssh-config as its value: use ./-print-ssh-config if this is a file name")},
		{Name: "empty directory", Args: []string{"-write=", "web-1"}, Want: invalid("-write requires a directory")},
		{Name: "port 0", Args: []string{"-port", "0", "web-1"}, Want: invalid(`invalid value "0" for flag -port: ` + portRule)},
		{Name: "name of a port", Args: []string{"-port", "ssh", "web-1"}, Want: invalid(`invalid value "ssh" for flag -port: ` + portRule)},
		{Name: "duration without a unit", Args: []string{"-wait", "1", "web-1"},
			Want: invalid(`invalid value "1" for flag -wait: missing unit: use 1s, 1m or 1h`)},
		{Name: "duration in words", Args: []string{"-wait", "long", "web-1"},
			Want: invalid(`invalid value "long" for flag -wait: must be a number and a unit, such as 30s, 5m or 1h`)},
		{Name: "no duration", Args: []string{"-wait", "0s", "web-1"}, Want: invalid(`invalid value "0s" for flag -wait: must be greater than 0`)},
		{Name: "password and a command", Args: []string{"-password", "windows-1", "dir"},
			Want: invalid(`-password cannot be combined with a command: unexpected argument "dir"`)},
		{Name: "Remote Desktop file and a second instance", Args: []string{"-rdp", absent, "windows-1", "windows-2"},
			Want: invalid(`-rdp cannot be combined with a command: unexpected argument "windows-2"`)},
		{Name: "password and port", Args: []string{"-password", "-port", "22", "windows-1"}, Want: invalid("-password cannot be combined with -port")},
		{Name: "password and Remote Desktop file", Args: []string{"-password", "-rdp", absent, "windows-1"},
			Want: invalid("-password cannot be combined with -rdp")},
		{Name: "Remote Desktop file and SSH files", Args: []string{"-write", dir, "-rdp", absent, "windows-1"},
			Want: invalid("-rdp cannot be combined with -write")},
		{Name: "files and unverified host", Args: []string{"-accept-new-host-key", "-write", dir, "web-1"},
			Want: invalid("-write cannot be combined with -accept-new-host-key")},
		{Name: "key without password", Args: []string{"-key", absent, "windows-1"}, Want: invalid("-key requires -password")},
		{Name: "empty key", Args: []string{"-key=", "-password", "windows-1"}, Want: invalid("-key requires the name of a file")},
		{Name: "empty Remote Desktop file", Args: []string{"-rdp=", "windows-1"}, Want: invalid("-rdp requires the name of a file")},
		{Name: "pattern as a host", Args: []string{"-print-ssh-config", "*"},
			Want: invalid(`-print-ssh-config requires an instance name of letters, digits, '.', '_' and '-', not "*"`)},
		{Name: "Availability Zone", Args: []string{"-live", "-region", "us-east-1a", "web-1"},
			Want: invalid(`invalid value "us-east-1a" for flag -region: this is an Availability Zone of the Region us-east-1`)},
		{Name: "endpoint without -live", Args: []string{"-endpoint-url", "http://localhost", "web-1"}, Want: invalid("-endpoint-url requires -live")},
		{Name: "FTP endpoint", Args: []string{"-live", "-endpoint-url", "ftp://localhost", "web-1"},
			Want: invalid("-endpoint-url must begin with http:// or https://, not ftp://")},
		{Name: "no Region", Args: []string{"-live", "web-1"}, Env: keys, Want: failed("no Region: set -region or AWS_REGION")},
		{Name: "no credentials", Args: []string{"-live", "-region", "us-east-1", "web-1"},
			Want: failed(`no credentials: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or run "aws configure"`)},
		{Name: "unreachable endpoint", Args: []string{"-live", "-region", "us-east-1", "-endpoint-url", "http://127.0.0.1:1", "web-1"}, Env: append(keys, "AWS_MAX_ATTEMPTS=1"),
			Want: failed("cannot connect to 127.0.0.1:1: connection refused: check -endpoint-url")},
		{Name: "unknown instance of the demo account", Args: []string{"nope"},
			Want: failedDemo(`instance "nope" does not exist in the demo account, which has web-1, starting-1 and windows-1`)},
		{Name: "unknown instance", Args: []string{"-live", "-endpoint-url", "{url}", "nope"}, Server: server,
			Want: failed(`instance "nope" does not exist in this account and Region`)},
		{Name: "instance of the demo account", Args: []string{"web-1"},
			Want: failedDemo("cannot connect to web-1: it is an instance of the demo account.\n" +
				"Use -print-ssh-config, -write or -password, or connect to your own instance:\n    connect -live INSTANCE")},
		{Name: "SSH with Windows", Args: []string{"windows-1"},
			Want: failedDemo("windows-1 is a Windows instance, which supports Remote Desktop and not SSH.\n" +
				"Use -rdp to write a Remote Desktop file, and -password to print the password of Administrator at 192.0.2.12")},
		{Name: "password of Linux", Args: []string{"-password", "web-1"},
			Want: failedDemo("web-1 is not a Windows instance and has no password: use SSH, without -password")},
		{Name: "Remote Desktop file of Linux", Args: []string{"-rdp", absent, "web-1"},
			Want: failedDemo("web-1 is not a Windows instance: use SSH, without -rdp")},
		{Name: "missing key file", Args: []string{"-password", "-key", absent, "windows-1"},
			Want: failed("-key: open " + absent + ": no such file or directory")},
		{Name: "Remote Desktop file in a missing directory", Args: []string{"-rdp", filepath.Join(absent, "a.rdp"), "windows-1"},
			Want: failedDemo("-rdp: open " + filepath.Join(absent, "a.rdp") + ": no such file or directory")},
		{Name: "existing Remote Desktop file", Args: []string{"-rdp", dir, "windows-1"},
			Want: failed("-rdp: " + dir + " exists and is not overwritten: remove it or use another name")},
		{Name: "interrupted", Args: []string{"-live", "-endpoint-url", "{url}", "web"}, Server: server, InterruptAt: "GetInstanceAccessDetails",
			Want: failed("interrupted")},
		{Name: "password on a full disk", Args: []string{"-password", "windows-1"}, Output: exampletest.FullDisk, Want: exampletest.Outcome{
			Status: 255, Stderr: demoNotice + "Initial password of Administrator at 192.0.2.12 (not updated if it was changed on the instance):\n" +
				"connect: write /dev/stdout: no space left on device\n"}},
		{Name: "closed pipe", Args: []string{"-print-ssh-config", "web-1"}, Output: exampletest.ClosedPipe,
			Env: []string{"TMPDIR=" + dir}, Want: failedDemo("write /dev/stdout: broken pipe")},
	})
}
