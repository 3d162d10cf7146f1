package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

const lagHelp = `
Lags:
  A resource that is created, changed, or deleted remains in the state for this number of
  polls: calls that return the resource, or GetOperation for one of its operation records.
  Without type or name, a lag applies to all types or names. end is a state that follows
  instead of the usual one, such as error; the change has then failed, for the reason. The
  states are those of the service, such as pending, stopping, and creating, and for all
  types hidden (created, but not found yet), deleted (deleted, but still found), and
  no-access (an instance whose access details are incomplete). Examples:

  fakelightsail -lag Instance.pending=3 -lag Disk/data.pending=2:error -lag Bucket.hidden=1 -lag deleted=2
`

// parseLag parses [[type][/name].]state=polls[:end[:reason]].
func parseLag(s string) (lag lightsailtest.Lag, err error) {
	subject, rest, ok := strings.Cut(s, "=")
	if !ok {
		return lag, fmt.Errorf("%q is not [[type][/name].]state=polls[:end[:reason]]", s)
	}
	// Names have periods, but types and states do not.
	if i := strings.LastIndex(subject, "."); i >= 0 {
		resourceType, name, _ := strings.Cut(subject[:i], "/")
		lag.Type, lag.Name = types.ResourceType(resourceType), name
		subject = subject[i+1:]
	}
	if lag.State = subject; lag.State == "" {
		return lag, errors.New("missing state")
	}
	if known := lag.Type.Values(); lag.Type != "" && !slices.Contains(known, lag.Type) {
		return lag, fmt.Errorf("unknown resource type %q, want one of %q", lag.Type, known)
	}
	polls, rest, _ := strings.Cut(rest, ":")
	if lag.Polls, err = count(polls); err != nil {
		return lag, fmt.Errorf("polls: %w", err)
	}
	lag.End, lag.Reason, _ = strings.Cut(rest, ":")
	return lag, nil
}
