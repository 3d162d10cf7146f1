// Command catalog prints the blueprints and bundles of a Region. A blueprint is an
// image for new instances, with an operating system and, optionally, an application.
// A bundle is a plan that defines the CPUs, the memory, the disk and the price of an
// instance.
//
//	catalog [flags]
//
// By default, catalog uses a demo catalog from a Lightsail test server in its own
// process. With -live it gets the catalog from AWS, with the same credentials and
// settings as the AWS CLI:
//
//	catalog -live -platform linux -min-ram 2 -max-price 20
//	catalog -live -blueprint wordpress
//
// A bundle can run a blueprint if it supports the platform of the blueprint and has
// at least the power that the blueprint requires. If a filter flag excludes some
// blueprints, bundles that can run none of the remaining blueprints are excluded too,
// and vice versa. Bundles are sorted by price. Blueprints are sorted by the price of
// the cheapest bundle that can run them. A value that the service does not return is
// printed as "-" and does not match any filter. The tables have what is needed to choose,
// in 80 columns; the JSON document has everything.
//
// The result is printed to standard output, as tables or, with -json, as a JSON
// document. On a terminal or with -chart, a chart of the prices and memory sizes
// follows the tables. All other messages are printed to standard error. The exit
// status is 0 on success, 1 if reading the catalog failed or was interrupted, and 2
// if the flags are invalid.
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
	if err := show(ctx, o, stdout, stderr); err != nil {
		if ctx.Err() != nil {
			err = errors.New("interrupted")
		}
		fmt.Fprintln(stderr, "catalog:", terminal.Line(err.Error()))
		return 1
	}
	return 0
}

// demoNotice is printed if the program uses the demo catalog.
const demoNotice = "Demo catalog. Use -live to get the catalog from AWS."

// show gets the catalog and prints the part that matches the filter flags.
func show(ctx context.Context, o *options, stdout, stderr io.Writer) error {
	client, disconnect, err := o.account.Connect(ctx, stderr, demoNotice)
	if err != nil {
		return err
	}
	defer disconnect()

	blueprints, bundles, err := list(ctx, client, o.inactive)
	if err != nil {
		return o.account.Explain(err)
	}
	c, err := newCatalog(o, blueprints, bundles)
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
		return terminal.OutputError(err)
	}
	fmt.Fprintf(stderr, "In %s: %s, %s\n", c.Region,
		terminal.Count(len(c.Blueprints), "blueprint"), terminal.Count(len(c.Bundles), "bundle"))
	return nil
}
