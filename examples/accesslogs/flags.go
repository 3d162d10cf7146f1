package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/lightsail-go/sdk/examples/internal/account"
)

// options holds the values of the flags.
type options struct {
	destination string
	create      bool
	bundle      string
	prefix      string
	buckets     []string // empty selects all buckets
	disable     bool
	dryRun      bool
	json        bool
	account     account.Flags
}

// demoDestination is the default of -destination for the demo account.
const demoDestination = "access-logs"

// parse parses the flags. It prints errors to stderr.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("accesslogs", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: accesslogs [flags]\n\n"+
			"Turns on access logging for every bucket of a Region that does not have it.\n"+
			"Uses a demo account unless -live is set.\n\n")
		fs.PrintDefaults()
	}
	fs.StringVar(&o.destination, "destination", "",
		"`bucket` that receives the logs (default \""+demoDestination+"\"; required with -live);\nwith -disable: change only buckets that are logged there")
	fs.BoolVar(&o.create, "create", false, "create the destination if it does not exist")
	fs.StringVar(&o.bundle, "bundle", "small_1_0", "`ID` of the bundle (storage plan) of a destination created by -create")
	fs.StringVar(&o.prefix, "prefix", "{bucket}/", "`text` at the start of the object names of the logs; {bucket} is replaced by the bucket name")
	fs.Func("bucket", "change only the buckets `name,...`; may be repeated (default all)", func(s string) error {
		for name := range strings.SplitSeq(s, ",") {
			if name == "" {
				// An empty list would select all buckets.
				return errors.New("empty bucket name")
			}
			o.buckets = append(o.buckets, name)
		}
		return nil
	})
	fs.BoolVar(&o.disable, "disable", false, "turn access logging off instead of on")
	fs.BoolVar(&o.dryRun, "dry-run", false, "print the changes without applying them")
	fs.BoolVar(&o.json, "json", false, "print the result as JSON")
	o.account.Define(fs, "use your own account")

	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if !o.account.Live && !o.disable && !given["destination"] {
		o.destination = demoDestination
	}
	if err := o.check(fs.Args(), given); err != nil {
		fmt.Fprintf(stderr, "accesslogs: %v\nRun accesslogs -help for usage.\n", err)
		return nil, err
	}
	return &o, nil
}

// check validates the combination of flags and arguments.
func (o *options) check(args []string, given map[string]bool) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("unexpected argument %q", args[0])
	case o.disable && (o.create || given["prefix"]):
		return errors.New("-disable cannot be combined with -create or -prefix")
	case o.destination == "" && (!o.disable || given["destination"]):
		return errors.New("-destination is required: name of the bucket that receives the logs")
	}
	return o.account.Check()
}
