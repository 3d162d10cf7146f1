// Command instances creates an instance that is reachable at a static IP address,
// and deletes it again.
//
//	instances [flags]
//
// It runs these steps:
//
//   - create an instance with a blueprint (image) and a bundle (plan), and wait until
//     it is running
//   - allocate a static IP and attach it to the instance
//   - open ports in the firewall of the instance
//   - print how to log in
//   - create a snapshot of the instance
//   - delete the snapshot, the static IP and the instance
//
// After each change, it waits until the change is complete.
//
// By default, instances uses a demo account: a Lightsail test server in its own
// process. With -live it uses your account, with the same credentials and settings
// as the AWS CLI. An instance in your account costs money, so the program asks for
// confirmation. Set -yes if standard input is not a terminal:
//
//	instances -live -name my-example
//	instances -live -name my-example -blueprint wordpress -keep -yes
//
// The static IP and the snapshot have the name of the instance with -ip and
// -snapshot appended. The program deletes only what it created, even if a step fails
// or Ctrl-C interrupts it. The first Ctrl-C does not stop the deletion. The second one
// terminates the program immediately. With -keep it deletes nothing. Before it exits,
// it prints what it did not delete.
//
// If nothing reads standard output any more, as in "instances -live -yes | head -1", or
// if it cannot be written to, the program takes no further steps and deletes what it
// created. In the first case it exits with status 1 and without a message.
//
// The steps are printed to standard output. All other messages are printed to
// standard error. The exit status is 0 if all steps succeeded, 1 if a step failed, the
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

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	// A second signal terminates the program immediately.
	context.AfterFunc(ctx, stop)
	// Make a write to a closed pipe fail. By default it terminates the program, which
	// then cannot delete the instance.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the program and returns its exit status. The option functions change the
// options after the flags are parsed.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer, optFns ...func(*options)) int {
	o, err := parse(args, stdin, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return 2
	}
	for _, fn := range optFns {
		fn(o)
	}
	err = demonstrate(ctx, o, stdin, stdout, stderr)
	if err == nil {
		return 0
	}
	if !errors.Is(err, errReaderExited) {
		fmt.Fprintln(stderr, "instances:", terminal.Line(err.Error()))
	}
	return 1
}

// errReaderExited reports that the program that reads standard output has exited, which
// is not worth a message.
var errReaderExited = errors.New("the reader of standard output has exited")

// demonstrate runs the steps and prints what remains.
func demonstrate(ctx context.Context, o *options, stdin io.Reader, stdout, stderr io.Writer) error {
	client, disconnect, err := o.account.Connect(ctx, stderr, account.DemoNotice, demoLags()...)
	if err != nil {
		return nothingCreated(ctx, o, err)
	}
	defer disconnect()

	r := newRunner(client, o, stdout, stderr)
	err = r.prepare(ctx)
	r.progress.End()
	if err == nil && o.account.Live && !o.yes {
		err = terminal.Confirm(ctx, stdin, stderr, r.question())
	}
	if err != nil {
		return nothingCreated(ctx, o, err)
	}
	return r.run(ctx)
}

// nothingCreated returns the error for a failure before the first change.
func nothingCreated(ctx context.Context, o *options, err error) error {
	if ctx.Err() != nil {
		err = errors.New("interrupted")
	}
	return fmt.Errorf("nothing created: %w", o.account.Explain(err))
}
