package main

import (
	"bytes"
	"context"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// runDemo runs the program with the demo account and without delays.
func runDemo(t *testing.T, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	status := run(t.Context(), args, strings.NewReader(""), &stdout, &stderr, noDelay)
	return exampletest.Outcome{Status: status, Stdout: stdout.String(), Stderr: stderr.String()}
}

func noDelay(o *options) { o.delay = time.Nanosecond }

// runLive runs the program with -live, -yes, the endpoint of a server and a name.
func runLive(t *testing.T, ctx context.Context, server *lightsailtest.Server, args ...string) exampletest.Outcome {
	t.Helper()
	var stdout bytes.Buffer
	got := runLiveTo(t, ctx, server, &stdout, args...)
	got.Stdout = stdout.String()
	return got
}

// runLiveTo is like runLive, but writes the standard output to stdout.
func runLiveTo(t *testing.T, ctx context.Context, server *lightsailtest.Server, stdout io.Writer, args ...string) exampletest.Outcome {
	t.Helper()
	exampletest.Setenv(t, server)
	var stderr bytes.Buffer
	args = append([]string{"-live", "-yes", "-endpoint-url", server.URL(), "-name", "one"}, args...)
	status := run(ctx, args, strings.NewReader(""), stdout, &stderr, noDelay)
	return exampletest.Outcome{Status: status, Stderr: stderr.String()}
}

// newServer returns a server with an instance and a static IP that the program must not
// use.
func newServer(t *testing.T, options ...lightsailtest.Option) *lightsailtest.Server {
	t.Helper()
	server := lightsailtest.NewServer(t, append(options, lightsailtest.WithInstances(types.Instance{Name: aws.String("other")}))...)
	if err := server.PutJSON([]byte(`{"staticIps":[{"name":"other-ip"}]}`)); err != nil {
		t.Fatal(err)
	}
	return server
}

// newClient returns a client that does not use a network connection.
func newClient(server *lightsailtest.Server) *lightsail.Client {
	return server.Client(func(o *lightsail.Options) { o.HTTPClient = server.HTTPClient() })
}

// names returns the names of the instances, static IPs and snapshots on a server.
func names(t *testing.T, server *lightsailtest.Server) string {
	t.Helper()
	client := newClient(server)
	var all []string
	for r, err := range lightsail.NewGetInstancesPaginator(client, nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, *r.Name)
	}
	for r, err := range lightsail.NewGetStaticIpsPaginator(client, nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, *r.Name)
	}
	for r, err := range lightsail.NewGetInstanceSnapshotsPaginator(client, nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, *r.Name)
	}
	return strings.Join(all, " ")
}

const others = "other other-ip"

// changes returns the operations of the requests that a server received, except those
// that only read.
func changes(server *lightsailtest.Server) string {
	var all []string
	for _, call := range server.Calls() {
		if !strings.HasPrefix(call.Operation, "Get") {
			all = append(all, call.Operation)
		}
	}
	return strings.Join(all, " ")
}

// creationUntil returns the operations that create everything, up to the last one.
func creationUntil(last string) string {
	all := "CreateInstances AllocateStaticIp AttachStaticIp OpenInstancePublicPorts CreateInstanceSnapshot"
	before, _, _ := strings.Cut(all, last)
	return before + last
}

const demoNotice = "Demo account. Use -live to run against your own.\n"

var denied = lightsailtest.Error(&types.AccessDeniedException{Message: aws.String("access denied")})

func TestWithoutFlags(t *testing.T) {
	exampletest.Equal(t, runDemo(t), exampletest.Outcome{Stdout: exampletest.Golden(t, "default.txt"), Stderr: demoNotice})
}

func TestAllSteps(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-open", "80", "-open", "8443")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, "")
	exampletest.Contains(t, got.Stdout, "open ports          done: tcp 80, tcp 8443\n",
		"log in              done: ssh ubuntu@192.0.2.", "\n  or go run -C examples ./connect -live -region us-east-1 one\n")
	exampletest.Equal(t, changes(server), "CreateInstances AllocateStaticIp AttachStaticIp OpenInstancePublicPorts OpenInstancePublicPorts "+
		"CreateInstanceSnapshot DeleteInstanceSnapshot DetachStaticIp ReleaseStaticIp DeleteInstance")
	exampletest.Equal(t, names(t, server), others)
}

