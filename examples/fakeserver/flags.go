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

// options holds the values of the flags.
type options struct {
	seed   string
	server []lightsailtest.Option
}

// parse parses the flags. It prints errors to stderr.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("fakeserver", flag.ContinueOnError)
	// Errors are printed below, without the help text.
	fs.SetOutput(io.Discard)
	add := func(option lightsailtest.Option) { o.server = append(o.server, option) }

	fs.Func("addr", "`address` to listen on (default: a free port of 127.0.0.1)", func(s string) error {
		add(lightsailtest.WithAddress(s))
		return nil
	})
	fs.Func("region", "AWS `Region` of the server (default us-east-1)", func(s string) error {
		if s == "" {
			return errors.New("empty Region")
		}
		add(lightsailtest.WithRegions(s))
		return nil
	})
	fs.StringVar(&o.seed, "seed", "", "`file` with the initial buckets: the JSON output of GetBuckets")
	fs.Func("page-size", "`number` of items per page, or 0 for a single page (default 10)", func(s string) error {
		n, err := count(s)
		add(lightsailtest.WithPageSize(n))
		return err
	})
	fs.Func("latency", "`duration` to wait before each response, such as 200ms", func(s string) error {
		d, err := duration(s)
		add(lightsailtest.WithFaults("", lightsailtest.Latency(d).Always()))
		return err
	})
	faults := uint64(0)
	fs.Func("fault", "inject the fault `[operation=]fault[*times]`, as described below; may be repeated", func(s string) error {
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
		fmt.Fprintf(stderr, "fakeserver: %v\nRun fakeserver -help for usage.\n", err)
	}
	return &o, err
}

func help(fs *flag.FlagSet, w io.Writer) {
	fmt.Fprint(w, "usage: fakeserver [flags]\n\n"+
		"Runs an in-memory Lightsail server and prints environment variables that configure an\nAWS SDK to use it.\n\n")
	fs.SetOutput(w)
	fs.PrintDefaults()
	fmt.Fprint(w, faultHelp())
}

// count parses a non-negative integer.
func count(s string) (int, error) {
	n, err := strconv.ParseUint(s, 10, 31)
	if err != nil {
		return 0, fmt.Errorf("%q is not a non-negative integer", s)
	}
	return int(n), nil
}

// duration parses a non-negative duration.
func duration(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil || d < 0 {
		return 0, fmt.Errorf("%q is not a duration such as 1.5s", s)
	}
	return d, nil
}
