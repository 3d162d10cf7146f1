// Command accesslogs turns on access logging for every bucket of a Region, or of
// several Regions, that does not have it.
//
//	accesslogs [flags]
//
// By default, accesslogs uses a demo account: a Lightsail test server in its own
// process. With -live it uses your account, with the same credentials and
// settings as the AWS CLI:
//
//	accesslogs -live -destination my-logs -dry-run
//	accesslogs -live -destination my-logs
//
// With -live, the program shows the changes and asks before it makes them. In
// scripts, -yes confirms them. If standard input is not a terminal, -yes is required.
//
// The access logs of all buckets go to one bucket, -destination, and each bucket
// gets its own -prefix there. Buckets that already have access logging are never
// changed: those that are configured this way are skipped, and those that log to
// another bucket or prefix are kept and reported. With -replace, they are changed too.
// The destination is skipped, because each log object in it would be logged there
// again. The program reads each bucket again before it changes it, and keeps it if it
// is no longer as it was when the changes were planned. It verifies each change by
// reading the bucket once more, and continues with the next bucket if a change fails.
//
// A bucket can log only to a bucket of its own Region. For several Regions, the name of
// the destination must contain {region}, which is replaced by the name of the Region:
//
//	accesslogs -live -regions all -destination my-logs-{region} -create
//
// If no bucket of a Region has to be changed, there is nothing to do in this Region,
// and it needs no destination. Otherwise a missing destination is an error of its
// Region, unless -create is set. An error of a Region does not affect the others.
//
// With -dry-run, the program prints the changes without making them. With -dry-run
// -json it prints them as a plan, which -apply reads from a file to make these changes
// and no others:
//
//	accesslogs -live -destination my-logs -dry-run -json >plan.json
//	accesslogs -live -apply plan.json
//
// The result is printed to standard output, as a table or, with -json, as a JSON
// document. All other messages are printed to standard error. The exit status is
// 0 if all buckets are configured as requested or kept, 1 if a change failed or the
// program was interrupted or the user did not confirm, and 2 if the flags are invalid.
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
	"github.com/lightsail-go/sdk/lightsail"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal terminates the program immediately.
	context.AfterFunc(ctx, stop)
	// Make a write to a closed pipe fail. By default it terminates the program, which
	// then cannot report what it has changed.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the program and returns its exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stdin, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2
	}
	if err := configure(ctx, o, stdin, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "accesslogs:", terminal.Line(err.Error()))
		return 1
	}
	return 0
}

// configure plans the changes or reads their plan, applies them and prints the report.
func configure(ctx context.Context, o *options, stdin io.Reader, stdout, stderr io.Writer) error {
	var r *report
	if o.planFile != "" {
		var err error
		if r, err = readPlan(o.planFile); err != nil {
			return noChanges(ctx, o, err)
		}
		for _, region := range r.Regions {
			o.regions = append(o.regions, region.Region)
		}
	}
	client, disconnect, err := connect(ctx, o, stderr)
	if err != nil {
		return noChanges(ctx, o, err)
	}
	defer disconnect()

	progress := terminal.NewProgress(stderr)
	if r == nil {
		r, err = plan(ctx, client, o, progress)
		progress.End()
	}
	if err == nil && o.mustAsk() {
		err = r.confirm(ctx, stdin, stderr)
	}
	if err != nil {
		return noChanges(ctx, o, err)
	}
	if !o.dryRun {
		apply(ctx, client, o, r, progress)
		progress.End()
	}
	r.Interrupted = ctx.Err() != nil

	// Print the summary even if writing to standard output fails.
	printErr := r.print(stdout, o.json)
	err = r.summary(stderr)
	if printErr == nil {
		return err
	}
	printErr = terminal.OutputError(printErr)
	if err == nil {
		return printErr
	}
	return fmt.Errorf("%w; %w", err, printErr)
}

// connect returns a client for the account. Its Region is one of those to configure.
func connect(ctx context.Context, o *options, stderr io.Writer) (*lightsail.Client, func(), error) {
	if len(o.regions) > 0 {
		o.account.Region = o.regions[0]
	}
	if o.allRegions {
		o.account.DefaultRegion = "us-east-1"
	}
	if !o.account.Live {
		return connectDemo(ctx, o, stderr)
	}
	return o.account.Connect(ctx, stderr, "")
}

// noChanges returns the error of a run that ended before the first change.
func noChanges(ctx context.Context, o *options, err error) error {
	if ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	return fmt.Errorf("no changes made: %w", o.account.Explain(err))
}
