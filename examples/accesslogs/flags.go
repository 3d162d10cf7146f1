package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"

	"github.com/lightsail-go/sdk/examples/internal/account"
)

// options are what the flags say.
type options struct {
	destination string
	create      bool
	bundle      string
	prefix      string
	buckets     []string // none means all
	disable     bool
	dryRun      bool
	json        bool
	account     account.Flags
}

// demoDestination is the default destination of the made-up account.
const demoDestination = "access-logs"

// parse reads the flags. What is wrong with them it tells on stderr, too.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("accesslogs", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: accesslogs [flags]\n\n"+
			"Turns on access logging for every bucket of a Region that lacks it.\n"+
			"Without -live it works on a made-up account, and needs none.\n\n")
		fs.PrintDefaults()
	}
	fs.StringVar(&o.destination, "destination", "",
		"the `bucket` that receives the logs (default \""+demoDestination+"\"; required with -live);\nwith -disable: only buckets logged there")
	fs.BoolVar(&o.create, "create", false, "make the destination if it does not exist")
	fs.StringVar(&o.bundle, "bundle", "small_1_0", "the `ID` of the plan for a destination that -create makes")
	fs.StringVar(&o.prefix, "prefix", "{bucket}/", "the `text` that the logs' names begin with; {bucket} stands for the bucket's name")
	fs.Func("bucket", "only this bucket, or these: `name,...`; can be given many times (default all)", func(s string) error {
		for name := range strings.SplitSeq(s, ",") {
			if name == "" {
				// Not to be taken for "all".
				return errors.New("a name is empty")
			}
			o.buckets = append(o.buckets, name)
		}
		return nil
	})
	fs.BoolVar(&o.disable, "disable", false, "turn logging off instead")
	fs.BoolVar(&o.dryRun, "dry-run", false, "change nothing, only show what would be")
	fs.BoolVar(&o.json, "json", false, "print the result as JSON")
	o.account.Define(fs, "work on your account")

	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if !o.account.Live && !o.disable && !given["destination"] {
		o.destination = demoDestination
	}
	if err := o.check(fs.Args(), given); err != nil {
		fmt.Fprintf(stderr, "accesslogs: %v\nsee accesslogs -help\n", err)
		return nil, err
	}
	return &o, nil
}

// check tells which flags make no sense together.
func (o *options) check(rest []string, given map[string]bool) error {
	switch {
	case len(rest) > 0:
		return fmt.Errorf("unexpected argument %q", rest[0])
	case o.disable && (o.create || given["prefix"]):
		return errors.New("-disable does not go together with -create or -prefix")
	case o.destination == "" && (!o.disable || given["destination"]):
		return errors.New("-destination is required: the name of the bucket that receives the logs")
	}
	return o.account.Check()
}
