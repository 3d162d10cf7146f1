package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A runner runs the steps of the program and records their results in a report.
type runner struct {
	client   *lightsail.Client
	options  *options
	progress *terminal.Progress
	report   *report
}

func newRunner(client *lightsail.Client, o *options, progress *terminal.Progress) *runner {
	return &runner{client, o, progress, &report{
		Region: client.Options().Region, Bundles: []types.BucketBundle{}, Steps: []*step{}, Remaining: []*remainingBucket{},
	}}
}

// prepare gets the bundles, and checks that the requested bundles exist and the
// requested buckets do not. It does not modify anything.
func (r *runner) prepare(ctx context.Context) error {
	r.progress.Show("listing bundles")
	out, err := r.client.GetBucketBundles(ctx, nil)
	if err != nil {
		return fmt.Errorf("list bundles: %w", err)
	}
	var ids []string
	for _, b := range out.Bundles {
		ids = append(ids, aws.ToString(b.BundleId))
	}
	r.report.Bundles = append(r.report.Bundles, out.Bundles...)
	slices.SortStableFunc(r.report.Bundles, func(a, b types.BucketBundle) int {
		return cmp.Compare(aws.ToFloat32(a.Price), aws.ToFloat32(b.Price))
	})
	for _, f := range []struct{ name, id string }{{"-bundle", r.options.bundle}, {"-next-bundle", r.options.nextBundle}} {
		if !slices.Contains(ids, f.id) {
			return fmt.Errorf("%s: unknown bucket bundle %s: use one of %s", f.name, f.id, strings.Join(ids, ", "))
		}
	}
	for _, f := range []struct{ flag, name string }{{"-name", r.options.name}, {"-destination", r.options.destination}} {
		name := f.name
		r.progress.Show("checking bucket name %s", name)
		out, err := r.client.GetBuckets(ctx, byName(name))
		switch {
		case err == nil && len(out.Buckets) > 0:
			return fmt.Errorf("%s: bucket %s already exists: choose a name that is not in use", f.flag, name)
		case err != nil && !lightsail.IsNotFound(err):
			return fmt.Errorf("check bucket name %s: %w", name, err)
		}
	}
	return nil
}

// An action is the function that runs a step. It returns the detail to report.
type action struct {
	name   string
	bucket string
	do     func(ctx context.Context, bucket string) (string, error)
}

// run runs all steps up to the first failure, and then deletes the buckets that it
// created.
func (r *runner) run(ctx context.Context) {
	actions := []action{
		{"create", r.options.name, r.create},
		{"tag", r.options.name, r.tag},
		{"access key", r.options.name, r.createAccessKey},
	}
	if r.options.instance != "" {
		actions = append(actions, action{"attach", r.options.name, r.attach})
	}
	actions = append(actions,
		action{"create", r.options.destination, r.create},
		action{"access logs", r.options.name, r.enableAccessLogs},
		action{"change bundle", r.options.name, r.changeBundle},
		action{"inspect", r.options.name, r.inspect},
	)
	for _, a := range actions {
		if r.step(ctx, a) != nil {
			break
		}
	}
	if r.options.keep {
		return
	}
	for _, b := range slices.Clone(r.report.Remaining) {
		// If CreateBucket was not confirmed, the bucket could belong to another user.
		if b.created {
			r.step(ctx, action{"delete", b.Bucket, r.delete})
		}
	}
}

// step runs an action and records its result.
func (r *runner) step(ctx context.Context, a action) error {
	if ctx.Err() != nil {
		r.report.Interrupted = true
		return ctx.Err()
	}
	r.progress.Show("%s %s", a.name, a.bucket)
	s := &step{Step: a.name, Bucket: a.bucket, Result: done}
	r.report.Steps = append(r.report.Steps, s)
	detail, err := a.do(ctx, a.bucket)
	s.Detail = detail
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		r.report.Interrupted = true
		s.Result, s.Detail = interrupted, "outcome unknown"
	default:
		s.Result, s.Detail = failed, shortMessage(err)
	}
	s.Error = err.Error()
	return err
}
