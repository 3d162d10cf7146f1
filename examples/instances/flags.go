package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"time"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/flags"
	"github.com/lightsail-go/sdk/examples/internal/terminal"
)

// options holds the values of the flags.
type options struct {
	name      string
	blueprint string
	bundle    string // empty selects the cheapest
	ports     []int32
	keep      bool
	yes       bool
	account   account.Flags

	delay time.Duration // between the polls of all waiters; 0 selects their defaults
}

// parse parses the flags. It prints errors to stderr.
func parse(args []string, stdin io.Reader, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("instances", flag.ContinueOnError)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: instances [flags]\n\n"+
			"Creates an instance with a static IP, open ports and a snapshot, and deletes it.\n"+
			"Uses a demo account unless -live is set.\n\n")
		fs.PrintDefaults()
	}
	fs.StringVar(&o.name, "name", "", "`name` of the instance to create\n(default \""+demoName+"\"; required with -live)")
	fs.StringVar(&o.blueprint, "blueprint", "ubuntu_24_04", "`ID` of the blueprint (image) of the instance")
	fs.StringVar(&o.bundle, "bundle", "", "`ID` of the bundle (plan) of the instance\n(default the cheapest that can run the blueprint)")
	fs.Func("open", "open the TCP `port`; may be repeated (default 443)", func(s string) error {
		port, err := strconv.ParseUint(s, 10, 16)
		if err != nil || port == 0 {
			return errors.New("the port must be 1 to 65535")
		}
		o.ports = append(o.ports, int32(port))
		return nil
	})
	fs.BoolVar(&o.keep, "keep", false, "do not delete the instance, the static IP and the snapshot")
	fs.BoolVar(&o.yes, "yes", false, "with -live: do not ask for confirmation")
	o.account.Define(fs, "use your own account, in which instances cost money")

	if err := flags.Parse(fs, args, stderr); err != nil {
		return nil, err
	}
	given := flags.Given(fs)
	if !o.account.Live {
		o.delay = demoDelay
		if !given["name"] {
			o.name = demoName
		}
	}
	if o.ports == nil {
		o.ports = []int32{443}
	}
	if err := o.check(fs.Args(), given, terminal.Is(stdin)); err != nil {
		flags.PrintError(fs, stderr, err)
		return nil, err
	}
	return &o, nil
}

// instanceName matches the names that an instance can have. It leaves space for the
// suffixes of the names of the static IP and the snapshot.
var instanceName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9._-]{0,200}[A-Za-z0-9]$`)

// check validates the combination of flags and arguments.
func (o *options) check(args []string, given map[string]bool, canAsk bool) error {
	switch {
	case len(args) > 0:
		return fmt.Errorf("unexpected argument %q", args[0])
	case o.name == "":
		return errors.New("-name is required: name of the instance to create")
	case !instanceName.MatchString(o.name):
		return fmt.Errorf("-name %q: an instance name has letters, digits, '.', '_' and '-', with a letter or digit at both ends", o.name)
	case o.blueprint == "":
		return errors.New("-blueprint requires an ID")
	case o.bundle == "" && given["bundle"]:
		return errors.New("-bundle requires an ID")
	case o.yes && !o.account.Live:
		return errors.New("-yes requires -live")
	case o.account.Live && !o.yes && !canAsk:
		return errors.New("-live requires -yes, because standard input is not a terminal to ask for confirmation")
	}
	return o.account.Check()
}
