package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

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
	bundles := [][]string{{"BUNDLE", "STORAGE GB", "TRANSFER GB", "USD/MONTH", "NAME"}}
	for _, b := range r.Bundles {
		price := "-"
		if b.Price != nil {
			price = fmt.Sprintf("%.2f", *b.Price)
		}
		bundles = append(bundles, []string{
			text(b.BundleId), fmt.Sprintf("%10s", number(b.StoragePerMonthInGb)), fmt.Sprintf("%11s", number(b.TransferPerMonthInGb)),
			fmt.Sprintf("%9s", price), text(b.Name),
		})
	}
	steps := [][]string{{"STEP", "BUCKET", "RESULT"}}
	for _, s := range r.Steps {
		result := string(s.Result)
		if s.Detail != "" {
			result += ": " + s.Detail
		}
		steps = append(steps, []string{s.Step, s.Bucket, result})
	}
	tables := [][][]string{bundles, steps}
	if key := r.AccessKey; key != nil && key.SecretAccessKey != nil {
		tables = append(tables, [][]string{
			{"Secret of access key " + text(key.AccessKeyId) + " (cannot be retrieved again):"}, {text(key.SecretAccessKey)},
		})
	}
	if r.Bucket != nil {
		tables = append(tables, properties(r.Bucket, r.Keys))
	}
	var b bytes.Buffer
	for i, rows := range tables {
		if i > 0 {
			b.WriteString("\n")
		}
		if err := terminal.WriteTable(&b, rows); err != nil {
			return err
		}
	}
	_, err := b.WriteTo(w)
	return err
}

// summary prints the number of steps for each result, the complete error of each failed
// step, and the remaining buckets. It returns an error if not all steps succeeded.
func (r *report) summary(w io.Writer, o *options) error {
	count := map[result]int{}
	for _, s := range r.Steps {
		count[s.Result]++
	}
	parts := []string{terminal.Count(count[done], "step") + " done"}
	for _, result := range []result{failed, interrupted} {
		if n := count[result]; n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", n, result))
		}
	}
	fmt.Fprintf(w, "In %s: %s\n", r.Region, strings.Join(parts, ", "))
	for _, s := range r.Steps {
		if s.Result == failed {
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
		return fmt.Errorf("%s failed", terminal.Count(count[failed], "step"))
	}
	return nil
}

// properties returns the names and values to print for a bucket and its keys.
func properties(b *types.Bucket, keys []types.AccessKey) [][]string {
	state := "-"
	if b.State != nil {
		state = text(b.State.Code)
	}
	bundle := text(b.BundleId)
	if b.AbleToUpdateBundle != nil && !*b.AbleToUpdateBundle {
		bundle += ", fixed until the next billing cycle"
	}
	list := [][]string{
		{"BUCKET", text(b.Name)}, {"state", state}, {"url", text(b.Url)}, {"bundle", bundle}, {"tags", joinTags(b.Tags)},
	}
	for _, key := range keys {
		list = append(list, []string{"access key", text(key.AccessKeyId) + ", " + string(key.Status)})
	}
	for _, user := range b.ResourcesReceivingAccess {
		list = append(list, []string{"used by", text(user.Name)})
	}
	if logs := b.AccessLogConfig; logs != nil && aws.ToBool(logs.Enabled) {
		list = append(list, []string{"logged to", aws.ToString(logs.Destination) + "/" + aws.ToString(logs.Prefix)})
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
