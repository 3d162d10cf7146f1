package flags

import (
	"errors"
	"flag"
	"strings"
	"testing"
	"time"
)

// newSet returns a flag set with a duration and a Boolean flag.
func newSet(wait *time.Duration) *flag.FlagSet {
	fs := flag.NewFlagSet("program", flag.ContinueOnError)
	Duration(fs, wait, "wait", 90*time.Minute, "maximum `duration` to wait")
	fs.Bool("yes", false, "do not ask")
	return fs
}

func TestParse(t *testing.T) {
	for _, row := range []struct{ args, want string }{
		{"-nosuch", "flag provided but not defined: -nosuch"},
		{"-wait", "flag needs an argument: -wait"},
		{"-wait 1", `invalid value "1" for flag -wait: missing unit: use 1s, 1m or 1h`},
		{"-wait 1.5", `invalid value "1.5" for flag -wait: missing unit: use 1.5s, 1.5m or 1.5h`},
		{"-wait soon", `invalid value "soon" for flag -wait: must be a number and a unit, such as 30s, 5m or 1h`},
		{"-wait -1s", `invalid value "-1s" for flag -wait: must be greater than 0`},
		{"-yes=maybe", `invalid boolean value "maybe" for -yes: must be true or false`},
	} {
		var wait time.Duration
		var stderr strings.Builder
		err := Parse(newSet(&wait), strings.Fields(row.args), &stderr)
		want := "program: " + row.want + "\nRun program -help for usage.\n"
		if err == nil || stderr.String() != want {
			t.Errorf("%s: error %v, output %q, want %q", row.args, err, stderr.String(), want)
		}
	}

	var wait time.Duration
	var stderr strings.Builder
	fs := newSet(&wait)
	if err := Parse(fs, []string{"-wait", "1m30s", "rest"}, &stderr); err != nil || stderr.Len() > 0 {
		t.Errorf("error %v, output %q", err, stderr.String())
	}
	if wait != 90*time.Second || fs.Arg(0) != "rest" || !Given(fs)["wait"] || Given(fs)["yes"] {
		t.Errorf("wait %v, arguments %q, given %v", wait, fs.Args(), Given(fs))
	}
}

func TestHelp(t *testing.T) {
	var wait time.Duration
	var stderr strings.Builder
	if err := Parse(newSet(&wait), []string{"-help"}, &stderr); !errors.Is(err, flag.ErrHelp) {
		t.Errorf("error %v, want flag.ErrHelp", err)
	}
	if want := "maximum duration to wait (default 1h30m)\n"; !strings.Contains(stderr.String(), want) {
		t.Errorf("help lacks %q:\n%s", want, stderr.String())
	}
}
