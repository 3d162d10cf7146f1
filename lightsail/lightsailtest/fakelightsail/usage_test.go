package main

import (
	"bytes"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

func TestInvalidFlags(t *testing.T) {
	for _, test := range []struct {
		args []string
		want string
	}{
		{[]string{"now"}, `unexpected argument "now"`},
		{[]string{"-port", "80"}, `flag provided but not defined: -port`},
		{[]string{"-regions", ""}, `invalid value "" for flag -regions: empty item in the list`},
		{[]string{"-regions"}, `flag needs an argument: -regions`},
		{[]string{"-regions", "eu-west-1,us-east-1a"}, `invalid value "eu-west-1,us-east-1a" for flag -regions: us-east-1a is an Availability Zone of the Region us-east-1`},
		{[]string{"-regions", "us-west-2-lax-1a"}, `invalid value "us-west-2-lax-1a" for flag -regions: us-west-2-lax-1a is an Availability Zone of the Region us-west-2`},
		{[]string{"-addr", ""}, `invalid value "" for flag -addr: must be HOST:PORT, such as 127.0.0.1:8080`},
		{[]string{"-addr", "localhost"}, `invalid value "localhost" for flag -addr: must be HOST:PORT, such as 127.0.0.1:8080`},
		{[]string{"-addr", "127.0.0.1:65536"}, `invalid value "127.0.0.1:65536" for flag -addr: must be HOST:PORT, such as 127.0.0.1:8080`},
		{[]string{"-fault", "GetBuckets"}, `invalid value "GetBuckets" for flag -fault: missing fault of the operation: use GetBuckets=fault, such as GetBuckets=throttle`},
		{[]string{"-regions", "us-east-1,"}, `invalid value "us-east-1," for flag -regions: empty item in the list`},
		{[]string{"-credentials", "id"}, `invalid value for flag -credentials: must be ID:SECRET or ID:SECRET:TOKEN`},
		{[]string{"-credentials", "id::token"}, `invalid value for flag -credentials: must be ID:SECRET or ID:SECRET:TOKEN`},
		{[]string{"-unsigned=no"}, `invalid boolean value "no" for -unsigned: the flag has no value`},
		{[]string{"-print", "xml"}, `invalid value "xml" for flag -print: unknown format "xml", want env, json, powershell, or none`},
		{[]string{"-buckets", "a,,b"}, `invalid value "a,,b" for flag -buckets: empty item in the list`},
		{[]string{"-instances", "web:"}, `invalid value "web:" for flag -instances: "web:" is not name or name:blueprint`},
		{[]string{"-instances", ":debian_12"}, `invalid value ":debian_12" for flag -instances: ":debian_12" is not name or name:blueprint`},
		{[]string{"-seed", ""}, `invalid value "" for flag -seed: empty file name`},
		{[]string{"-seed", "-", "-seed", "-"}, `invalid value "-" for flag -seed: standard input can be read only once`},
		{[]string{"-page-size", "-1"}, `invalid value "-1" for flag -page-size: "-1" is not a non-negative integer`},
		{[]string{"-latency", "5"}, `invalid value "5" for flag -latency: "5" is not a duration with a unit, such as 1.5s`},
		{[]string{"-latency", "-5s"}, `invalid value "-5s" for flag -latency: "-5s" is not a duration with a unit, such as 1.5s`},
		{[]string{"-lag", "pending"}, `invalid value "pending" for flag -lag: "pending" is not [[type][/name].]state=polls[:end[:reason]]`},
		{[]string{"-lag", "Instance.=1"}, `invalid value "Instance.=1" for flag -lag: missing state`},
		{[]string{"-lag", "pending=-1"}, `invalid value "pending=-1" for flag -lag: polls: "-1" is not a non-negative integer`},
		{[]string{"-fault", ""}, `invalid value "" for flag -fault: unknown fault ""`},
		{[]string{"-fault", "GetBucket=drop"}, `invalid value "GetBucket=drop" for flag -fault: unknown operation "GetBucket"`},
		{[]string{"-fault", "Options=drop"}, `invalid value "Options=drop" for flag -fault: unknown operation "Options"`},
		{[]string{"-fault", "GetBuckets=throtle*2"}, `invalid value "GetBuckets=throtle*2" for flag -fault: unknown fault "throtle"`},
		{[]string{"-fault", "drop:1"}, `invalid value "drop:1" for flag -fault: drop: unexpected argument "1"`},
		{[]string{"-fault", "error"}, `invalid value "error" for flag -fault: error:CODE: missing error code`},
		{[]string{"-fault", "status:200"}, `invalid value "status:200" for flag -fault: status:CODE: "200" is not a status code of 400 to 599`},
		{[]string{"-fault", "cut:-1"}, `invalid value "cut:-1" for flag -fault: cut:BYTES: "-1" is not a non-negative integer`},
		{[]string{"-fault", "oversize:1k"}, `invalid value "oversize:1k" for flag -fault: oversize:BYTES: "1k" is not a non-negative integer`},
		{[]string{"-fault", "trickle:9"}, `invalid value "trickle:9" for flag -fault: trickle:BYTES/DURATION: "" is not a duration with a unit, such as 1.5s`},
		{[]string{"-fault", "trickle:/1s"}, `invalid value "trickle:/1s" for flag -fault: trickle:BYTES/DURATION: "" is not a non-negative integer`},
		{[]string{"-fault", "wrong-date"}, `invalid value "wrong-date" for flag -fault: wrong-date:DURATION: "" is not a duration with a unit, such as -2h`},
		{[]string{"-fault", "drop*0"}, `invalid value "drop*0" for flag -fault: times: "0" is not a positive number, a percentage or "always"`},
		{[]string{"-fault", "drop*"}, `invalid value "drop*" for flag -fault: times: "" is not a positive number, a percentage or "always"`},
		{[]string{"-fault", "drop*101%"}, `invalid value "drop*101%" for flag -fault: times: "101%" is not a percentage of 0% to 100%`},
		{[]string{"-fault", "drop*NaN%"}, `invalid value "drop*NaN%" for flag -fault: times: "NaN%" is not a percentage of 0% to 100%`},
	} {
		want := outcome{2, "false\n", "fakelightsail: " + test.want + "\nRun fakelightsail -help for usage.\n"}
		wantEqual(t, strings.Join(test.args, " "), want, runUntilExit(t, test.args...))
	}
	const unknownType = `invalid value "instance.pending=1" for flag -lag: unknown resource type "instance", want one of `
	if got := runUntilExit(t, "-lag", "instance.pending=1"); got.Status != 2 || !strings.Contains(got.Stderr, unknownType) {
		t.Errorf("unknown resource type: %+v", got)
	}
}

func TestHelp(t *testing.T) {
	got := runUntilExit(t, "-help")
	parts := []string{"\n  -seed file\n", "\nLags:\n", "AWS SDK for JavaScript v2 "}
	for _, k := range kinds {
		parts = append(parts, "\n  "+k.usage()+" ")
	}
	for _, part := range parts {
		if !strings.Contains(got.Stderr, part) {
			t.Errorf("-help lacks %q", part)
		}
	}
	if got.Status != 0 || got.Stdout != "" {
		t.Errorf("status %d, printed %q", got.Status, got.Stdout)
	}
}

// TestDocumentedCommands checks the flags of all commands in the help text, the package
// documentation, and docs/fakelightsail.md.
func TestDocumentedCommands(t *testing.T) {
	texts := []string{runUntilExit(t, "-help").Stderr}
	for _, file := range []string{"main.go", "../../../docs/fakelightsail.md"} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	found := 0
	for _, match := range regexp.MustCompile("fakelightsail (-[^`>\n]*)").FindAllStringSubmatch(strings.Join(texts, "\n"), -1) {
		args := strings.Fields(strings.ReplaceAll(strings.TrimSuffix(match[1], " 2"), "'", ""))
		if args[0] == "-help" {
			continue
		}
		found++
		if _, err := parse(args, io.Discard); err != nil {
			t.Errorf("%s: %v", match[0], err)
		}
	}
	if found < 10 {
		t.Errorf("found only %d commands", found)
	}
}

// TestInvalidSeed checks that errors name the file. The tests of lightsailtest have all
// errors of its content.
func TestInvalidSeed(t *testing.T) {
	file := filepath.Join(t.TempDir(), "seed.json")
	if err := os.WriteFile(file, []byte(`{"buckets":[{"tags":[{"k":""}]}]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "unknown member", outcome{1, "false\n", "fakelightsail: " + file + ": buckets[0].tags[0].k: unknown member\n"},
		runUntilExit(t, "-seed", "testdata/seed.json", "-seed", file))
	wantEqual(t, "standard input", outcome{1, "false\n", "fakelightsail: standard input: invalid JSON at byte 1: invalid character '}' looking for beginning of value\n"},
		runUntilExit(t, "-seed", "-"))
	if got := runUntilExit(t, "-seed", file+"x"); got.Status != 1 || got.Stdout != "false\n" || !strings.HasPrefix(got.Stderr, "fakelightsail: open "+file+"x: ") {
		t.Errorf("missing file: %+v", got)
	}
}

// TestOutputClosed checks that the program exits if it cannot write to standard output.
func TestOutputClosed(t *testing.T) {
	reader, writer := io.Pipe()
	reader.Close()
	var stderr bytes.Buffer
	status := run(t.Context(), nil, nil, writer, &stderr)
	wantEqual(t, "outcome", outcome{1, "", "fakelightsail: io: read/write on closed pipe\n"}, outcome{status, "", stderr.String()})
}

// TestOutputOnFullDisk checks that the program exits with a message, and does not run a
// server with an unknown address, if the file of its standard output has no space.
func TestOutputOnFullDisk(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("this platform has no device without space: ", err)
	}
	defer full.Close()
	cmd := exec.CommandContext(t.Context(), binary)
	var stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = full, &stderr
	_ = cmd.Run()
	wantEqual(t, "outcome", outcome{1, "", "fakelightsail: write /dev/stdout: no space left on device\n"},
		outcome{cmd.ProcessState.ExitCode(), "", stderr.String()})
}

// TestLogRejectedRequests checks that the log says why, and that it quotes and truncates
// what clients have sent.
func TestLogRejectedRequests(t *testing.T) {
	r := startInTest(t)
	for _, operation := range []string{"", "GetBuckets", "\x9b31mred" + strings.Repeat("x", 100)} {
		post(t, r, operation)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, r.env["AWS_ENDPOINT_URL_LIGHTSAIL"], nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Authorization", "AWS4-HMAC-SHA256 Credential=id/20260701/a\x9bb/lightsail/aws4_request, SignedHeaders=host, Signature=5ec7e7")
	req.Header.Set("X-Amz-Date", "20260701T120000Z")
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	resp.Body.Close()
	http.DefaultClient.CloseIdleConnections()
	const unsigned = ` #1 403 MissingAuthenticationTokenException: the request has no Authorization header`
	wantEqual(t, "log", []string{
		`""` + unsigned,
		`GetBuckets` + unsigned,
		`"\x9b31mred` + strings.Repeat("x", 57) + `"` + unsigned,
		`"" #1 403 InvalidSignatureException: the credential scope is for Region "a\\x9bb", want "us-east-1"`,
		"fakelightsail: stopped",
	}, r.log(t))
}
