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
// it immediately. Before it exits, it prints the buckets that it did not delete.
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
	if err := demonstrate(ctx, o, stdout, stderr); err != nil {
		fmt.Fprintln(stderr, "buckets:", terminal.Line(err.Error()))
		return 1
	}
	return 0
}

// demonstrate runs the steps and prints the report.
func demonstrate(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	client, disconnect, err := o.account.Connect(ctx, stderr, account.DemoNotice,
		lightsailtest.WithInstances(types.Instance{Name: aws.String(demoInstance)}))
	if err != nil {
		return err
	}
	defer disconnect()

	r := newRunner(client, o, terminal.NewProgress(stderr))
	err = r.prepare(ctx)
	if err == nil {
		r.run(ctx)
	}
	r.progress.End()
	if err != nil {
		return fmt.Errorf("no buckets created: %w", err)
	}
	// Print the remaining buckets even if writing to standard output fails.
	printErr := r.report.print(stdout, o.json)
	return errors.Join(printErr, r.report.summary(stderr, o))
}
