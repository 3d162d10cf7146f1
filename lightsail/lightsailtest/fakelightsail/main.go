// Command fakelightsail runs the Lightsail server of package lightsailtest as a program.
// Use it to test programs in other languages, or to try out the API without an account.
//
//	go install github.com/lightsail-go/sdk/lightsail/lightsailtest/fakelightsail@latest
//	fakelightsail [flags]
//
// It prints shell commands that set the environment variables for an AWS SDK to use the
// server. It logs each request to standard error, and stops on Ctrl-C or SIGTERM:
//
//	$ fakelightsail -instances web
//	export AWS_ENDPOINT_URL_LIGHTSAIL='http://127.0.0.1:41801'
//	export AWS_REGION='us-east-1'
//	...
//
// After printing, it closes standard output. A script can therefore start it in the
// background and continue when the server is ready:
//
//	eval "$(fakelightsail -instances web 2>fakelightsail.log &)" || exit 1
//	run-my-tests
//	kill "$FAKELIGHTSAIL_PID"
//
// If the server does not start, the program prints "false", which makes eval fail. A script
// that stops then does not go on with the user's own credentials. Start the installed
// program in this way and not "go run", which would be the process that the script stops.
//
// With -print json, the output is an object with the variables to set and a list of those
// to unset, for programs that start the server themselves. There is also -print
// powershell and -print none.
//
// Some SDKs ignore AWS_ENDPOINT_URL_LIGHTSAIL and call the real service. Use -help for a
// list of them, and of all flags. docs/fakelightsail.md in the repository shows how to use
// the server from Go, Python, JavaScript, Java, the AWS CLI, and curl.
//
// # Initial content
//
// The server has a catalog of blueprints and bundles and no other resources. -buckets and
// -instances add some with default values. -seed adds resources from a file, or from
// standard input if the file is "-", and may be repeated. The file has the JSON output of
// operations such as GetBuckets and GetInstances, as clients print it:
//
//	aws lightsail get-instances >instances.json
//	fakelightsail -seed instances.json
//
// One file may have the members of several outputs:
//
//	{"buckets": [{"name": "photos"}, {"name": "logs"}], "instances": [{"name": "web"}]}
//
// The members blueprints and bundles replace the catalog. [lightsailtest.Server.PutJSON]
// describes the format. The program does not write to the files.
//
// # Lags and faults
//
// A -lag keeps resources in a state until they have been polled several times, or makes
// their change fail; see [lightsailtest.Lag]. A -fault changes how the server handles
// requests for one API operation or, without one, for all of them; see
// [lightsailtest.Fault]:
//
//	fakelightsail -lag Instance.pending=3 -fault 'GetBuckets=throttle*2' -fault 'status:503*10%'
//
// Faults that affect a number of calls are injected one after the other, in the order of
// the flags. Random calls are the same in every run.
//
// The exit status is 0 after a signal, 1 after an error, and 2 if the flags are invalid.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal terminates the program immediately.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the program and returns its exit status. It closes stdout when the server is
// ready.
func run(ctx context.Context, args []string, stdin io.Reader, stdout io.WriteCloser, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	status := 2
	if err == nil {
		if err = start(ctx, o, stdin, stdout, stderr); err == nil {
			return 0
		}
		fmt.Fprintln(stderr, "fakelightsail:", err)
		status = 1
	}
	// If the server was ready, stdout is closed, and this has no effect.
	_, _ = io.WriteString(stdout, o.format.failure)
	return status
}

// start starts the server and runs it until ctx is done.
func start(ctx context.Context, o *options, stdin io.Reader, stdout io.WriteCloser, stderr io.Writer) error {
	server, err := lightsailtest.Start(append(o.server, lightsailtest.WithObserver(logTo(stderr)))...)
	if err != nil {
		return err
	}
	defer server.Close()
	for _, file := range o.seeds {
		if err := putFile(server, file, stdin); err != nil {
			return err
		}
	}
	server.PutBuckets(o.buckets...)
	server.PutInstances(o.instances...)

	env, err := newEnvironment(ctx, server)
	if err != nil {
		return err
	}
	// The text of an environment is written at once: a shell never evaluates a part of it.
	if _, err := io.WriteString(stdout, o.format.print(env)); err != nil {
		return err
	}
	if err := stdout.Close(); err != nil {
		return err
	}
	<-ctx.Done()
	if err := server.Close(); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "fakelightsail: stopped")
	return nil
}

// putFile adds the resources of a file to the server.
func putFile(server *lightsailtest.Server, file string, stdin io.Reader) error {
	var document []byte
	var err error
	if file == "-" {
		file = "standard input"
		document, err = io.ReadAll(stdin)
	} else {
		document, err = os.ReadFile(file)
	}
	if err != nil {
		return err
	}
	if err := server.PutJSON(document); err != nil {
		return fmt.Errorf("%s: %w", file, err)
	}
	return nil
}
