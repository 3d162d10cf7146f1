// Command connect logs in to a Lightsail instance with SSH. It needs only the name of
// the instance. There is no key to create, store or distribute.
//
//	connect [flags] INSTANCE [COMMAND...]
//
// The program gets temporary access details from Lightsail and, if the instance is
// still starting, waits until they are complete. It then runs the command, or an
// interactive shell. It accepts only a host key that Lightsail has observed on the
// instance. It writes files only with -write, -print-ssh-config or -rdp. It removes
// temporary files if it cannot print the ssh_config block that refers to them.
//
// By default, connect uses a demo account: a Lightsail test server in its own
// process. It is not possible to connect to the instances of the demo account, but
// these flags work without a connection:
//
//	connect -print-ssh-config web-1
//	connect -write DIR web-1
//	connect -password windows-1
//	connect -rdp windows-1.rdp windows-1
//
// With -live it uses your account, with the same credentials and settings as the AWS
// CLI:
//
//	connect -live web-1 uptime
//
// As with ssh, the exit status is that of the command or shell, or 255 if connect
// itself fails. Ctrl-C stops the program immediately. In an interactive shell, Ctrl-C
// is sent to the instance instead. As with ssh, a remote command is not stopped with
// the program; its next read from standard input or write to standard output fails.
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

// failure is the exit status if connect itself fails.
const failure = 255

// exitSignals are the signals that stop the program.
var exitSignals = []os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), exitSignals...)
	// A second signal terminates the program immediately.
	context.AfterFunc(ctx, stop)
	// Make a write to a closed pipe fail. By default it terminates the program, which
	// then cannot remove the private key or restore the terminal.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run runs the program and returns its exit status.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	o, err := parse(args, stderr)
	if errors.Is(err, flag.ErrHelp) {
		return 0
	}
	if err != nil {
		return failure
	}
	status, err := connect(ctx, o, stdin, stdout, stderr)
	if err != nil {
		if ctx.Err() != nil {
			err = errors.New("interrupted")
		}
		fmt.Fprintln(stderr, "connect:", terminal.Printable(err.Error()))
		return failure
	}
	return status
}

// connect gets the access details and uses them as the flags request. It returns the
// exit status.
func connect(ctx context.Context, o *options, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	var pemKey []byte
	if o.keyFile != "" {
		// Read the file before waiting, to report a wrong file name immediately.
		var err error
		if pemKey, err = os.ReadFile(o.keyFile); err != nil {
			return 0, fmt.Errorf("-key: %w", err)
		}
	}
	if o.rdpFile != "" {
		// The same for the name of a file that exists.
		if _, err := os.Lstat(o.rdpFile); err == nil {
			return 0, fileExists(o.rdpFile)
		}
	}
	client, disconnect, err := o.account.Connect(ctx, stderr, account.DemoNotice,
		lightsailtest.WithInstances(demoInstances...), lightsailtest.WithLag(demoLag))
	if err != nil {
		return 0, err
	}
	defer disconnect()
	details, err := accessDetails(ctx, client, o, terminal.NewProgress(stderr))
	switch {
	case err != nil:
		return 0, o.account.Explain(err)
	case o.password:
		return 0, printPassword(o, details, pemKey, stdout, stderr)
	case o.rdpFile != "":
		return 0, writeRDPFile(o, details, stderr)
	case o.printConfig || o.dir != "":
		return 0, writeFiles(o, details, stdout, stderr)
	case !o.account.Live:
		return 0, fmt.Errorf("cannot connect to %s: it is an instance of the demo account.\n"+
			"Use -print-ssh-config, -write or -password, or connect to your own instance:\n"+
			"    connect -live INSTANCE", o.instance)
	}
	sshClient, err := dial(ctx, o, details, stderr)
	if err != nil {
		return 0, err
	}
	defer sshClient.Close()
	return session(ctx, sshClient, o.command, stdin, stdout, stderr)
}
