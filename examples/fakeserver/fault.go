package main

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// A kind is what -fault can let go wrong.
type kind struct {
	name, arg, help string
	fault           func(arg string) (lightsailtest.Fault, error)
}

var kinds = []kind{
	{"throttle", "", "answer that there were too many calls", plain(lightsailtest.Throttle)},
	{"error", "CODE", "answer with this error, NotFoundException for example", of(text, serviceError)},
	{"status", "CODE", "answer with this status from 400 to 599 and a page of HTML", of(status, lightsailtest.Status)},
	{"drop", "", "end the connection, do nothing", plain(lightsailtest.Drop)},
	{"drop-answer", "", "do it, and end the connection before the answer", plain(lightsailtest.DropAnswer)},
	{"cut", "BYTES", "do it, and end the connection after so much of the body", of(count, lightsailtest.Cut)},
	{"truncate", "BYTES", "do it, and answer with no more of the body", of(count, lightsailtest.Truncate)},
	{"garble", "", "do it, and answer with a body that is no JSON", plain(lightsailtest.Garble)},
	{"oversize", "BYTES", "do it, and answer with a body that is so much longer", of(size, lightsailtest.Oversize)},
	{"finish-later", "LOOKS", "do it, and let its operations go on for so many calls of GetOperation", of(count, lightsailtest.FinishLater)},
	{"fail-later", "LOOKS", "do nothing, and let its operations fail after so many calls of GetOperation", of(count, failLater)},
	{"latency", "DURATION", "wait, then do it", of(duration, lightsailtest.Latency)},
	{"trickle", "BYTES/DURATION", "do it, and answer piece by piece, with a pause before each", trickle},
	{"wrong-date", "DURATION", "do it, and answer with a clock that is so much off", of(offset, lightsailtest.WrongDate)},
}

// parseFault reads [operation=]kind[:argument][*times]. The seed is for its
// chance: two faults with the same one would always come together.
func parseFault(s string, seed uint64) (operation string, fault lightsailtest.Fault, err error) {
	operation, rest, named := strings.Cut(s, "=")
	if !named {
		operation, rest = "", s
	} else if !slices.Contains(operations(), operation) {
		return "", fault, fmt.Errorf("there is no operation %q", operation)
	}
	rest, times, counted := strings.Cut(rest, "*")
	name, arg, _ := strings.Cut(rest, ":")
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if i < 0 {
		return "", fault, fmt.Errorf("there is no kind %q", name)
	}
	if fault, err = kinds[i].fault(arg); err != nil {
		return "", fault, fmt.Errorf("%s: %w", kinds[i].usage(), err)
	}
	if counted {
		fault, err = repeat(fault, times, seed)
	}
	return operation, fault, err
}

// repeat reads how often a fault comes.
func repeat(fault lightsailtest.Fault, times string, seed uint64) (lightsailtest.Fault, error) {
	if times == "always" {
		return fault.Always(), nil
	}
	if percent, ok := strings.CutSuffix(times, "%"); ok {
		p, err := strconv.ParseFloat(percent, 64)
		if err != nil || !(p >= 0 && p <= 100) {
			return fault, fmt.Errorf("times: %q is not a percentage from 0%% to 100%%", times)
		}
		return fault.Sometimes(p/100, seed), nil
	}
	n, err := strconv.Atoi(times)
	if err != nil || n < 1 {
		return fault, fmt.Errorf("times: %q is neither a number from 1 on, nor a percentage, nor always", times)
	}
	return fault.Times(n), nil
}

// operations are the names that a fault can be for.
func operations() (names []string) {
	client := reflect.TypeFor[*lightsail.Client]()
	for i := range client.NumMethod() {
		// Operations are the methods that take a context, an input and options.
		if m := client.Method(i); m.Type.IsVariadic() && m.Type.NumIn() == 4 {
			names = append(names, m.Name)
		}
	}
	return names
}

func (k kind) usage() string {
	if k.arg == "" {
		return k.name
	}
	return k.name + ":" + k.arg
}

// faultHelp lists the kinds for -help.
func faultHelp() string {
	var b strings.Builder
	b.WriteString("\nkinds of -fault:\n")
	for _, k := range kinds {
		fmt.Fprintf(&b, "  %-23s %s\n", k.usage(), k.help)
	}
	b.WriteString("\nWithout operation= it is calls of any. Without *times it is the next call;\n" +
		"times is a number, a percentage for chance, or always. In quotes, for the shell:\n\n" +
		"  fakeserver -fault 'GetBuckets=throttle*2' -fault 'CreateBucket=error:ServiceException*always' -fault 'drop*10%'\n")
	return b.String()
}

// plain is a fault without an argument.
func plain(fault func() lightsailtest.Fault) func(string) (lightsailtest.Fault, error) {
	return func(arg string) (lightsailtest.Fault, error) {
		if arg != "" {
			return lightsailtest.Fault{}, fmt.Errorf("it takes no argument, and there is %q", arg)
		}
		return fault(), nil
	}
}

// of is a fault with an argument.
func of[T any](read func(string) (T, error), fault func(T) lightsailtest.Fault) func(string) (lightsailtest.Fault, error) {
	return func(arg string) (lightsailtest.Fault, error) {
		value, err := read(arg)
		if err != nil {
			return lightsailtest.Fault{}, err
		}
		return fault(value), nil
	}
}

func trickle(arg string) (lightsailtest.Fault, error) {
	bytes, pause, _ := strings.Cut(arg, "/")
	n, err := count(bytes)
	if err != nil {
		return lightsailtest.Fault{}, err
	}
	d, err := duration(pause)
	return lightsailtest.Trickle(n, d), err
}

func failLater(looks int) lightsailtest.Fault {
	return lightsailtest.FailLater(looks, "OnPurpose", onPurpose)
}

func text(s string) (string, error) {
	if s == "" {
		return "", errors.New("the code is missing")
	}
	return s, nil
}

func status(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 400 || n > 599 {
		return 0, fmt.Errorf("%q is not a status from 400 to 599", s)
	}
	return n, nil
}

func size(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is not a whole number from 0 on", s)
	}
	return n, nil
}

func offset(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a duration such as -2h", s)
	}
	return d, nil
}
