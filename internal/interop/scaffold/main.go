// Command scaffold writes the Go source of Lightsail operations that this module lacks, from the source of the official client.
//
// Usage:
//
//	go run -C internal/interop ./scaffold [flags] OPERATION...
//	go run -C internal/interop ./scaffold -waiter NAME -noun FILE OPERATION
//	go run -C internal/interop ./scaffold -missing
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/lightsail-go/sdk/internal/interop/internal/official"
)

const usage = `Usage:

  go run -C internal/interop ./scaffold [flags] OPERATION...
  go run -C internal/interop ./scaffold -waiter NAME -noun FILE OPERATION
  go run -C internal/interop ./scaffold -missing

The first form writes lightsail/op_<operation>.go for each operation, and appends the types and enums that the operations need
and package types lacks to files in types. It reads them from the official client in the version that internal/interop requires.

It never changes or reorders existing declarations. Fields and enum constants that an existing type lacks are only reported:
add them by hand. A type is appended to the existing file whose name has the most leading words in common with the type's name:
DiskSnapshotInfo goes into disk_snapshot.go if that exists, else into disk.go. If there is no such file, the type gets a new one.

It writes only the comments that are the same for all operations. Write the others, and check two things: Repeatable, which is
true if the operation's name begins with Get, Is or Download, and which fields are sensitive. The scaffold marks what the official
client marks, UserData and Container.Environment.

The second form appends the declarations of a waiter that calls OPERATION to lightsail/<noun>_waiters.go. They compile once you
have written the function observe<NAME>, which reports the state of the resource. Also set the states and the delays.

The third form lists what the official client has and this module lacks: operations, exceptions, types, enums, their fields and
constants, and required and sensitive tags. The exit status is 1 if the list is not empty.

Flags:
`

func main() {
	err := run(os.Args[1:], os.Stdout, os.Stderr)
	switch {
	case errors.Is(err, flag.ErrHelp):
	case errors.Is(err, errMissing):
		os.Exit(1)
	case err != nil:
		fmt.Fprintln(os.Stderr, "scaffold:", err)
		os.Exit(2)
	}
}

var errMissing = errors.New("something is missing")

func run(args []string, stdout, stderr io.Writer) error {
	s := &scaffold{typeFiles: map[string]string{}, log: stderr}
	var missing bool
	var waiter, noun, source string
	flags := flag.NewFlagSet("scaffold", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.Usage = func() {
		fmt.Fprint(stderr, usage)
		flags.PrintDefaults()
	}
	flags.BoolVar(&missing, "missing", false, "list what this module lacks")
	flags.StringVar(&s.root, "module", "../..", "root `directory` of the module to read and write")
	flags.StringVar(&source, "official", "", "`directory` of the official client (default: the version that go.mod requires)")
	flags.Func("types", "`[TYPE=]FILE` in types to append all missing types, or the type TYPE, to; may be repeated", s.setTypeFile)
	flags.StringVar(&waiter, "waiter", "", "`name` of the waiter to write, without the suffix Waiter")
	flags.StringVar(&noun, "noun", "", "`file` to append the waiter to, without the suffix _waiters.go")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if err := s.read(source); err != nil {
		return err
	}
	switch names := flags.Args(); {
	case missing && len(names) == 0:
		lines := official.Missing(s.theirs, s.ours)
		for _, line := range lines {
			fmt.Fprintln(stdout, line)
		}
		if len(lines) > 0 {
			return errMissing
		}
		return nil
	case missing:
		return errors.New("-missing takes no operation")
	case waiter != "" && noun != "" && len(names) == 1:
		return s.waiter(waiter, noun, names[0])
	case waiter != "" || noun != "":
		return errors.New("a waiter needs -waiter, -noun and one operation")
	case len(names) == 0:
		flags.Usage()
		return errors.New("missing operation")
	default:
		return s.operations(names)
	}
}

// scaffold writes into a copy of this module.
type scaffold struct {
	root         string
	theirs, ours *official.API
	typeFiles    map[string]string // file names by type name, which is "" for all types
	log          io.Writer
}

func (s *scaffold) setTypeFile(value string) error {
	name, file, ok := strings.Cut(value, "=")
	if !ok {
		name, file = "", value
	}
	if !strings.HasSuffix(file, ".go") || strings.ContainsAny(file, `/\`) {
		return errors.New("want the name of a Go file in types")
	}
	s.typeFiles[name] = file
	return nil
}

func (s *scaffold) read(source string) (err error) {
	if source == "" {
		if source, err = official.Dir(); err != nil {
			return err
		}
	}
	if s.theirs, err = official.Read(source); err != nil {
		return err
	}
	if s.ours, err = official.ReadModule(s.root); err != nil {
		return err
	}
	s.markSensitive()
	return nil
}

// markSensitive adds sensitive fields that the official client does not mark: scripts and environments often hold passwords.
// Marks in this module count, too.
func (s *scaffold) markSensitive() {
	for name, st := range s.theirs.Structs {
		for i := range st.Fields {
			f := &st.Fields[i]
			if f.Name == "UserData" || name == "types.Container" && f.Name == "Environment" {
				f.Sensitive = true
			}
			if have := s.ours.Structs[name]; have != nil && have.Field(f.Name) != nil && have.Field(f.Name).Sensitive {
				f.Sensitive = true
			}
		}
	}
}

// operations writes the operations with the given names and the types that they need. It writes nothing if one of them exists.
func (s *scaffold) operations(names []string) error {
	for _, name := range names {
		if !s.theirs.Operations[name] {
			return fmt.Errorf("the official client has no operation %s", name)
		}
		if s.ours.Operations[name] {
			return fmt.Errorf("operation %s exists", name)
		}
	}
	var roots []string
	for _, name := range names {
		if err := s.operation(name); err != nil {
			return fmt.Errorf("operation %s: %w", name, err)
		}
		roots = append(roots, name+"Input", name+"Output")
	}
	for _, name := range s.theirs.Uses(roots...) {
		theirs, ours := s.theirs.Structs[name], s.ours.Structs[name]
		enum, ourEnum := s.theirs.Enums[name], s.ours.Enums[name]
		switch {
		case theirs != nil && ours != nil:
			s.report(official.MissingFields(theirs, ours))
		case enum != nil && ourEnum != nil:
			s.report(official.MissingConstants(enum, ourEnum))
		case s.ours.Names[name]:
			fmt.Fprintf(s.log, "%s exists as another kind of type\n", name)
		case theirs == nil && enum == nil:
			return fmt.Errorf("the official client has no struct or enum %s", name)
		default:
			if err := s.typeDeclaration(name); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}

func (s *scaffold) report(missing []string) {
	for _, line := range missing {
		fmt.Fprintf(s.log, "add by hand: %s\n", line)
	}
}
