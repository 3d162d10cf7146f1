package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A life is that of a bucket.
type life struct {
	client *lightsail.Client
	o      *options
	tell   *terminal.Progress
	report *report
}

func newLife(client *lightsail.Client, o *options, tell *terminal.Progress) *life {
	return &life{client, o, tell, &report{
		Region: client.Options().Region, Bundles: []types.BucketBundle{}, Steps: []*step{}, Left: []*made{},
	}}
}

// prepare reads the plans and finds out whether all can be done. It changes
// nothing.
func (l *life) prepare(ctx context.Context) error {
	l.tell.Show("reading the plans")
	out, err := l.client.GetBucketBundles(ctx, nil)
	if err != nil {
		return fmt.Errorf("reading the plans: %w", err)
	}
	var ids []string
	for _, b := range out.Bundles {
		ids = append(ids, aws.ToString(b.BundleId))
	}
	l.report.Bundles = append(l.report.Bundles, out.Bundles...)
	slices.SortStableFunc(l.report.Bundles, func(a, b types.BucketBundle) int {
		return cmp.Compare(aws.ToFloat32(a.Price), aws.ToFloat32(b.Price))
	})
	for _, id := range []string{l.o.bundle, l.o.nextBundle} {
		if !slices.Contains(ids, id) {
			return fmt.Errorf("there is no plan %s for buckets, only %s", id, strings.Join(ids, ", "))
		}
	}
	for _, name := range []string{l.o.name, l.o.destination} {
		l.tell.Show("looking for %s", name)
		out, err := l.client.GetBuckets(ctx, byName(name))
		switch {
		case err == nil && len(out.Buckets) > 0:
			return fmt.Errorf("there is a bucket %s already, and only new ones are used", name)
		case err != nil && !lightsail.IsNotFound(err):
			return fmt.Errorf("looking for bucket %s: %w", name, err)
		}
	}
	return nil
}

// A stage is what is done at a time of life. It returns what there is to tell.
type stage struct {
	name   string
	bucket string
	do     func(ctx context.Context, bucket string) (string, error)
}

// live goes through all stages, to the first failure, and then deletes what it
// has made.
func (l *life) live(ctx context.Context) {
	stages := []stage{
		{"create", l.o.name, l.create},
		{"tag", l.o.name, l.tag},
		{"access key", l.o.name, l.makeAccessKey},
	}
	if l.o.instance != "" {
		stages = append(stages, stage{"attach", l.o.name, l.attach})
	}
	stages = append(stages,
		stage{"create", l.o.destination, l.create},
		stage{"access logs", l.o.name, l.logAccess},
		stage{"change plan", l.o.name, l.changePlan},
		stage{"look", l.o.name, l.look},
	)
	for _, s := range stages {
		if l.step(ctx, s) != nil {
			break
		}
	}
	if l.o.keep {
		return
	}
	for _, b := range slices.Clone(l.report.Left) {
		// Of one that is not known to be made here, somebody else may be the owner.
		if b.ours {
			l.step(ctx, stage{"delete", b.Bucket, l.delete})
		}
	}
}

// step goes through a stage and notes how that went.
func (l *life) step(ctx context.Context, s stage) error {
	if ctx.Err() != nil {
		l.report.Interrupted = true
		return ctx.Err()
	}
	l.tell.Show("%s %s", s.name, s.bucket)
	noted := &step{Step: s.name, Bucket: s.bucket, Result: done}
	l.report.Steps = append(l.report.Steps, noted)
	detail, err := s.do(ctx, s.bucket)
	noted.Detail = detail
	switch {
	case err == nil:
		return nil
	case ctx.Err() != nil:
		l.report.Interrupted = true
		noted.Result, noted.Detail = interrupted, "it may have been done or not"
	default:
		noted.Result, noted.Detail = failed, brief(err)
	}
	noted.Error = err.Error()
	return err
}

// create makes a bucket and waits until it can be used.
func (l *life) create(ctx context.Context, bucket string) (string, error) {
	b := &made{Bucket: bucket}
	l.report.Left = append(l.report.Left, b)
	// It is tried once. Where an answer is lost, a second attempt would meet the
	// bucket of the first one, and could not tell it from that of somebody else.
	once := func(o *lightsail.Options) { o.RetryMaxAttempts = 1 }
	out, err := l.client.CreateBucket(ctx, &lightsail.CreateBucketInput{BucketName: &bucket, BundleId: &l.o.bundle}, once)
	if err != nil {
		if refused(err) {
			l.forget(b)
		}
		return "", err
	}
	b.ours = true
	if err := l.finish(ctx, out.Operations); err != nil {
		return "", err
	}
	seen, err := lightsail.NewBucketAvailableWaiter(l.client).WaitForOutput(ctx, byName(bucket), atMost, l.looks)
	if err != nil {
		return "", err
	}
	b.Sure = true
	return l.o.bundle + ", " + aws.ToString(seen.Buckets[0].Url), nil
}

