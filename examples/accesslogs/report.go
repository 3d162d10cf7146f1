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

// A report holds the result of a run. It is also the document that -json prints.
type report struct {
	Region      string    `json:"region"`
	DryRun      bool      `json:"dryRun"`
	Interrupted bool      `json:"interrupted"`
	Buckets     []*change `json:"buckets"`
}

// A change is the planned change of one bucket and its result.
type change struct {
	Bucket string                       `json:"bucket"`
	Before *types.BucketAccessLogConfig `json:"before,omitempty"` // nil if the bucket did not exist
	Want   *types.BucketAccessLogConfig `json:"want,omitempty"`   // nil if there is nothing to update
	After  *types.BucketAccessLogConfig `json:"after,omitempty"`  // nil if unknown
	Result result                       `json:"result"`
	Reason string                       `json:"reason,omitempty"`
	Error  string                       `json:"error,omitempty"` // complete error message
}

// A result is the state of a change.
type result string

const (
	created     result = "created"
	updated     result = "updated"
	skipped     result = "skipped"     // nothing to do
	failed      result = "failed"      // Reason has the cause
	interrupted result = "interrupted" // interrupted while being applied
	toCreate    result = "to create"   // not started
	toUpdate    result = "to update"   // not started
)

// fail records that a change failed.
func (c *change) fail(ctx context.Context, err error) {
	c.Result, c.Reason, c.Error = failed, err.Error(), err.Error()
	if ctx.Err() != nil {
		c.Result, c.Reason = interrupted, "outcome unknown"
		if errors.Is(err, errUnverified) {
			c.Reason = errUnverified.Error()
		}
		return
	}
	// In the table, replace the long text of the SDK by the error of the service.
	var operation *smithy.OperationError
	var api smithy.APIError
	if errors.As(err, &operation) && errors.As(err, &api) {
		c.Reason = strings.Replace(c.Reason, operation.Error(), api.ErrorCode()+": "+api.ErrorMessage(), 1)
	}
}

// print prints the report as JSON or as a table.
func (r *report) print(w io.Writer, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	header := "AFTER"
	if r.DryRun {
		header = "PLANNED"
	}
	fmt.Fprintf(table, "BUCKET\tBEFORE\t%s\tRESULT\n", header)
	for _, c := range r.Buckets {
		after := c.After
		if r.DryRun {
			after = cmp.Or(c.Want, c.After)
		}
		result := string(c.Result)
		if c.Reason != "" {
			result += ": " + c.Reason
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\n", terminal.Line(c.Bucket), cell(c.Before), cell(after), terminal.Line(result))
	}
	return table.Flush()
}

// summary prints the number of buckets for each result, and the complete message
// of each error. It returns an error if not all changes were applied.
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

	notStarted := count[toCreate] + count[toUpdate]
	switch {
	case r.Interrupted && !r.DryRun && count[interrupted]+notStarted > 0:
		return fmt.Errorf("interrupted: %d not started", notStarted)
	case count[failed] > 0:
		return fmt.Errorf("%d failed", count[failed])
	}
	return nil
}

// cell returns the text of a table cell for a configuration.
func cell(c *types.BucketAccessLogConfig) string {
	if c == nil {
		return "-"
	}
	return terminal.Line(logPath(c))
}
