package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/flags"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
)

// options holds the values of the flags.
type options struct {
	destination string // a template, see expand
	create      bool
	bundle      string
	prefix      string   // a template, see expand
	buckets     []string // empty selects all buckets
	replace     bool
	disable     bool
	dryRun      bool
	planFile    string
	json        bool
	yes         bool
	wait        time.Duration
	regions     []string // empty selects the Region of the account, unless allRegions is set
	allRegions  bool
	account     account.Flags
}

// demoDestination is the default of -destination for the demo account.
const demoDestination = "access-logs"

// parse parses the flags. It prints errors to stderr.
func parse(args []string, stdin io.Reader, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("accesslogs", flag.ContinueOnError)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: accesslogs [flags]\n\n"+
			"Turns on access logging for every bucket of a Region that does not have it.\n"+
			"Uses a demo account unless -live is set. With -live, it shows the changes and\n"+
			"asks before it makes them.\n\n")
		fs.PrintDefaults()
	}
	fs.StringVar(&o.destination, "destination", "",
		"`bucket` that receives the logs; {region} is replaced by the Region\n"+
			"(default \""+demoDestination+"\"; required with -live);\n"+
			"with -disable: change only buckets that log there")
	fs.BoolVar(&o.create, "create", false, "create the destination if it does not exist")
	fs.StringVar(&o.bundle, "bundle", "small_1_0",
		"`ID` of the bundle (storage plan) of a destination created by\n-create")
	fs.StringVar(&o.prefix, "prefix", "{bucket}/",
		"`text` at the start of the object names of the logs; {bucket}\nand {region} are replaced by the names of both")
	fs.Func("bucket", "change only the buckets `name,...`; may be repeated (default all)", o.addBuckets)
	fs.BoolVar(&o.replace, "replace", false, "also change buckets that log to another bucket or prefix")
	fs.BoolVar(&o.disable, "disable", false, "turn access logging off instead of on")
	fs.BoolVar(&o.dryRun, "dry-run", false, "print the changes without making them; with -json: as a plan for\n-apply")
	fs.StringVar(&o.planFile, "apply", "", "make the changes of the plan in `file`, for buckets that are still as\nthe plan has them")
	fs.BoolVar(&o.json, "json", false, "print the result as JSON")
	fs.BoolVar(&o.yes, "yes", false, "with -live: do not ask for confirmation")
	flags.Duration(fs, &o.wait, "wait", time.Minute, "maximum `duration` to wait while another operation modifies a\nbucket, and until the service shows a change")
	fs.Func("regions", "AWS Regions `name,...` instead of one -region; or \"all\"", o.addRegions)
	o.account.Define(fs, "use your own account")

	if err := flags.Parse(fs, args, stderr); err != nil {
		return nil, err
	}
	given := flags.Given(fs)
	if !o.account.Live && !o.disable && o.planFile == "" && !given["destination"] {
		o.destination = demoDestination
	}
	if err := o.check(fs.Args(), given, terminal.Is(stdin)); err != nil {
		flags.PrintError(fs, stderr, err)
		return nil, err
	}
	return &o, nil
}

// addBuckets parses a value of -bucket.
func (o *options) addBuckets(s string) error {
	for name := range strings.SplitSeq(s, ",") {
		if name == "" {
			// An empty list would select all buckets.
			return errors.New("empty bucket name")
		}
		if err := checkBucketName(name); err != nil {
			return err
		}
		o.buckets = append(o.buckets, name)
	}
	return nil
}

// addRegions parses the value of -regions.
func (o *options) addRegions(s string) error {
	if o.regions, o.allRegions = nil, s == "all"; o.allRegions {
		return nil
	}
	for region := range strings.SplitSeq(s, ",") {
		if err := account.CheckRegion(region); err != nil {
			return fmt.Errorf("%q: %w", region, err)
		}
		if slices.Contains(o.regions, region) {
			return fmt.Errorf("%s is listed twice", region)
		}
		o.regions = append(o.regions, region)
	}
	return nil
}

// check validates the combination of flags and arguments. canAsk reports whether
// standard input is a terminal.
func (o *options) check(args []string, given map[string]bool, canAsk bool) error {
	if len(args) > 0 {
		return fmt.Errorf("unexpected argument %q", args[0])
	}
	for _, conflict := range []struct {
		flag   string
		others []string
	}{
		{"apply", []string{"destination", "create", "bundle", "prefix", "bucket", "replace", "disable", "dry-run",
			"region", "regions"}},
		{"disable", []string{"create", "prefix", "replace"}},
		{"regions", []string{"region"}},
	} {
		for _, other := range conflict.others {
			if given[conflict.flag] && given[other] {
				return fmt.Errorf("-%s cannot be combined with -%s", conflict.flag, other)
			}
		}
	}
	switch {
	case given["apply"]:
		if o.planFile == "" {
			return errors.New("-apply requires the name of a file")
		}
	case o.destination == "" && (!o.disable || given["destination"]):
		return errors.New("-destination is required: name of the bucket that receives the logs")
	case given["bundle"] && !o.create:
		return errors.New("-bundle requires -create")
	case o.bundle == "":
		return errors.New("-bundle requires an ID")
	default:
		if err := o.checkNames(o.knownRegions()); err != nil {
			return err
		}
	}
	switch {
	case o.yes && !o.account.Live:
		return errors.New("-yes requires -live")
	case o.mustAsk() && !canAsk:
		return errors.New("-live requires -yes or -dry-run, because standard input is not a terminal to ask for confirmation")
	}
	return o.account.Check()
}

// mustAsk reports whether changes need a confirmation.
func (o *options) mustAsk() bool { return o.account.Live && !o.yes && !o.dryRun }

// knownRegions returns the Regions that the flags select, as far as they name them.
func (o *options) knownRegions() []string {
	switch {
	case len(o.regions) > 0:
		return o.regions
	case o.account.Region != "":
		return []string{o.account.Region}
	}
	return nil
}
