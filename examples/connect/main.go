// Command connect logs in to an instance of Lightsail by SSH, with nothing but
// its name: there is no key to make, to store or to spread.
//
//	connect [flags] INSTANCE [COMMAND...]
//
// It waits until the instance can be logged in to, gets a key and a certificate
// made for the occasion, and runs the command, or a shell on this terminal. The
// host key must be one that Lightsail saw on the instance. Nothing is written to
// disk.
//
// Without -live it needs no account: it works on a made-up one, in a server of
// its own. There is no machine behind that, but it shows what the flags do that
// need none:
//
//	connect -print-ssh-config web-1
//	connect -write DIR web-1
//	connect -password windows-1
//
// With -live it works on your account, with the credentials and settings that the
// AWS CLI uses, too:
//
//	connect -live web-1 uptime
//
// The exit status is that of the command or shell, and as with ssh 255 for all
// that goes wrong here. Ctrl-C ends everything at once, except in a shell on a
// terminal, which gets it itself. As with ssh, a command that is cut off in that
// way learns so when it next reads or writes.
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

// failure is the exit status for what goes wrong here and not on the instance.
const failure = 255

// endings are the signals that end the program.
var endings = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), endings...)
	// From the first signal on, another one ends the program whatever it does.
	context.AfterFunc(ctx, stop)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program. It returns the exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return failure
	}
	status, err := do(ctx, o, stdin, stdout, stderr)
	if err != nil {
		if ctx.Err() != nil {
			err = errors.New("interrupted")
		}
		fmt.Fprintln(stderr, "connect:", terminal.Printable(err.Error()))
		return failure
	}
	return status
}

// do gets the access details, puts them to the use that the flags ask for, and
// returns the exit status.
func do(ctx context.Context, o *options, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	var pemKey []byte
	if o.keyFile != "" {
		// Read before a wait of minutes, so that a wrong name is told at once.
		var err error
		if pemKey, err = os.ReadFile(o.keyFile); err != nil {
			return 0, err
		}
	}
	client, disconnect, err := o.account.Connect(ctx, stderr,
		"This is a made-up account. For yours, see -live in connect -help.",
		lightsailtest.WithInstances(demoInstances...))
	if err != nil {
		return 0, err
	}
	defer disconnect()
	details, err := accessDetails(ctx, client, o, terminal.NewProgress(stderr))
	switch {
	case err != nil:
		return 0, err
	case o.password:
		return 0, printPassword(o, details, pemKey, stdout, stderr)
	case o.printConfig || o.dir != "":
		return 0, writeFiles(o, details, stdout, stderr)
	case !o.account.Live:
		return 0, fmt.Errorf("%s is made up: the server of the made-up account has no machine behind it to connect to.\n"+
			"What works here: -print-ssh-config, -write and -password.\n"+
			"For an instance of yours: connect -live INSTANCE", o.instance)
	}
	machine, err := dial(ctx, o, details, stderr)
	if err != nil {
		return 0, err
	}
	defer machine.Close()
	return session(ctx, machine, o.command, stdin, stdout, stderr)
}
