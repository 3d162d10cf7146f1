// Command buckets demonstrates the bucket operations of Lightsail, from the
// creation of a bucket to its deletion.
//
//	buckets [flags]
//
// It runs these steps:
//
//   - list the bundles (storage plans) for buckets
//   - create a bucket
//   - tag the bucket
//   - create an access key for the bucket
//   - give an instance access to the bucket
//   - create a second bucket and send the access logs of the first bucket there
//   - change the bundle of the first bucket
//   - get the state of the first bucket
//   - delete both buckets
//
// After each change, it waits until the change is complete.
//
// By default, buckets uses a demo account: a Lightsail test server in its own
// process. With -live it uses your account, with the same credentials and settings
// as the AWS CLI. Buckets in your account cost money. Their names must be unique
// across all AWS accounts, so -live requires names:
//
//	buckets -live -name my-example -destination my-example-logs
//
// The program uses only buckets that it creates, and deletes them with their
// contents, even if a step fails. With -keep it does not delete them. Ctrl-C stops
// it immediately. Before it exits, it prints the buckets that it did not delete. If
// nothing reads standard output any more, as in "buckets -live | head -1", the program
// still deletes its buckets. It then exits with status 1 and without a message.
//
// The result is printed to standard output, as tables or, with -json, as a JSON
// document. It includes the secret of the access key only with -show-secret. All
// other messages are printed to standard error. The exit status is 0 if all steps
// succeeded, 1 if a step failed or the program was interrupted, and 2 if the flags
// are invalid.
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

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal terminates the program immediately.
	context.AfterFunc(ctx, stop)
	// Make a write to a closed pipe fail. By default it terminates the program, which
	// then cannot delete the buckets or print those that it did not delete.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
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
	err = demonstrate(ctx, o, stdout, stderr)
	if err == nil {
		return 0
	}
	if !errors.Is(err, errReaderExited) {
		fmt.Fprintln(stderr, "buckets:", terminal.Line(err.Error()))
	}
	return 1
}

// errReaderExited reports that the program that reads standard output has exited, which
// is not worth a message.
var errReaderExited = errors.New("the reader of standard output has exited")

// demonstrate runs the steps and prints the report.
func demonstrate(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	client, disconnect, err := o.account.Connect(ctx, stderr, account.DemoNotice,
		lightsailtest.WithInstances(types.Instance{Name: aws.String(demoInstance)}))
	if err != nil {
		return nothingCreated(ctx, o, err)
	}
	defer disconnect()

	r := newRunner(client, o, terminal.NewProgress(stderr))
	err = r.prepare(ctx)
	if err == nil {
		r.run(ctx)
	}
	r.progress.End()
	if err != nil {
		return nothingCreated(ctx, o, err)
	}
	// Print the remaining buckets even if writing to standard output fails.
	printErr := r.report.print(stdout, o.json)
	err = r.report.summary(stderr, o)
	switch {
	case err != nil || printErr == nil:
		return err
	case errors.Is(printErr, syscall.EPIPE):
		return errReaderExited
	}
	return terminal.OutputError(printErr)
}

// nothingCreated returns the error for a failure before the first change.
func nothingCreated(ctx context.Context, o *options, err error) error {
	if ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	return fmt.Errorf("no buckets created: %w", o.account.Explain(err))
}
