package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/types"
)

// A report tells of a run. With -json it is printed as it is.
type report struct {
	Region      string               `json:"region"`
	Bundles     []types.BucketBundle `json:"bundles"` // the cheapest first
	Steps       []*step              `json:"steps"`
	AccessKey   *types.AccessKey     `json:"accessKey,omitempty"` // without its secret, unless asked for
	Bucket      *types.Bucket        `json:"bucket,omitempty"`    // as it was when it was looked at
	Keys        []types.AccessKey    `json:"accessKeys,omitempty"`
	Left        []*made              `json:"left"`
	Interrupted bool                 `json:"interrupted"`
}

// A step is a stage that was begun, and what came of it.
type step struct {
	Step   string `json:"step"`
	Bucket string `json:"bucket"`
	Result result `json:"result"`
	Detail string `json:"detail,omitempty"`
	Error  string `json:"error,omitempty"` // all about the failure
}

// A result is what came of a step.
type result string

const (
	done        result = "done"
	failed      result = "failed"      // the detail tells why
	interrupted result = "interrupted" // while it was made
)

// A made bucket is one that is left, or may be.
type made struct {
	Bucket string `json:"bucket"`
	Sure   bool   `json:"sure"` // false: it may be there or not

	ours bool // the service answered that it makes it
}

// print writes the report as JSON or as tables.
func (r *report) print(w io.Writer, asJSON bool) error {
	if asJSON {
		e := json.NewEncoder(w)
		e.SetIndent("", "  ")
		return e.Encode(r)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "BUNDLE\tNAME\tSTORAGE GB\tTRANSFER GB\tUSD/MONTH")
	for _, b := range r.Bundles {
		price := "-"
		if b.Price != nil {
			price = fmt.Sprintf("%.2f", *b.Price)
		}
		fmt.Fprintf(table, "%s\t%s\t%10s\t%11s\t%9s\n", text(b.BundleId), text(b.Name),
			number(b.StoragePerMonthInGb), number(b.TransferPerMonthInGb), price)
	}
	if err := table.Flush(); err != nil {
		return err
	}
	fmt.Fprintln(table, "\nSTEP\tBUCKET\tRESULT")
	for _, s := range r.Steps {
		result := string(s.Result)
		if s.Detail != "" {
			result += ": " + s.Detail
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", s.Step, terminal.Line(s.Bucket), terminal.Line(result))
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if key := r.AccessKey; key != nil && key.SecretAccessKey != nil {
		fmt.Fprintf(w, "\nThe secret of %s, which cannot be had again:\n%s\n", text(key.AccessKeyId), text(key.SecretAccessKey))
	}
	if r.Bucket != nil {
		fmt.Fprintf(table, "\nBUCKET\t%s\n", text(r.Bucket.Name))
		for _, fact := range facts(r.Bucket, r.Keys) {
			fmt.Fprintf(table, "%s\t%s\n", fact[0], terminal.Line(fact[1]))
		}
	}
	return table.Flush()
}

// summary says in few words how the run went, all that is known of failures, and
// what is left. It returns an error where not everything is as it was asked for.
func (r *report) summary(w io.Writer, o *options) error {
	count := map[result]int{}
	for _, s := range r.Steps {
		count[s.Result]++
	}
	parts := []string{fmt.Sprintf("%d done", count[done])}
	for _, result := range []result{failed, interrupted} {
		if n := count[result]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, result))
		}
	}
	fmt.Fprintf(w, "In %s: %s\n", r.Region, strings.Join(parts, ", "))
	for _, s := range r.Steps {
		if s.Error != "" {
			fmt.Fprintf(w, "%s %s: %s\n", s.Step, terminal.Line(s.Bucket), terminal.Line(s.Error))
		}
	}
	for _, b := range r.Left {
		what := "left behind"
		switch {
		case !b.ours:
			what = "not known whether it was made here; if it was, it is left behind"
		case !b.Sure:
			what = "perhaps left behind"
		case o.keep:
			what = "kept"
		}
		fmt.Fprintf(w, "%s: %s\n", terminal.Line(b.Bucket), what)
		if o.account.Live {
			fmt.Fprintf(w, "  to delete it: aws lightsail delete-bucket --force-delete --region %s --bucket-name %s\n", r.Region, terminal.Line(b.Bucket))
		}
	}
	switch {
	case r.Interrupted:
		return errors.New("interrupted")
	case count[failed] > 0:
		return fmt.Errorf("%d failed", count[failed])
	}
	return nil
}

// facts tells about a bucket and its keys.
func facts(b *types.Bucket, keys []types.AccessKey) [][2]string {
	state := "-"
	if b.State != nil {
		state = text(b.State.Code)
	}
	plan := text(b.BundleId)
	if b.AbleToUpdateBundle != nil && !*b.AbleToUpdateBundle {
		plan += ", for this billing cycle"
	}
	facts := [][2]string{{"state", state}, {"plan", plan}, {"tags", joinTags(b.Tags)}}
	for _, key := range keys {
		facts = append(facts, [2]string{"access key", text(key.AccessKeyId) + ", " + string(key.Status)})
	}
	for _, user := range b.ResourcesReceivingAccess {
		facts = append(facts, [2]string{"used by", text(user.Name)})
	}
	if logs := b.AccessLogConfig; logs != nil && aws.ToBool(logs.Enabled) {
		facts = append(facts, [2]string{"logged to", aws.ToString(logs.Destination) + "/" + aws.ToString(logs.Prefix)})
	}
	return facts
}

func joinTags(tags []types.Tag) string {
	var parts []string
	for _, tag := range tags {
		parts = append(parts, aws.ToString(tag.Key)+"="+aws.ToString(tag.Value))
	}
	return strings.Join(parts, " ")
}

// brief returns what the service says about a failure, which is enough for a
// table.
func brief(err error) string {
	var operation *smithy.OperationError
	var api smithy.APIError
	if errors.As(err, &operation) && errors.As(err, &api) {
		return strings.Replace(err.Error(), operation.Error(), api.ErrorCode()+": "+api.ErrorMessage(), 1)
	}
	return err.Error()
}

// text and number return what is told, "-" for nothing.
func text(p *string) string {
	if p == nil {
		return "-"
	}
	return terminal.Line(*p)
}

func number(p *int32) string {
	if p == nil {
		return "-"
	}
	return fmt.Sprint(*p)
}