func TestWindows(t *testing.T) {
	got := runLive(t, t.Context(), newServer(t), "-blueprint", "windows_server_2022")
	exampletest.Equal(t, got.Status, 0)
	exampletest.Contains(t, got.Stdout, "(windows_server_2022, nano_win_3_0,\n", "log in              done: Remote Desktop to 192.0.2.",
		" as Administrator\n  or go run -C examples ./connect -live -password -region us-east-1 one\n")
}

func TestKeep(t *testing.T) {
	server := newServer(t)
	got := runLive(t, t.Context(), server, "-keep")

	exampletest.Equal(t, got.Status, 0)
	exampletest.Equal(t, got.Stderr, `snapshot one-snapshot: kept
  to delete: aws lightsail delete-instance-snapshot --instance-snapshot-name one-snapshot --region us-east-1
static IP one-ip: kept
  to delete: aws lightsail detach-static-ip --static-ip-name one-ip --region us-east-1
  to delete: aws lightsail release-static-ip --static-ip-name one-ip --region us-east-1
instance one: kept
  to delete: aws lightsail delete-instance --instance-name one --region us-east-1
`)
	exampletest.Equal(t, names(t, server), "one other one-ip other-ip one-snapshot")
	client := newClient(server)
	ip, err := client.GetStaticIp(t.Context(), &lightsail.GetStaticIpInput{StaticIpName: aws.String("one-ip")})
	if err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, aws.ToString(ip.StaticIp.AttachedTo), "one")
	ports, err := client.GetInstancePortStates(t.Context(), &lightsail.GetInstancePortStatesInput{InstanceName: aws.String("one")})
	if err != nil {
		t.Fatal(err)
	}
	var open []int32
	for _, p := range ports.PortStates {
		open = append(open, p.FromPort)
	}
	slices.Sort(open)
	exampletest.Equal(t, open, []int32{22, 80, 443}) // 22 and 80 are open by default
}

// TestFailedStepDeletes checks that the program deletes what it created, and nothing
// else, if a step fails.
func TestFailedStepDeletes(t *testing.T) {
	for _, row := range []struct{ operation, step, deletes string }{
		{"CreateInstances", "create instance", ""},
		{"AllocateStaticIp", "allocate static IP", " DeleteInstance"},
		{"AttachStaticIp", "attach static IP", " ReleaseStaticIp DeleteInstance"},
		{"OpenInstancePublicPorts", "open ports", " DetachStaticIp ReleaseStaticIp DeleteInstance"},
		{"CreateInstanceSnapshot", "create snapshot", " DetachStaticIp ReleaseStaticIp DeleteInstance"},
	} {
		t.Run(row.operation, func(t *testing.T) {
			server := newServer(t)
			server.Inject(row.operation, denied)
			got := runLive(t, t.Context(), server)

			exampletest.Equal(t, got.Status, 1)
			exampletest.Contains(t, strings.Join(strings.Fields(got.Stdout), " "), row.step+" failed: AccessDeniedException: access denied")
			exampletest.Contains(t, got.Stderr, row.step+": operation error Lightsail: "+row.operation+", ", "\ninstances: 1 step failed\n")
			exampletest.Equal(t, strings.Contains(got.Stderr, "not deleted"), false)
			exampletest.Equal(t, changes(server), creationUntil(row.operation)+row.deletes)
			exampletest.Equal(t, names(t, server), others)
		})
	}
}

func TestOperationFails(t *testing.T) {
	server := newServer(t)
	server.Inject("AttachStaticIp", lightsailtest.FailLater(0, "Broken", "no route"))
	got := runLive(t, t.Context(), server)
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stdout, "attach static IP    failed: operation ",
		": no route\ndelete static IP    done: one-ip\ndelete instance     done: one\n")
	exampletest.Equal(t, names(t, server), others)
}

// TestNameInUse checks that the program does not delete a resource that existed before.
func TestNameInUse(t *testing.T) {
	server := newServer(t)
	exampletest.Equal(t, runLive(t, t.Context(), server, "-name", "other").Status, 1)
	exampletest.Equal(t, changes(server), "CreateInstances")

	server = newServer(t)
	if err := server.PutJSON([]byte(`{"staticIps":[{"name":"one-ip"}]}`)); err != nil {
		t.Fatal(err)
	}
	exampletest.Equal(t, runLive(t, t.Context(), server).Status, 1)
	exampletest.Equal(t, changes(server), "CreateInstances AllocateStaticIp DeleteInstance")
	exampletest.Equal(t, names(t, server), "other one-ip other-ip")
}

