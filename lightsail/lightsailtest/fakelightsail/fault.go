package main

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// A kind is a kind of fault that -fault can inject.
type kind struct {
	name, arg, help string
	fault           func(arg string) (lightsailtest.Fault, error)
}

var kinds = []kind{
	{"throttle", "", "respond with a throttling error", withoutArg(lightsailtest.Throttle)},
	{"error", "CODE", "respond with this error, such as NotFoundException", withArg(code, errorWithCode)},
	{"busy", "", "respond that the resource is being modified and the call should be tried again in a few minutes", withoutArg(lightsailtest.Busy)},
	{"in-progress", "", "respond with the other error of a resource that is being modified", withoutArg(lightsailtest.OperationInProgress)},
	{"not-found", "", "respond with NotFoundException", withoutArg(lightsailtest.NotFound)},
	{"does-not-exist", "", "respond with the other error for a resource that does not exist, DoesNotExist", withoutArg(lightsailtest.DoesNotExist)},
	{"status", "CODE", "respond with this status, 400 to 599, and an HTML page", withArg(status, lightsailtest.Status)},
	{"drop", "", "close the connection without executing the request", withoutArg(lightsailtest.Drop)},
	{"drop-response", "", "execute the request and close the connection before the response", withoutArg(lightsailtest.DropResponse)},
	{"cut", "BYTES", "execute the request and close the connection after this part of the response body", withArg(count, lightsailtest.Cut)},
	{"truncate", "BYTES", "execute the request and truncate the response body to this size", withArg(count, lightsailtest.Truncate)},
	{"garble", "", "execute the request and respond with invalid JSON", withoutArg(lightsailtest.Garble)},
	{"oversize", "BYTES", "execute the request and enlarge the response body by this size", withArg(size, lightsailtest.Oversize)},
	{"finish-later", "POLLS", "execute the request; the operations that it starts succeed after this many calls of GetOperation", withArg(count, lightsailtest.FinishLater)},
	{"fail-later", "POLLS", "do not execute the request; the operations that it starts fail after this many calls of GetOperation", withArg(count, failLater)},
	{"latency", "DURATION", "delay the request", withArg(duration, lightsailtest.Latency)},
	{"trickle", "BYTES/DURATION", "send the response body in parts of this size, with a pause before each part", trickle},
	{"wrong-date", "DURATION", "shift the Date header of the response by this duration", withArg(offset, lightsailtest.WrongDate)},
}

// parseFault parses [operation=]kind[:argument][*times]. A fault with a probability
// uses the seed. Faults with the same seed would affect the same calls.
func parseFault(s string, seed uint64) (operation string, fault lightsailtest.Fault, err error) {
	operation, rest, named := strings.Cut(s, "=")
	if !named {
		operation, rest = "", s
	} else if !slices.Contains(operations(), operation) {
		return "", fault, fmt.Errorf("unknown operation %q", operation)
	}
	rest, times, counted := strings.Cut(rest, "*")
	name, arg, _ := strings.Cut(rest, ":")
	i := slices.IndexFunc(kinds, func(k kind) bool { return k.name == name })
	if i < 0 && !named && slices.Contains(operations(), name) {
		return "", fault, fmt.Errorf("missing fault of the operation: use %s=fault, such as %[1]s=throttle", name)
	}
	if i < 0 {
		return "", fault, fmt.Errorf("unknown fault %q", name)
	}
	if fault, err = kinds[i].fault(arg); err != nil {
		return "", fault, fmt.Errorf("%s: %w", kinds[i].usage(), err)
	}
	if counted {
		fault, err = repeat(fault, times, seed)
	}
	return operation, fault, err
}

// repeat parses the number of times and applies it to a fault.
func repeat(fault lightsailtest.Fault, times string, seed uint64) (lightsailtest.Fault, error) {
	if times == "always" {
		return fault.Always(), nil
	}
	if percent, ok := strings.CutSuffix(times, "%"); ok {
		p, err := strconv.ParseFloat(percent, 64)
		if err != nil || !(p >= 0 && p <= 100) {
			return fault, fmt.Errorf("times: %q is not a percentage of 0%% to 100%%", times)
		}
		return fault.Sometimes(p/100, seed), nil
	}
	n, err := strconv.Atoi(times)
	if err != nil || n < 1 {
		return fault, fmt.Errorf("times: %q is not a positive number, a percentage or \"always\"", times)
	}
	return fault.Times(n), nil
}

// operations returns the names of the operations of the client.
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

// faultHelp returns the help text of -fault.
func faultHelp() string {
	var b strings.Builder
	b.WriteString("\nFaults:\n")
	for _, k := range kinds {
		fmt.Fprintf(&b, "  %-23s %s\n", k.usage(), k.help)
	}
	b.WriteString("\nWithout operation=, a fault affects calls of all operations. Without *times, it affects\n" +
		"one call. times is a number of calls, a probability in percent, or always. Examples:\n\n" +
		"  fakelightsail -fault 'GetBuckets=throttle*2' -fault 'CreateBucket=error:ServiceException*always' -fault 'drop*10%'\n")
	return b.String()
}

// withoutArg returns a function that returns a fault without an argument.
func withoutArg(fault func() lightsailtest.Fault) func(string) (lightsailtest.Fault, error) {
	return func(arg string) (lightsailtest.Fault, error) {
		if arg != "" {
			return lightsailtest.Fault{}, fmt.Errorf("unexpected argument %q", arg)
		}
		return fault(), nil
	}
}

// withArg returns a function that parses the argument and returns a fault.
func withArg[T any](parse func(string) (T, error), fault func(T) lightsailtest.Fault) func(string) (lightsailtest.Fault, error) {
	return func(arg string) (lightsailtest.Fault, error) {
		value, err := parse(arg)
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

// faultMessage is the error message of injected faults.
const faultMessage = "injected fault"

func errorWithCode(code string) lightsailtest.Fault {
	return lightsailtest.Error(&smithy.GenericAPIError{Code: code, Message: faultMessage})
}

func failLater(polls int) lightsailtest.Fault {
	return lightsailtest.FailLater(polls, "InjectedFault", faultMessage)
}

func code(s string) (string, error) {
	if s == "" {
		return "", errors.New("missing error code")
	}
	return s, nil
}

func status(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 400 || n > 599 {
		return 0, fmt.Errorf("%q is not a status code of 400 to 599", s)
	}
	return n, nil
}

func size(s string) (int64, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is not a non-negative integer", s)
	}
	return n, nil
}

func offset(s string) (time.Duration, error) {
	d, err := time.ParseDuration(s)
	if err != nil {
		return 0, fmt.Errorf("%q is not a duration with a unit, such as -2h", s)
	}
	return d, nil
}
