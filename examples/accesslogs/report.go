package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/types"
)

// reportVersion is the version of the format of a report. Increase it if older versions
// of this program would misunderstand a newer plan.
const reportVersion = 1

// A report holds the result of a run, or its plan. It is also the document that -json
// prints and, with DryRun, the plan that -apply reads.
type report struct {
	Version     int             `json:"version"`
	DryRun      bool            `json:"dryRun"`
	Interrupted bool            `json:"interrupted"`
	Regions     []*regionReport `json:"regions"`
}

// A regionReport is the part of a report for one Region.
type regionReport struct {
	Region  string    `json:"region"`
	Error   string    `json:"error,omitempty"` // why no change of the Region is planned
	Buckets []*change `json:"buckets"`
}

// A change is the planned change of one bucket and its result.
type change struct {
	Bucket string                       `json:"bucket"`
	Bundle string                       `json:"bundle,omitempty"` // of a bucket to create
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
	kept        result = "kept"        // not changed, although not as requested
	failed      result = "failed"      // Reason has the cause
	interrupted result = "interrupted" // interrupted while being applied
	toCreate    result = "to create"   // not started
	toUpdate    result = "to update"   // not started
)

// isPending reports whether the change has to be applied.
func (c *change) isPending() bool { return c.Result == toCreate || c.Result == toUpdate }

// fail records that a change failed.
func (c *change) fail(ctx context.Context, o *options, err error) {
	c.Result, c.Error = failed, err.Error()
	if ctx.Err() != nil {
		c.Result, c.Reason = interrupted, errUnknown.Error()
		if errors.Is(err, errUnverified) {
			c.Reason = errUnverified.Error()
		}
		return
	}
	// In the table, replace the long text of the SDK by the error of the service or of
	// the connection.
	c.Reason = c.Error
	var operation *smithy.OperationError
	if !errors.As(err, &operation) {
		return
	}
	short := o.account.Explain(operation).Error()
	var api smithy.APIError
	if errors.As(err, &api) {
		short = api.ErrorCode() + ": " + api.ErrorMessage()
	}
	c.Reason = strings.Replace(c.Reason, operation.Error(), short, 1)
}

// print prints the report as JSON or as tables.
func (r *report) print(w io.Writer, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	return r.printTables(w, func(*change) bool { return true })
}

// printTables prints the selected changes, as one table for each Region. If there are
// several Regions, each table has a heading.
func (r *report) printTables(w io.Writer, selected func(*change) bool) error {
	var text bytes.Buffer
	for _, region := range r.Regions {
		rows := [][]string{{"BUCKET", "RESULT"}}
		for _, c := range region.Buckets {
			if selected(c) {
				rows = append(rows, []string{c.Bucket, c.String()})
			}
		}
		if len(rows) == 1 {
			continue
		}
		if len(r.Regions) > 1 {
			if text.Len() > 0 {
				text.WriteString("\n")
			}
			fmt.Fprintf(&text, "Region %s\n", terminal.Line(region.Region))
		}
		if err := terminal.WriteTable(&text, rows); err != nil {
			return err
		}
	}
	_, err := text.WriteTo(w)
	return err
}

// String returns the result, and the change or the reason.
func (c *change) String() string {
	text := string(c.Result)
	switch {
	case c.Reason != "":
		text += ": " + c.Reason
	case c.Want != nil && c.Before != nil:
		text += ": " + logPath(c.Before) + " -> " + logPath(c.Want)
	}
	return text
}

// confirm shows the changes that are to be made and asks for a confirmation. It returns
// an error if the user does not confirm. If there are none, it does not ask.
func (r *report) confirm(ctx context.Context, stdin io.Reader, stderr io.Writer) error {
	count := r.count()
	var actions []string
	if n := count[toCreate]; n > 0 {
		actions = append(actions, "create "+terminal.Count(n, "bucket"))
	}
	if n := count[toUpdate]; n > 0 {
		actions = append(actions, "change the access logs of "+terminal.Count(n, "bucket"))
	}
	if len(actions) == 0 {
		return nil
	}
	shown := func(c *change) bool { return c.isPending() || c.Result == kept }
	if err := r.printTables(stderr, shown); err != nil {
		return err
	}
	return terminal.Confirm(ctx, stdin, stderr, "Do you want to "+strings.Join(actions, " and ")+"?")
}

// count returns the number of buckets for each result.
func (r *report) count() map[result]int {
	count := map[result]int{}
	for _, region := range r.Regions {
		for _, c := range region.Buckets {
			count[c.Result]++
		}
	}
	return count
}

// summary prints the number of buckets for each Region and result, and the complete
// message of each error. It returns an error if not all changes were applied.
func (r *report) summary(w io.Writer) error {
	var idle []string
	failedRegions := 0
	for _, region := range r.Regions {
		switch {
		case region.Error != "":
			failedRegions++
			fmt.Fprintf(w, "In %s: failed: %s\n", terminal.Line(region.Region), terminal.Line(region.Error))
		case len(region.Buckets) == 0:
			idle = append(idle, terminal.Line(region.Region))
		default:
			fmt.Fprintf(w, "In %s: %s\n", terminal.Line(region.Region), region.counts())
		}
	}
	switch len(idle) {
	case 0:
	case 1:
		fmt.Fprintf(w, "In %s: nothing to do\n", idle[0])
	default:
		fmt.Fprintf(w, "In %s: nothing to do\n", terminal.Count(len(idle), "Region"))
	}
	if r.logsElsewhere() {
		fmt.Fprintln(w, "Kept buckets log elsewhere. Use -replace to change them too.")
	}
	for _, region := range r.Regions {
		for _, c := range region.Buckets {
			if c.Result == failed || c.Result == interrupted {
				fmt.Fprintf(w, "%s: %s\n", terminal.Line(c.Bucket), terminal.Line(cmp.Or(c.Error, c.Reason)))
			}
		}
	}

	count := r.count()
	notStarted := count[toCreate] + count[toUpdate]
	var parts []string
	if n := count[failed]; n > 0 {
		parts = append(parts, terminal.Count(n, "bucket")+" failed")
	}
	if failedRegions > 0 {
		parts = append(parts, terminal.Count(failedRegions, "Region")+" failed")
	}
	if notStarted > 0 && !r.DryRun {
		parts = append(parts, terminal.Count(notStarted, "bucket")+" not changed")
	}
	switch {
	case r.Interrupted && !r.DryRun && count[interrupted]+notStarted > 0:
		return errors.New(strings.Join(append([]string{"interrupted"}, parts...), ", "))
	case len(parts) > 0:
		return errors.New(strings.Join(parts, ", "))
	}
	return nil
}

// logsElsewhere reports whether the plan keeps buckets that -replace would change.
func (r *report) logsElsewhere() bool {
	return slices.ContainsFunc(r.Regions, func(region *regionReport) bool {
		return slices.ContainsFunc(region.Buckets, func(c *change) bool { return c.Result == kept && c.Want == nil })
	})
}

// counts returns the number of buckets for each result, as a text.
func (r *regionReport) counts() string {
	one := report{Regions: []*regionReport{r}}
	count := one.count()
	var parts []string
	for _, result := range []result{created, updated, skipped, kept, failed, interrupted, toCreate, toUpdate} {
		if n := count[result]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, result))
		}
	}
	return strings.Join(parts, ", ")
}
