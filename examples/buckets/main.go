// Command buckets leads a bucket through its whole life: what Lightsail can do
// with one, in one program.
//
//	buckets [flags]
//
// It shows the plans that buckets can have, makes a bucket, tags it, makes an
// access key for it, lets an instance use it, makes a second bucket and sends the
// access logs of the first one there, gives the first one another plan, looks at
// what has become of it, and deletes both. It waits for every change to be
// complete before it makes the next one.
//
// Without -live it needs no account: it works on a made-up one, in a server of
// its own. With -live it works on yours, with the credentials and settings that
// the AWS CLI uses, too. Buckets cost money there, and their names are unique all
// over AWS, so these are for you to choose:
//
//	buckets -live -name my-example -destination my-example-logs
//
// It uses only buckets that it makes itself, and it deletes them, with all that is
// in them, also where something in between fails. With -keep it does not. Ctrl-C
// ends it at once. In any case it tells at its end which buckets it leaves.
//
// The result goes to standard output, as tables or with -json as one JSON
// document. The access key's secret is in it only with -show-secret. Everything
// about the run goes to standard error. The exit status is 0 when all was done, 1
// when something failed or Ctrl-C came between, and 2 when the flags make no
// sense.
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
		fmt.Fprintln(stderr, "buckets:", terminal.Line(err.Error()))
		return 1
	}
	return 0
}

// do lets a bucket live, and tells how that went.
func do(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	client, disconnect, err := o.account.Connect(ctx, stderr,
		"This is a made-up account. For yours, see -live in buckets -help.",
		lightsailtest.WithInstances(lightsailtest.Instance{Name: demoInstance}))
	if err != nil {
		return err
	}
	defer disconnect()

	l := newLife(client, o, terminal.NewProgress(stderr))
	err = l.prepare(ctx)
	if err == nil {
		l.live(ctx)
	}
	l.tell.End()
	if err != nil {
		return fmt.Errorf("nothing was made: %w", err)
	}
	// What is left is told even if standard output is broken.
	printing := l.report.print(stdout, o.json)
	return errors.Join(printing, l.report.summary(stderr, o))
}
