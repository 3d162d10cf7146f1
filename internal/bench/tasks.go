package main

import (
	"context"
	"encoding/json"
	"strconv"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A task is what is done with each client. Each way of it tells how many items
// came back, which must be items.
type task struct {
	name         string
	items        int
	answer       string // for those who have no server
	sessionToken string // of the keys; "" for those of a user
	ours         func(context.Context, *lightsail.Client) (int, error)
	official     func(context.Context, *official.Client) (int, error)
	floor        func(context.Context, *floor) (int, error)
}

const (
	emptyAnswer = "GetBuckets, empty answer"
	roleKeys    = "GetBuckets, empty answer, keys of a role"
	bucketsOne  = "GetBuckets, 1 bucket"
	buckets100  = "GetBuckets, 100 buckets"
	buckets1000 = "GetBuckets, 1,000 buckets"
	bundles100  = "GetBundles, 100 bundles"
	updateOne   = "UpdateBucket, every member"
	atOnce      = ", 64 goroutines"
)

// manyGoroutines are those of atOnce.
const manyGoroutines = 64

func tasks() ([]*task, error) {
	update, err := updateTask()
	return []*task{
		emptyTask(emptyAnswer, ""),
		emptyTask(roleKeys, roleToken),
		bucketsTask(bucketsOne, 1),
		bucketsTask(buckets100, 100),
		bucketsTask(buckets1000, 1000),
		bundlesTask(),
		update,
	}, err
}

func emptyTask(name, sessionToken string) *task {
	return &task{
		name:         name,
		answer:       `{}`,
		sessionToken: sessionToken,
		ours: func(ctx context.Context, c *lightsail.Client) (int, error) {
			out, err := c.GetBuckets(ctx, &lightsail.GetBucketsInput{})
			if err != nil {
				return 0, err
			}
			return len(out.Buckets), nil
		},
		official: func(ctx context.Context, c *official.Client) (int, error) {
			out, err := c.GetBuckets(ctx, &official.GetBucketsInput{})
			if err != nil {
				return 0, err
			}
			return len(out.Buckets), nil
		},
		floor: func(ctx context.Context, f *floor) (int, error) {
			_, err := f.send(ctx, "GetBuckets", []byte(`{}`))
			return 0, err
		},
	}
}

// bucketsTask gets a page of n buckets. The server knows by the page token how
// many are wanted.
func bucketsTask(name string, n int) *task {
	token := aws.String(strconv.Itoa(n))
	return &task{
		name:   name,
		items:  n,
		answer: bucketsPage(n),
		ours: func(ctx context.Context, c *lightsail.Client) (int, error) {
			out, err := c.GetBuckets(ctx, &lightsail.GetBucketsInput{PageToken: token})
			if err != nil {
				return 0, err
			}
			return len(out.Buckets), nil
		},
		official: func(ctx context.Context, c *official.Client) (int, error) {
			out, err := c.GetBuckets(ctx, &official.GetBucketsInput{PageToken: token})
			if err != nil {
				return 0, err
			}
			return len(out.Buckets), nil
		},
		floor: func(ctx context.Context, f *floor) (int, error) {
			return f.getBuckets(ctx, &lightsail.GetBucketsInput{PageToken: token})
		},
	}
}

func bundlesTask() *task {
	return &task{
		name:   bundles100,
		items:  100,
		answer: bundlesPage(100),
		ours: func(ctx context.Context, c *lightsail.Client) (int, error) {
			out, err := c.GetBundles(ctx, &lightsail.GetBundlesInput{})
			if err != nil {
				return 0, err
			}
			return len(out.Bundles), nil
		},
		official: func(ctx context.Context, c *official.Client) (int, error) {
			out, err := c.GetBundles(ctx, &official.GetBundlesInput{})
			if err != nil {
				return 0, err
			}
			return len(out.Bundles), nil
		},
		floor: func(ctx context.Context, f *floor) (int, error) { return f.getBundles(ctx) },
	}
}

func updateTask() (*task, error) {
	in := &lightsail.UpdateBucketInput{
		BucketName:      aws.String("media-files-0007"),
		AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("access-logs"), Prefix: aws.String("logs/media-files-0007/")},
		AccessRules:     &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate},
		Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{
			AllowedMethods: []string{"GET", "PUT"}, AllowedOrigins: []string{"https://example.com"},
			AllowedHeaders: []string{"*"}, ExposeHeaders: []string{"ETag"}, Id: aws.String("web"), MaxAgeSeconds: aws.Int32(3600),
		}}},
		ReadonlyAccessAccounts: []string{"111122223333", "444455556666"},
		Versioning:             aws.String("Enabled"),
	}
	// The official structs have the same members, and encoding/json finds them
	// whatever their case.
	var theirs official.UpdateBucketInput
	text, err := json.Marshal(in)
	if err == nil {
		err = json.Unmarshal(text, &theirs)
	}
	return &task{
		name:   updateOne,
		items:  1,
		answer: bucketUpdated(),
		ours: func(ctx context.Context, c *lightsail.Client) (int, error) {
			out, err := c.UpdateBucket(ctx, in)
			if err != nil {
				return 0, err
			}
			return len(out.Operations), nil
		},
		official: func(ctx context.Context, c *official.Client) (int, error) {
			out, err := c.UpdateBucket(ctx, &theirs)
			if err != nil {
				return 0, err
			}
			return len(out.Operations), nil
		},
		floor: func(ctx context.Context, f *floor) (int, error) { return f.updateBucket(ctx, in) },
	}, err
}
