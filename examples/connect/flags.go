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

// options holds the values of the flags and arguments.
type options struct {
	instance    string
	command     string // empty starts a shell
	acceptNew   bool
	port        int
	wait        time.Duration
	printConfig bool
	dir         string
	password    bool
	keyFile     string
	account     account.Flags
}

// sshPort is the default port of SSH.
const sshPort = 22

// parse parses the command line. It prints errors to stderr.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("connect", flag.ContinueOnError)
	fs.SetOutput(stderr)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: connect [flags] INSTANCE [COMMAND...]\n\n"+
			"Logs in to an instance with SSH and runs a command or a shell.\n"+
			"Uses a demo account unless -live is set. The demo account has the instances\n"+
			demoNames+". It is not possible to connect to them.\n\n")
		fs.PrintDefaults()
	}
	fs.BoolVar(&o.acceptNew, "accept-new-host-key", false, "if Lightsail has no host keys of the instance, connect without verification")
	fs.IntVar(&o.port, "port", sshPort, "SSH `port` of the instance")
	fs.DurationVar(&o.wait, "wait", 5*time.Minute, "maximum `duration` to wait for the access details of the instance;\na new Windows instance can take 15m to generate its password")
	fs.StringVar(&o.dir, "write", "", "instead of connecting, write the key, certificate and known_hosts to this `directory`,\nand print an ssh command that uses them")
	fs.BoolVar(&o.printConfig, "print-ssh-config", false, "instead of connecting, print an ssh_config block; the files that it uses are written\nto the directory of -write, or to a new temporary directory")
	fs.BoolVar(&o.password, "password", false, "instead of connecting, print the initial password of a Windows instance")
	fs.StringVar(&o.keyFile, "key", "", "with -password: PEM `file` with the private key of the instance's key pair;\nnot needed if the instance was created with Lightsail's default key pair")
	o.account.Define(fs, "use your own account")

	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	given := map[string]bool{}
	fs.Visit(func(f *flag.Flag) { given[f.Name] = true })
	if err := o.check(fs.Args(), given); err != nil {
		fmt.Fprintf(stderr, "connect: %v\nRun connect -help for usage.\n", err)
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

// literalName matches names that are literal host names in ssh_config, and not
// patterns.
var literalName = regexp.MustCompile(`^[A-Za-z0-9_][A-Za-z0-9_.-]*$`)

// check validates the combination of flags and arguments.
func (o *options) check(args []string, given map[string]bool) error {
	connects := !o.password && !o.printConfig && !given["write"]
	switch {
	case len(args) == 0 || args[0] == "":
		return errors.New("missing instance name")
	case len(args) > 1 && strings.HasPrefix(args[1], "-") && args[1] != "--":
		return fmt.Errorf("unexpected flag %q after the instance name: put flags before the name, or -- before the command", args[1])
	case len(args) > 1 && !connects:
		return errors.New("-password, -write and -print-ssh-config cannot be combined with a command")
	case o.acceptNew && !connects:
		return errors.New("-accept-new-host-key cannot be combined with -password, -write or -print-ssh-config")
	case o.password && (o.printConfig || given["write"] || given["port"]):
		return errors.New("-password cannot be combined with -write, -print-ssh-config or -port")
	case o.keyFile != "" && !o.password:
		return errors.New("-key requires -password")
	case given["write"] && o.dir == "":
		return errors.New("-write requires a directory")
	case o.printConfig && !literalName.MatchString(args[0]):
		return fmt.Errorf("-print-ssh-config requires an instance name of letters, digits, '.', '_' and '-', not %q", args[0])
	case o.port < 1 || o.port > 65535:
		return fmt.Errorf("-port must be 1 to 65535, not %d", o.port)
	case o.wait <= 0:
		return fmt.Errorf("-wait must be greater than 0, not %v", o.wait)
	}
	return o.account.Check()
}