// TestCreateWithUnknownOutcome checks that the program does not delete an instance if it
// did not receive the response of CreateInstances.
func TestCreateWithUnknownOutcome(t *testing.T) {
	server := newServer(t)
	server.Inject("CreateInstances", lightsailtest.DropResponse())
	got := runLive(t, t.Context(), server)
	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stderr,
		"instance one: not deleted: creation not confirmed, it may exist\n  to delete: aws lightsail delete-instance ")
	exampletest.Equal(t, changes(server), "CreateInstances")
}

func TestDeleteError(t *testing.T) {
	server := newServer(t)
	server.Inject("DeleteInstanceSnapshot", denied)
	server.Inject("ReleaseStaticIp", denied)
	got := runLive(t, t.Context(), server)

	exampletest.Equal(t, got.Status, 1)
	exampletest.Contains(t, got.Stdout, "delete snapshot     failed: AccessDeniedException: access denied\n"+
		"delete static IP    failed: AccessDeniedException: access denied\n"+
		"delete instance     done: one\n")
	exampletest.Contains(t, got.Stderr,
		"delete snapshot: operation error Lightsail: DeleteInstanceSnapshot, ",
		"delete static IP: operation error Lightsail: ReleaseStaticIp, ",
		"\nsnapshot one-snapshot: not deleted\n  to delete: aws lightsail delete-instance-snapshot ",
		"\nstatic IP one-ip: not deleted\n", "release-static-ip --static-ip-name one-ip --region us-east-1\ninstances: 2 steps failed\n")
	exampletest.Equal(t, names(t, server), "other one-ip other-ip one-snapshot")
}

func TestDeletedByAnotherClient(t *testing.T) {
	server := newServer(t)
	server.Inject("DeleteInstance", lightsailtest.DoesNotExist())
	exampletest.Equal(t, runLive(t, t.Context(), server).Status, 0)
}

// TestUnusableBlueprintOrBundle checks that the error names the flag, and that the
// program does not create anything.
func TestUnusableBlueprintOrBundle(t *testing.T) {
	const cannotUse = "-bundle: cannot use "
	const first = ": use one of nano_3_0, "
	for _, row := range []struct{ args, want string }{
		{"-blueprint plan9", "-blueprint: unknown blueprint plan9: use one of "},
		{"-bundle huge_1_0", cannotUse + "huge_1_0 with ubuntu_24_04: it does not exist" + first},
		{"-bundle nano_win_3_0", cannotUse + "nano_win_3_0 with ubuntu_24_04: it does not support the platform LINUX_UNIX" + first},
		{"-bundle nano_ipv6_3_0", cannotUse + "nano_ipv6_3_0 with ubuntu_24_04: it has no public IPv4 address, which a static IP requires" + first},
		{
			"-blueprint windows_server_2022_sql_2022_express -bundle nano_win_3_0",
			cannotUse + "nano_win_3_0 with windows_server_2022_sql_2022_express: its power is 298 and must be at least 1000: use one of small_win_3_0, ",
		},
	} {
		server := newServer(t)
		got := runLive(t, t.Context(), server, strings.Fields(row.args)...)
		if got.Status != 1 || !strings.HasPrefix(got.Stderr, "instances: nothing created: ") || !strings.Contains(got.Stderr, row.want) {
			t.Errorf("%s: %+v, want %q", row.args, got, row.want)
		}
		exampletest.Equal(t, got.Stdout, "")
		exampletest.Equal(t, changes(server), "")
	}
}

func TestHelp(t *testing.T) {
	help := runDemo(t, "-help")
	exampletest.Equal(t, help.Status, 0)
	exampletest.Contains(t, help.Stderr, "usage: instances [flags]", "-live")
}

func TestOutputFits80Columns(t *testing.T) {
	for line := range strings.Lines(runDemo(t, "-blueprint", "windows_server_2022_sql_2022_express").Stdout) {
		if n := len(strings.TrimSuffix(line, "\n")); n > 80 {
			t.Errorf("a line has %d characters: %s", n, line)
		}
	}
}

// TestOutputError checks that the program stops after the first step whose result it
// cannot write, and deletes what it has created.
func TestOutputError(t *testing.T) {
	server := newServer(t)
	exampletest.Equal(t, runLiveTo(t, t.Context(), server, fullDisk{}), exampletest.Outcome{Status: 1,
		Stderr: "instances: the result is incomplete: write to standard output: no space left\n"})
	exampletest.Equal(t, changes(server), "CreateInstances DeleteInstance")
	exampletest.Equal(t, names(t, server), others)
}

// fullDisk is a writer that returns an error.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }
