package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// options are what the flags say.
type options struct {
	seed   string
	server []lightsailtest.Option
}

// parse reads the flags. What is wrong with them it tells on stderr, too.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("fakeserver", flag.ContinueOnError)
	// An error is told in one line, below, not above all of this.
	fs.SetOutput(io.Discard)
	add := func(option lightsailtest.Option) { o.server = append(o.server, option) }

	fs.Func("addr", "listen on this `address` (default a free port of 127.0.0.1)", func(s string) error {
		add(lightsailtest.WithAddress(s))
		return nil
	})
	fs.Func("region", "be this `Region` (default us-east-1)", func(s string) error {
		if s == "" {
			return errors.New("it is empty")
		}
		add(lightsailtest.WithRegion(s))
		return nil
	})
	fs.StringVar(&o.seed, "seed", "", "begin with the buckets of this `file`: the answer of GetBuckets as JSON")
	fs.Func("page-size", "put this `number` of items on a page, 0 for all on one (default 10)", func(s string) error {
		n, err := count(s)
		add(lightsailtest.WithPageSize(n))
		return err
	})
	fs.Func("latency", "wait this `duration` before every answer, such as 200ms", func(s string) error {
		d, err := duration(s)
		add(lightsailtest.WithFaults("", lightsailtest.Latency(d).Always()))
		return err
	})
	faults := uint64(0)
	fs.Func("fault", "let calls go wrong: `[operation=]kind[*times]`; can be given many times", func(s string) error {
		faults++
		operation, fault, err := parseFault(s, faults)
		add(lightsailtest.WithFaults(operation, fault))
		return err
	})

	err := fs.Parse(args)
	if rest := fs.Args(); err == nil && len(rest) > 0 {
		err = fmt.Errorf("unexpected argument %q", rest[0])
	}
	switch {
	case errors.Is(err, flag.ErrHelp):
		help(fs, stderr)
	case err != nil:
		fmt.Fprintf(stderr, "fakeserver: %v\nsee fakeserver -help\n", err)
	}
	return &o, err
}

func help(fs *flag.FlagSet, w io.Writer) {
	fmt.Fprint(w, "usage: fakeserver [flags]\n\n"+
		"Serves an Amazon Lightsail in memory and prints what points an AWS SDK at it.\n\n")
	fs.SetOutput(w)
	fs.PrintDefaults()
	fmt.Fprint(w, faultHelp())
}

// count reads a number of things.
func count(s string) (int, error) {
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%q is not a whole number from 0 on", s)
	}
	return int(n), nil
}

// duration reads how long to wait.
func duration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return 0, fmt.Errorf("%q is not a duration such as 1.5s", s)
	}
	return d, nil
}
