// Command fakeserver is package lightsailtest as a program: an Amazon Lightsail
// in memory, for programs in any language, their tests, and trying things out.
//
//	fakeserver [flags]
//
// It prints what points an AWS SDK at it, for a shell to evaluate, writes a line
// for each request to standard error, and ends on Ctrl-C or SIGTERM:
//
//	$ fakeserver
//	export AWS_ENDPOINT_URL_LIGHTSAIL='http://127.0.0.1:41801'
//	export AWS_REGION='us-east-1'
//	...
//
// It closes standard output after that, so that a script can start it in the
// background, go on when it is ready, and end it:
//
//	eval "$(fakeserver 2>fakeserver.log &)"
//	run-my-tests
//	kill "$FAKESERVER_PID"
//
// SDKs from before the middle of 2023 do not know AWS_ENDPOINT_URL_LIGHTSAIL and
// must be given it in code, as endpoint_url in Python for example.
//
// # What it holds
//
// The catalogue of blueprints and bundles, two instances, linux-1 and windows-1, and
// no buckets but those of -seed FILE. The file is the answer of GetBuckets as JSON,
// as "aws lightsail get-buckets" prints it:
//
//	{"buckets": [{"name": "photos", "tags": [{"key": "team", "value": "web"}]}, {"name": "logs"}]}
//
// Members have the names of the API, which are those in package types, in any
// case of letters. All may be left out, and what is left out is made up. Times are
// seconds since 1970 or texts like "2026-07-01T12:00:00Z". Beside buckets there
// may be accountLevelBpaSync. Other members are refused, and so are two buckets
// of one name; no other rule is checked. Nothing is ever written to the file.
//
// # Trouble
//
// A -fault is what goes wrong with calls of one operation, or of any where none is
// named, and with how many of them: once, a number of times, always, or by chance.
//
//	fakeserver -fault 'GetBuckets=throttle*2' -fault 'CreateBucket=drop-answer' -fault 'status:503*10%'
//
// See -help for the kinds. Those that come a number of times wait in line. Chance
// makes the same choices in every run.
//
// The exit status is 0 after a signal, 1 when something failed, and 2 when the
// flags make no sense.
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
	"github.com/lightsail-go/sdk/types"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// From the first signal on, another one ends the program whatever it does.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program. It closes stdout when everything is printed, and returns
// the exit status.
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

// serve answers requests until ctx ends.
func serve(ctx context.Context, o *options, stdout io.WriteCloser, stderr io.Writer) error {
	seed, err := readSeed(o.seed)
	if err != nil {
		return err
	}
	server, err := lightsailtest.Start(append(o.server,
		lightsailtest.WithBuckets(seed.buckets...),
		lightsailtest.WithInstances(
			lightsailtest.Instance{Name: "linux-1"},
			lightsailtest.Instance{Name: "windows-1", Platform: types.InstancePlatformWindows},
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

	if err := printSettings(ctx, stdout, server); err != nil {
		return err
	}
	<-ctx.Done()
	if err := server.Close(); err != nil {
		return err
	}
	fmt.Fprintln(stderr, "fakeserver: stopped")
	return nil
}
