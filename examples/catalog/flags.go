package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/flags"
	"github.com/lightsail-go/sdk/types"
)

// options holds the values of the flags.
type options struct {
	platform  types.InstancePlatform // empty selects all
	kind      types.BlueprintType    // empty selects all
	blueprint string                 // empty selects all
	minRAM    float32                // 0 for no limit
	maxPrice  float32                // 0 for no limit
	inactive  bool
	json      bool
	chart     bool
	account   account.Flags
}

// parse parses the flags. It prints errors to stderr.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("catalog", flag.ContinueOnError)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: catalog [flags]\n\n"+
			"Prints the blueprints (images) and bundles (instance plans) of a Region, and\n"+
			"which bundles can run which blueprints. Uses a demo catalog unless -live is set.\n\n")
		fs.PrintDefaults()
	}
	fs.Func("platform", "only blueprints and bundles for this `platform`: linux or windows", func(s string) error {
		switch s {
		case "linux":
			o.platform = types.InstancePlatformLinuxUnix
		case "windows":
			o.platform = types.InstancePlatformWindows
		default:
			return errors.New("must be linux or windows")
		}
		return nil
	})
	fs.Func("type", "only blueprints of this `type`: os (operating system only) or\napp (with an application)", func(s string) error {
		o.kind = types.BlueprintType(s)
		if !slices.Contains(o.kind.Values(), o.kind) {
			return errors.New("must be os or app")
		}
		return nil
	})
	fs.Func("blueprint", "only the blueprint with this `ID`", func(s string) error {
		o.blueprint = s
		if s == "" {
			return errors.New("empty ID")
		}
		return nil
	})
	fs.Func("min-ram", "only bundles with at least this memory size, in `GB`", positive(&o.minRAM))
	fs.Func("max-price", "only bundles up to this price per month, in US `dollars`", positive(&o.maxPrice))
	fs.BoolVar(&o.inactive, "inactive", false, "include inactive blueprints and bundles, which new instances\ncannot use")
	fs.BoolVar(&o.json, "json", false, "print the result as JSON")
	fs.BoolVar(&o.chart, "chart", false, "print a chart even if standard output is not a terminal")
	o.account.Define(fs, "get the catalog from AWS with your own account")

	if err := flags.Parse(fs, args, stderr); err != nil {
		return nil, err
	}
	if err := o.check(fs.Args()); err != nil {
		flags.PrintError(fs, stderr, err)
		return nil, err
	}
	return &o, nil
}

// positive returns a function that parses a positive number. It parses a float32
// because the service uses this type, so 1.1 is equal to 1.1 from the service.
func positive(to *float32) func(string) error {
	return func(s string) error {
		f, err := strconv.ParseFloat(s, 32)
		if err != nil || !(f > 0) || math.IsInf(f, 0) {
			return errors.New("must be a number greater than 0")
		}
		*to = float32(f)
		return nil
	}
}

// check validates the combination of flags and arguments.
func (o *options) check(args []string) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("unexpected argument %q", args[0])
	case o.json && o.chart:
		return errors.New("-json cannot be combined with -chart")
	}
	if err := o.account.Check(); err != nil {
		return err
	}
	// The demo catalog is the same in all Regions. With -live, the Region can be newer
	// than this program.
	if regions := types.RegionName("").Values(); !o.account.Live && o.account.Region != "" &&
		!slices.Contains(regions, types.RegionName(o.account.Region)) {
		return fmt.Errorf("unknown Region %s: use one of %s", o.account.Region, join(regions))
	}
	return nil
}

// join returns a comma-separated list.
func join[T ~string](items []T) string {
	words := make([]string, len(items))
	for i, item := range items {
		words[i] = string(item)
	}
	return strings.Join(words, ", ")
}
