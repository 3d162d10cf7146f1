// Command accesslogs turns on access logging for every bucket of a Region that
// does not have it.
//
//	accesslogs [flags]
//
// By default, accesslogs uses a demo account: a Lightsail test server in its own
// process. With -live it uses your account, with the same credentials and
// settings as the AWS CLI:
//
//	accesslogs -live -destination my-logs -dry-run
//
// The access logs of all buckets go to one bucket, -destination, and each bucket
// gets its own -prefix there. Buckets that are already configured this way are
// skipped. The destination is skipped too, because each log object in it would be
// logged there again. The program verifies each change by reading the bucket again,
// and continues with the next bucket if a change fails.
//
// The result is printed to standard output, as a table or, with -json, as a JSON
// document. All other messages are printed to standard error. The exit status is
// 0 if all buckets are configured as requested, 1 if a change failed or the
// program was interrupted, and 2 if the flags are invalid.
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

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal terminates the program immediately.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdout, os.Stderr))
}

// run runs the program and returns its exit status.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2
	}
	if err := configure(ctx, o, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "accesslogs:", terminal.Line(err.Error()))
		return 1
	}
	return 0
}

// configure plans the changes, applies them and prints the report.
func configure(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	client, disconnect, err := o.account.Connect(ctx, stderr, account.DemoNotice,
		lightsailtest.WithBuckets(demoBuckets()...))
	if err != nil {
		return err
	}
	defer disconnect()

	progress := terminal.NewProgress(stderr)
	report, err := plan(ctx, client, o, progress)
	if err == nil && !o.dryRun {
		apply(ctx, client, o, report.Buckets, progress)
	}
	progress.End()
	if err != nil {
		return fmt.Errorf("no changes made: %w", err)
	}

	report.Interrupted = ctx.Err() != nil
	if err := report.print(stdout, o.json); err != nil {
		return err
	}
	return report.summary(stderr)
}
