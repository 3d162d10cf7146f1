package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/types"
)

// options are what the flags say.
type options struct {
	platform  types.InstancePlatform // none means all
	kind      types.BlueprintType    // none means all
	blueprint string                 // none means all
	minRAM    float32                // 0 means any
	maxPrice  float32                // 0 means any
	inactive  bool
	json      bool
	chart     bool
	account   account.Flags
}

// parse reads the flags. What is wrong with them it tells on stderr, too.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("catalog", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: catalog [flags]\n\n"+
			"Shows the blueprints and bundles of a Region, and which bundle runs which blueprint.\n"+
			"Without -live it shows a made-up catalogue, and needs no account.\n\n")
		fs.PrintDefaults()
	}
	fs.Func("platform", "only what goes with this `platform`: linux or windows", func(s string) error {
		switch s {
		case "linux":
			o.platform = types.InstancePlatformLinuxUnix
		case "windows":
			o.platform = types.InstancePlatformWindows
		default:
			return errors.New("it is linux or windows")
		}
		return nil
	})
	fs.Func("type", "only blueprints of this `type`: os, an operating system alone, or app, with an application", func(s string) error {
		o.kind = types.BlueprintType(s)
		if !slices.Contains(o.kind.Values(), o.kind) {
			return errors.New("it is os or app")
		}
		return nil
	})
	fs.StringVar(&o.blueprint, "blueprint", "", "only the blueprint of this `ID`")
	fs.Func("min-ram", "only bundles with at least this much memory, in `GB`", positive(&o.minRAM))
	fs.Func("max-price", "only bundles of at most this price a month, in US `dollars`", positive(&o.maxPrice))
	fs.BoolVar(&o.inactive, "inactive", false, "also those of which new instances can no longer be made")
	fs.BoolVar(&o.json, "json", false, "print the result as JSON")
	fs.BoolVar(&o.chart, "chart", false, "draw a chart even where standard output is no terminal")
	o.account.Define(fs, "ask AWS, with your account")

	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	if err := o.check(fs.Args()); err != nil {
		fmt.Fprintf(stderr, "catalog: %v\nsee catalog -help\n", err)
		return nil, err
	}
	return &o, nil
}

// positive returns a function that reads the value of a flag: a number above 0.
// It has the service's own precision, so that 1.1 is equal to the service's 1.1.
func positive(to *float32) func(string) error {
	return func(s string) error {
		f, err := strconv.ParseFloat(s, 32)
		if err != nil || !(f > 0) || math.IsInf(f, 0) {
			return errors.New("it is a number above 0")
		}
		*to = float32(f)
		return nil
	}
}

// check tells which flags make no sense together.
func (o *options) check(rest []string) error {
	switch {
	case len(rest) > 0:
		return fmt.Errorf("unexpected argument %q", rest[0])
	case o.json && o.chart:
		return errors.New("-json does not go together with -chart")
	}
	return o.account.Check()
}
