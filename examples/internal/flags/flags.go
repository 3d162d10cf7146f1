// Package flags parses the flags of the example programs.
package flags

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"
)

// Parse parses args. If they are invalid, it prints one line with the error and one that
// names -help to stderr, instead of the help text. For -help it prints the help text and
// returns [flag.ErrHelp]. fs must have been created with [flag.ContinueOnError].
func Parse(fs *flag.FlagSet, args []string, stderr io.Writer) error {
	usage := fs.Usage
	fs.Usage = func() {}
	fs.SetOutput(io.Discard)
	err := fs.Parse(args)
	fs.Usage = usage
	fs.SetOutput(stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
		fs.Usage()
	case err != nil:
		if strings.HasPrefix(err.Error(), "invalid boolean value ") {
			err = errors.New(strings.Replace(err.Error(), ": parse error", ": must be true or false", 1))
		}
		PrintError(fs, stderr, err)
	}
	return err
}

// PrintError prints the error of invalid flags as [Parse] does.
func PrintError(fs *flag.FlagSet, stderr io.Writer, err error) {
	fmt.Fprintf(stderr, "%s: %v\nRun %[1]s -help for usage.\n", fs.Name(), err)
}

// Given returns the names of the flags that are set.
func Given(fs *flag.FlagSet) map[string]bool {
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	return given
}

// Duration defines a flag for a duration greater than 0. Its errors name the units.
func Duration(fs *flag.FlagSet, p *time.Duration, name string, value time.Duration, usage string) {
	*p = value
	fs.Var((*duration)(p), name, usage)
}

type duration time.Duration

// String returns the duration in the form that the flag accepts. It omits units that
// are zero.
func (d *duration) String() string {
	s := time.Duration(*d).String()
	if strings.HasSuffix(s, "m0s") {
		s = strings.TrimSuffix(s, "0s")
	}
	if strings.HasSuffix(s, "h0m") {
		s = strings.TrimSuffix(s, "0m")
	}
	return s
}

// Set parses a duration.
func (d *duration) Set(s string) error {
	parsed, err := time.ParseDuration(s)
	if err != nil {
		if _, err := strconv.ParseFloat(s, 64); err == nil {
			return fmt.Errorf("missing unit: use %ss, %[1]sm or %[1]sh", s)
		}
		return errors.New("must be a number and a unit, such as 30s, 5m or 1h")
	}
	if parsed <= 0 {
		return errors.New("must be greater than 0")
	}
	*d = duration(parsed)
	return nil
}
