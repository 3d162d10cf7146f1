package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"regexp"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/examples/internal/account"
)

// options are what the command line says.
type options struct {
	instance    string
	command     string // none means a shell
	acceptNew   bool
	port        int
	wait        time.Duration
	printConfig bool
	dir         string
	password    bool
	keyFile     string
	account     account.Flags
}

// sshPort is where an instance listens unless somebody changed that.
const sshPort = 22

// parse reads the command line. What is wrong with it it tells on stderr, too.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("connect", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: connect [flags] INSTANCE [COMMAND...]\n\n"+
			"Logs in to an instance by SSH and runs the command, or a shell.\n"+
			"Without -live it works on a made-up account with "+demoNames+",\n"+
			"and needs none; there is no machine to connect to then.\n\n")
		fs.PrintDefaults()
	}
	fs.BoolVar(&o.acceptNew, "accept-new-host-key", false, "connect even if Lightsail has no host keys of the instance, to whatever answers")
	fs.IntVar(&o.port, "port", sshPort, "the `port` on which the instance listens for SSH")
	fs.DurationVar(&o.wait, "wait", 5*time.Minute, "how long to wait until the instance can be logged in to;\na new Windows instance can take 15m to have a password")
	fs.StringVar(&o.dir, "write", "", "instead of connecting, write key, certificate and known hosts into a `directory`,\nand print the command line with which ssh uses them")
	fs.BoolVar(&o.printConfig, "print-ssh-config", false, "instead of connecting, print a block for ssh's configuration; the files that it names\ngo to the directory of -write, or else to a new temporary one")
	fs.BoolVar(&o.password, "password", false, "instead of connecting, print the password of a Windows instance")
	fs.StringVar(&o.keyFile, "key", "", "with -password: the `file` of the private key of the instance's key pair, in PEM;\nneeded unless the instance was made with Lightsail's default key pair")
	o.account.Define(fs, "work on your account")

	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if err := o.check(fs.Args(), given); err != nil {
		fmt.Fprintf(stderr, "connect: %v\nsee connect -help\n", err)
		return nil, err
	}
	o.instance = fs.Arg(0)
	command := fs.Args()[1:]
	if len(command) > 0 && command[0] == "--" {
		command = command[1:]
	}
	o.command = strings.Join(command, " ")
	return &o, nil
}

// plainName is a name that ssh's configuration cannot take for anything else,
// such as a pattern.
var plainName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.-]*$`)

// check tells what makes no sense.
func (o *options) check(rest []string, given map[string]bool) error {
	connects := !o.password && !o.printConfig && !given["write"]
	switch {
	case len(rest) == 0 || rest[0] == "":
		return errors.New("the name of an instance is required")
	case len(rest) > 1 && strings.HasPrefix(rest[1], "-") && rest[1] != "--":
		return fmt.Errorf("%q stands behind the name of the instance, where the command does; flags go before it", rest[1])
	case len(rest) > 1 && !connects:
		return errors.New("-password, -write and -print-ssh-config do not go together with a command")
	case o.acceptNew && !connects:
		return errors.New("-accept-new-host-key is for connecting: it does not go together with -password, -write or -print-ssh-config")
	case o.password && (o.printConfig || given["write"] || given["port"]):
		return errors.New("-password does not go together with -write, -print-ssh-config or -port")
	case o.keyFile != "" && !o.password:
		return errors.New("-key needs -password")
	case given["write"] && o.dir == "":
		return errors.New("-write needs a directory")
	case o.printConfig && !plainName.MatchString(rest[0]):
		return fmt.Errorf("-print-ssh-config needs a name of letters, digits, '.', '_' and '-', not %q", rest[0])
	case o.port < 1 || o.port > 65535:
		return fmt.Errorf("-port must be 1 to 65535, not %d", o.port)
	case o.wait <= 0:
		return fmt.Errorf("-wait must be more than 0, not %v", o.wait)
	}
	return o.account.Check()
}
