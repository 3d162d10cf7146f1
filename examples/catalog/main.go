// Command catalog shows what instances of a Region can be made of: blueprints,
// which are images, and bundles, which are plans, and which bundle runs which
// blueprint.
//
//	catalog [flags]
//
// Without -live it needs no account: it shows a made-up catalogue, from a server
// of its own. With -live it asks for that of your Region, with the credentials
// and settings that the AWS CLI uses, too:
//
//	catalog -live -platform linux -min-ram 2 -max-price 20
//	catalog -live -blueprint wordpress
//
// A bundle runs a blueprint if it supports the blueprint's platform and has at
// least the power that the blueprint needs. A flag that leaves out blueprints
// also leaves out bundles that run none of the others, and the other way round.
// Bundles are sorted by price, and blueprints by that of the cheapest bundle that
// runs them. What the service does not tell is shown as "-", and fits no filter.
//
// The result goes to standard output, as tables, on a terminal or with -chart
// with a chart of prices and memory, or with -json as one JSON document.
// Everything else goes to standard error. The exit status is 0 when the catalogue
// was read, 1 when that failed or Ctrl-C came between, and 2 when the flags make
// no sense.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
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
		fmt.Fprintln(stderr, "catalog:", terminal.Line(err.Error()))
		return 1
	}
	return 0
}

// do reads the catalogue and prints what the flags ask for.
func do(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	// The made-up one has more than one page.
	client, disconnect, err := o.account.Connect(ctx, stderr,
		"This is a made-up catalogue. For that of your Region, see -live in catalog -help.")
	if err != nil {
		return err
	}
	defer disconnect()

	blueprints, bundles, err := list(ctx, client, o.inactive)
	if err != nil {
		return err
	}
	c, err := choose(o, blueprints, bundles)
	if err != nil {
		return err
	}
	c.Region = client.Options().Region
	if o.json {
		e := json.NewEncoder(stdout)
		e.SetIndent("", "  ")
		err = e.Encode(c)
	} else {
		err = c.print(stdout, o)
	}
	if err != nil {
		return err
	}
	fmt.Fprintf(stderr, "In %s: %d blueprints, %d bundles\n", c.Region, len(c.Blueprints), len(c.Bundles))
	return nil
}
