package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/examples/internal/account"
	"github.com/lightsail-go/sdk/examples/internal/flags"
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
	rdpFile     string
	account     account.Flags
}

// sshPort is the default port of SSH.
const sshPort = 22

// parse parses the command line. It prints errors to stderr.
func parse(args []string, stderr io.Writer) (*options, error) {
	var o options
	fs := flag.NewFlagSet("connect", flag.ContinueOnError)
	fs.Usage = func() {
		fmt.Fprint(stderr, "usage: connect [flags] INSTANCE [COMMAND...]\n\n"+
			"Logs in to an instance with SSH and runs a command or a shell.\n"+
			"Uses a demo account unless -live is set. The demo account has the instances\n"+
			demoNames+". It is not possible to connect to them.\n\n")
		fs.PrintDefaults()
	}
	fs.BoolVar(&o.acceptNew, "accept-new-host-key", false,
		"if Lightsail has no host keys of the instance, connect without\n"+
			"verification")
	o.port = sshPort
	fs.Func("port", "SSH `port` of the instance (default 22)", func(s string) error {
		port, err := strconv.ParseUint(s, 10, 16)
		if err != nil || port == 0 {
			return errors.New("the port must be 1 to 65535")
		}
		o.port = int(port)
		return nil
	})
	flags.Duration(fs, &o.wait, "wait", 5*time.Minute,
		"maximum `duration` to wait for the access details of the instance;\n"+
			"a new Windows instance needs up to 15m for its password")
	fs.StringVar(&o.dir, "write", "",
		"instead of connecting, write the key, certificate and known_hosts to\n"+
			"this `directory`, and print an ssh command that uses them")
	fs.BoolVar(&o.printConfig, "print-ssh-config", false,
		"instead of connecting, print an ssh_config block; the files that it\n"+
			"uses are written to the directory of -write, or to a new temporary\n"+
			"directory")
	fs.BoolVar(&o.password, "password", false, "instead of connecting, print the initial password of a Windows\ninstance")
	fs.StringVar(&o.rdpFile, "rdp", "",
		"instead of connecting, write a Remote Desktop file for a Windows\n"+
			"instance, with its address and user name and without the password;\n"+
			"the `file`, such as web.rdp, must not exist")
	fs.StringVar(&o.keyFile, "key", "",
		"with -password: PEM `file` with the private key of the instance's key\n"+
			"pair; not needed if the instance was created with the default key\n"+
			"pair of Lightsail")
	o.account.Define(fs, "use your own account")

	if err := flags.Parse(fs, args, stderr); err != nil {
		return nil, err
	}
	if err := o.check(fs.Args(), flags.Given(fs)); err != nil {
		flags.PrintError(fs, stderr, err)
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

// isWindows reports whether the flags are for a Windows instance.
func (o *options) isWindows() bool { return o.password || o.rdpFile != "" }

// check validates the combination of flags and arguments.
func (o *options) check(args []string, given map[string]bool) error {
	set := map[string]bool{
		"accept-new-host-key": o.acceptNew, "key": given["key"], "password": o.password, "port": given["port"],
		"print-ssh-config": o.printConfig, "rdp": given["rdp"], "write": given["write"],
	}
	// Flags that replace the connection, and the others that they can be combined with.
	for _, mode := range []struct {
		flag string
		with []string
	}{
		{"password", []string{"key"}},
		{"rdp", nil},
		{"write", []string{"port", "print-ssh-config"}},
		{"print-ssh-config", []string{"port", "write"}},
	} {
		if !set[mode.flag] {
			continue
		}
		for _, other := range slices.Sorted(maps.Keys(set)) {
			if other != mode.flag && set[other] && !slices.Contains(mode.with, other) {
				return fmt.Errorf("-%s cannot be combined with -%s", mode.flag, other)
			}
		}
		if len(args) > 1 {
			return fmt.Errorf("-%s cannot be combined with a command: unexpected argument %q", mode.flag, args[1])
		}
	}
	for name, value := range map[string]string{"key": o.keyFile, "rdp": o.rdpFile, "write": o.dir} {
		if strings.HasPrefix(value, "-") {
			return fmt.Errorf("-%s has the flag %s as its value: use ./%[2]s if this is a file name", name, value)
		}
	}
	switch {
	case len(args) == 0 || args[0] == "":
		return errors.New("missing instance name: connect [flags] INSTANCE [COMMAND...]")
	case len(args) > 1 && strings.HasPrefix(args[1], "-") && args[1] != "--":
		return fmt.Errorf("unexpected flag %q after the instance name: put flags before the name, or -- before the command", args[1])
	case given["key"] && !o.password:
		return errors.New("-key requires -password")
	case given["key"] && o.keyFile == "":
		return errors.New("-key requires the name of a file")
	case given["write"] && o.dir == "":
		return errors.New("-write requires a directory")
	case given["rdp"] && o.rdpFile == "":
		return errors.New("-rdp requires the name of a file")
	case o.printConfig && !literalName.MatchString(args[0]):
		return fmt.Errorf("-print-ssh-config requires an instance name of letters, digits, '.', '_' and '-', not %q", args[0])
	}
	return o.account.Check()
}
