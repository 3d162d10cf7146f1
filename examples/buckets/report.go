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

// A report holds the result of a run. It is also the document that -json prints.
type report struct {
	Region      string               `json:"region"`
	Bundles     []types.BucketBundle `json:"bundles"` // sorted by price
	Steps       []*step              `json:"steps"`
	AccessKey   *types.AccessKey     `json:"accessKey,omitempty"` // the secret is set only with -show-secret
	Bucket      *types.Bucket        `json:"bucket,omitempty"`    // result of the step inspect
	Keys        []types.AccessKey    `json:"accessKeys,omitempty"`
	Remaining   []*remainingBucket   `json:"remaining"`
	Interrupted bool                 `json:"interrupted"`
}

// A step records one step that was started, and its result.
type step struct {
	Step   string `json:"step"`
	Bucket string `json:"bucket"`
	Result result `json:"result"`
	Detail string `json:"detail,omitempty"`
	Error  string `json:"error,omitempty"` // complete error message
}

// A result is the outcome of a step.
type result string

const (
	done        result = "done"
	failed      result = "failed"      // Detail has the cause
	interrupted result = "interrupted" // interrupted while running
)

// A remainingBucket is a bucket that the program tried to create and that could
// still exist.
type remainingBucket struct {
	Bucket    string `json:"bucket"`
	Confirmed bool   `json:"confirmed"` // whether the bucket is known to exist

	created bool // the service accepted the request to create the bucket
}

// print prints the report as JSON or as tables.
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
		fmt.Fprintf(w, "\nSecret of access key %s (cannot be retrieved again):\n%s\n", text(key.AccessKeyId), text(key.SecretAccessKey))
	}
	if r.Bucket != nil {
		fmt.Fprintf(table, "\nBUCKET\t%s\n", text(r.Bucket.Name))
		for _, property := range properties(r.Bucket, r.Keys) {
			fmt.Fprintf(table, "%s\t%s\n", property[0], terminal.Line(property[1]))
		}
	}
	return table.Flush()
}

// summary prints the number of steps for each result, the complete message of each
// error, and the remaining buckets. It returns an error if not all steps succeeded.
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
	for _, b := range r.Remaining {
		state := "not deleted"
		switch {
		case !b.created:
			state = "not deleted: creation not confirmed, the bucket may exist"
		case !b.Confirmed:
			state = "possibly not deleted"
		case o.keep:
			state = "kept"
		}
		fmt.Fprintf(w, "%s: %s\n", terminal.Line(b.Bucket), state)
		if o.account.Live {
			fmt.Fprintf(w, "  to delete: aws lightsail delete-bucket --force-delete --region %s --bucket-name %s\n", r.Region, terminal.Line(b.Bucket))
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

// properties returns the names and values to print for a bucket and its keys.
func properties(b *types.Bucket, keys []types.AccessKey) [][2]string {
	state := "-"
	if b.State != nil {
		state = text(b.State.Code)
	}
	bundle := text(b.BundleId)
	if b.AbleToUpdateBundle != nil && !*b.AbleToUpdateBundle {
		bundle += ", fixed until the next billing cycle"
	}
	list := [][2]string{{"state", state}, {"bundle", bundle}, {"tags", joinTags(b.Tags)}}
	for _, key := range keys {
		list = append(list, [2]string{"access key", text(key.AccessKeyId) + ", " + string(key.Status)})
	}
	for _, user := range b.ResourcesReceivingAccess {
		list = append(list, [2]string{"used by", text(user.Name)})
	}
	if logs := b.AccessLogConfig; logs != nil && aws.ToBool(logs.Enabled) {
		list = append(list, [2]string{"logged to", aws.ToString(logs.Destination) + "/" + aws.ToString(logs.Prefix)})
	}
	return list
}

func joinTags(tags []types.Tag) string {
	var parts []string
	for _, tag := range tags {
		parts = append(parts, aws.ToString(tag.Key)+"="+aws.ToString(tag.Value))
	}
	return strings.Join(parts, " ")
}

// shortMessage returns the error message for the table. It replaces the long text
// of the SDK by the error of the service.
func shortMessage(err error) string {
	var operation *smithy.OperationError
	var api smithy.APIError
	if errors.As(err, &operation) && errors.As(err, &api) {
		return strings.Replace(err.Error(), operation.Error(), api.ErrorCode()+": "+api.ErrorMessage(), 1)
	}
	return err.Error()
}

// text returns the text of a table cell, and "-" for nil.
func text(p *string) string {
	if p == nil {
		return "-"
	}
	return terminal.Line(*p)
}

// number returns the text of a table cell, and "-" for nil.
func number(p *int32) string {
	if p == nil {
		return "-"
	}
	return fmt.Sprint(*p)
}
