// Command accesslogs turns on access logging for every bucket of a Region that
// lacks it.
//
//	accesslogs [flags]
//
// Without flags it needs no account: it works on a made-up one, in a server of
// its own. With -live it works on yours, with the credentials and settings that
// the AWS CLI uses, too:
//
//	accesslogs -live -destination my-logs -dry-run
//
// The buckets are logged to one bucket, -destination, each with a -prefix of its
// own. Those that are already logged there in that way are left as they are, and
// so is the destination itself, for its logs would make logs. Every change is
// verified by reading it back. One that fails does not keep the others from being
// made.
//
// The result goes to standard output, as a table or with -json as one JSON
// document. Everything about the run goes to standard error. The exit status is 0
// when everything is as asked for, 1 when something failed or Ctrl-C came
// between, and 2 when the flags make no sense.
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

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// From the first signal on, another one ends the program whatever it does.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run is the program. It returns the exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2
	}
	if err := do(ctx, o, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "accesslogs:", terminal.Line(err.Error()))
		return 1
	}
	return 0
}

// do finds out what is to be done, does it, and tells what came of it.
func do(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	client, disconnect, err := o.account.Connect(ctx, stderr,
		"This is a made-up account. For yours, see -live in accesslogs -help.",
		lightsailtest.WithBuckets(demoBuckets()...))
	if err != nil {
		return err
	}
	defer disconnect()

	tell := terminal.NewProgress(stderr)
	report, err := plan(ctx, client, o, tell)
	if err == nil && !o.dryRun {
		apply(ctx, client, o, report.Buckets, tell)
	}
	tell.End()
	if err != nil {
		return fmt.Errorf("nothing was changed: %w", err)
	}

	report.Interrupted = ctx.Err() != nil
	if err := report.print(stdout, o.json); err != nil {
		return err
	}
	return report.summary(stderr)
}