func (l *life) tag(ctx context.Context, bucket string) (string, error) {
	out, err := l.client.TagResource(ctx, &lightsail.TagResourceInput{ResourceName: &bucket, Tags: l.o.tags})
	if err != nil {
		return "", err
	}
	return joinTags(l.o.tags), l.finish(ctx, out.Operations)
}

func (l *life) makeAccessKey(ctx context.Context, bucket string) (string, error) {
	out, err := l.client.CreateBucketAccessKey(ctx, &lightsail.CreateBucketAccessKeyInput{BucketName: &bucket})
	if err != nil {
		return "", err
	}
	if out.AccessKey == nil {
		return "", errors.New("the answer has no access key")
	}
	key := *out.AccessKey
	detail := aws.ToString(key.AccessKeyId)
	if !l.o.showSecret {
		key.SecretAccessKey = nil
		detail += ", its secret is hidden"
	}
	// The secret comes once, so it is noted before anything else can fail.
	l.report.AccessKey = &key
	return detail, l.finish(ctx, out.Operations)
}

func (l *life) attach(ctx context.Context, bucket string) (string, error) {
	out, err := l.client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{
		BucketName: &bucket, ResourceName: &l.o.instance, Access: types.ResourceBucketAccessAllow,
	})
	if err != nil {
		return "", err
	}
	return l.o.instance, l.finish(ctx, out.Operations)
}

func (l *life) logAccess(ctx context.Context, bucket string) (string, error) {
	prefix := bucket + "/"
	out, err := l.client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
		BucketName: &bucket, AccessLogConfig: lightsail.AccessLogOn(l.o.destination, prefix),
	})
	if err != nil {
		return "", err
	}
	return "to " + l.o.destination + "/" + prefix, l.finish(ctx, out.Operations)
}

func (l *life) changePlan(ctx context.Context, bucket string) (string, error) {
	out, err := l.client.UpdateBucketBundle(ctx, &lightsail.UpdateBucketBundleInput{BucketName: &bucket, BundleId: &l.o.nextBundle})
	if err != nil {
		return "", err
	}
	return l.o.bundle + " to " + l.o.nextBundle, l.finish(ctx, out.Operations)
}

// look reads all that there is to know of a bucket.
func (l *life) look(ctx context.Context, bucket string) (string, error) {
	in := byName(bucket)
	in.IncludeConnectedResources = aws.Bool(true)
	out, err := l.client.GetBuckets(ctx, in)
	if err != nil {
		return "", err
	}
	if len(out.Buckets) == 0 {
		return "", fmt.Errorf("there is no bucket %s", bucket)
	}
	keys, err := l.client.GetBucketAccessKeys(ctx, &lightsail.GetBucketAccessKeysInput{BucketName: &bucket})
	if err != nil {
		return "", err
	}
	l.report.Bucket, l.report.Keys = &out.Buckets[0], keys.AccessKeys
	return "", nil
}

// delete deletes a bucket, whatever is in it, and waits until it is gone.
func (l *life) delete(ctx context.Context, bucket string) (string, error) {
	i := slices.IndexFunc(l.report.Left, func(b *made) bool { return b.Bucket == bucket })
	b := l.report.Left[i]
	wasSure := b.Sure
	out, err := l.client.DeleteBucket(ctx, &lightsail.DeleteBucketInput{BucketName: &bucket, ForceDelete: aws.Bool(true)})
	switch {
	case err == nil:
		b.Sure = false
		if err := l.finish(ctx, out.Operations); err != nil {
			return "", err
		}
		if err := lightsail.NewBucketDeletedWaiter(l.client).Wait(ctx, byName(bucket), atMost, l.looks); err != nil {
			return "", err
		}
	case lightsail.IsNotFound(err) && wasSure:
		// Somebody else was faster. One that never showed may be still to come.
	default:
		b.Sure = wasSure && refused(err)
		return "", err
	}
	l.forget(b)
	return "", nil
}

// forget notes that a bucket is not left.
func (l *life) forget(b *made) {
	l.report.Left = slices.DeleteFunc(l.report.Left, func(other *made) bool { return other == b })
}
