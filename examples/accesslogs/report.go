package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/types"
)

// A report tells of a run. With -json it is printed as it is.
type report struct {
	Region      string    `json:"region"`
	DryRun      bool      `json:"dryRun"`
	Interrupted bool      `json:"interrupted"`
	Buckets     []*change `json:"buckets"`
}

// A change is what is to be done with one bucket, and then what came of it.
type change struct {
	Bucket string                       `json:"bucket"`
	Was    *types.BucketAccessLogConfig `json:"was,omitempty"`  // nil: there was no such bucket
	Want   *types.BucketAccessLogConfig `json:"want,omitempty"` // nil: there is nothing to set
	Is     *types.BucketAccessLogConfig `json:"is,omitempty"`   // nil: it is not known
	Result result                       `json:"result"`
	Reason string                       `json:"reason,omitempty"`
	Error  string                       `json:"error,omitempty"` // all about a failed call
}

// A result is what came of a change.
type result string

const (
	created     result = "created"
	updated     result = "updated"
	skipped     result = "skipped"     // there is nothing to do
	failed      result = "failed"      // the reason tells why
	interrupted result = "interrupted" // while it was made
	toCreate    result = "to create"   // not begun
	toUpdate    result = "to update"   // not begun
)

// fail notes that a change failed.
func (c *change) fail(ctx context.Context, err error) {
	c.Result, c.Reason, c.Error = failed, err.Error(), err.Error()
	if ctx.Err() != nil {
		c.Result, c.Reason = interrupted, "it may have been done or not"
		if errors.Is(err, errUnverified) {
			c.Reason = errUnverified.Error()
		}
		return
	}
	// What the service says is enough for a table.
	var operation *smithy.OperationError
	var api smithy.APIError
	if errors.As(err, &operation) && errors.As(err, &api) {
		c.Reason = strings.Replace(c.Reason, operation.Error(), api.ErrorCode()+": "+api.ErrorMessage(), 1)
	}
}

// print writes the report as JSON or as a table.
func (r *report) print(w io.Writer, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	is := "IS"
	if r.DryRun {
		is = "WOULD BE"
	}
	fmt.Fprintf(table, "BUCKET\tWAS\t%s\tRESULT\n", is)
	for _, c := range r.Buckets {
		after := c.Is
		if r.DryRun {
			after = cmp.Or(c.Want, c.Is)
		}
		result := string(c.Result)
		if c.Reason != "" {
			result += ": " + c.Reason
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", terminal.Line(c.Bucket), cell(c.Was), cell(after), terminal.Line(result))
	}
	return table.Flush()
}

// summary says in few words how the run went, and all that is known of failures.
// It returns an error where not everything is as it was asked for.
func (r *report) summary(w io.Writer) error {
	count := map[result]int{}
	for _, c := range r.Buckets {
		count[c.Result]++
	}
	var parts []string
	for _, result := range []result{created, updated, skipped, failed, interrupted, toCreate, toUpdate} {
		if n := count[result]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, result))
		}
	}
	fmt.Fprintf(w, "In %s: %s\n", r.Region, cmp.Or(strings.Join(parts, ", "), "nothing to do"))
	for _, c := range r.Buckets {
		if c.Result == failed || c.Result == interrupted {
			fmt.Fprintf(w, "%s: %s\n", terminal.Line(c.Bucket), terminal.Line(cmp.Or(c.Error, c.Reason)))
		}
	}

	left := count[toCreate] + count[toUpdate]
	switch {
	case r.Interrupted && !r.DryRun && count[interrupted]+left > 0:
		return fmt.Errorf("interrupted, with %d not begun", left)
	case count[failed] > 0:
		return fmt.Errorf("%d failed", count[failed])
	}
	return nil
}

func cell(c *types.BucketAccessLogConfig) string {
	if c == nil {
		return "-"
	}
	return terminal.Line(where(c))
}
