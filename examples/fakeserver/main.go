// Command fakeserver runs the Lightsail server of package lightsailtest as a separate
// process. Use it to test programs in other languages, or to try out the API.
//
//	fakeserver [flags]
//
// It prints shell commands that set the environment variables for an AWS SDK to use the
// server. It logs each request to standard error, and stops on Ctrl-C or SIGTERM:
//
//	$ fakeserver
//	export AWS_ENDPOINT_URL_LIGHTSAIL='http://127.0.0.1:41801'
//	export AWS_REGION='us-east-1'
//	...
//
// After printing, it closes standard output. A script can therefore start it in the
// background and continue when the server is ready:
//
//	eval "$(fakeserver 2>fakeserver.log &)"
//	run-my-tests
//	kill "$FAKESERVER_PID"
//
// SDK releases from before mid-2023 ignore AWS_ENDPOINT_URL_LIGHTSAIL. With these, set
// the endpoint in code, such as endpoint_url in Python.
//
// # Initial data
//
// The server has a catalog of blueprints and bundles, the instances linux-1 and
// windows-1, and the buckets of -seed FILE. The file has the JSON format of the
// GetBuckets output, which "aws lightsail get-buckets" prints:
//
//	{"buckets": [{"name": "photos", "tags": [{"key": "team", "value": "web"}]}, {"name": "logs"}]}
//
// Member names are those of the API, which package types documents. They are not case
// sensitive. All members are optional and have generated defaults. Times are seconds
// since 1970 or strings such as "2026-07-01T12:00:00Z". The top-level object may also
// have accountLevelBpaSync. Unknown members and duplicate bucket names are errors. Other
// rules of the service are not checked. The server does not write to the file.
//
// # Fault injection
//
// A -fault injects faults into calls of one operation or, without an operation, of all
// operations. It affects one call, a number of calls, all calls, or random calls.
//
//	fakeserver -fault 'GetBuckets=throttle*2' -fault 'CreateBucket=drop-response' -fault 'status:503*10%'
//
// Use -help for a list of faults. Faults that affect a number of calls are injected one
// after the other, in the order of the flags. Random calls are the same in every run.
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

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal terminates the program immediately.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run runs the program and returns its exit status. It closes stdout when the server is
// ready.
func run(ctx context.Context, args []string, stdout io.WriteCloser, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2
	}
	if err := serve(ctx, o, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "fakeserver:", err)
		return 1
	}
	return 0
}

// serve runs the server until ctx is done.
func serve(ctx context.Context, o *options, stdout io.WriteCloser, stderr io.Writer) error {
	seed, err := readSeed(o.seed)
	if err != nil {
		return err
	}
	server, err := lightsailtest.Start(append(o.server,
		lightsailtest.WithBuckets(seed.buckets...),
		lightsailtest.WithInstances(
			types.Instance{Name: aws.String("linux-1")},
			types.Instance{Name: aws.String("windows-1"), BlueprintId: aws.String("windows_server_2022")},
		),
		lightsailtest.WithObserver(logTo(stderr)),
	)...)
	if err != nil {
		return err
	}
	defer server.Close()
	if seed.bpa != nil {
		server.SetAccountLevelBpaSync(*seed.bpa)
	}

	if err := printEnvironment(ctx, stdout, server); err != nil {
		return err
	}
	<-ctx.Done()
	if err := server.Close(); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "fakeserver: stopped")
	return nil
}
