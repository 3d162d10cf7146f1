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

// A task is one call that every variant makes. Its functions return the number of
// items in the response, which must equal items.
type task struct {
	name         string
	items        int
	response     string // body of the response on the fake transport
	sessionToken string // of the credentials; "" for an IAM user
	ours         func(context.Context, *lightsail.Client) (int, error)
	official     func(context.Context, *official.Client) (int, error)
	baseline     func(context.Context, *baseline) (int, error)
}

// Names of the tasks in the tables and for -run.
const (
	emptyResponse        = "GetBuckets, empty response"
	emptyResponseSession = "GetBuckets, empty response, session token"
	bucketsOne           = "GetBuckets, 1 bucket"
	buckets100           = "GetBuckets, 100 buckets"
	buckets1000          = "GetBuckets, 1,000 buckets"
	bundles100           = "GetBundles, 100 bundles"
	instances100         = "GetInstances, 100 instances"
	deploymentOne        = "GetContainerServiceDeployments, 1 deployment"
	updateAllFields      = "UpdateBucket, all fields"
	concurrentSuffix     = ", 64 goroutines"
)

// concurrency is the number of goroutines that concurrentSuffix names.
const concurrency = 64

func tasks() ([]*task, error) {
	update, err := updateTask()
	return []*task{
		emptyTask(emptyResponse, ""),
		emptyTask(emptyResponseSession, sessionToken),
		bucketsTask(bucketsOne, 1),
		bucketsTask(buckets100, 100),
		bucketsTask(buckets1000, 1000),
		bundlesTask(),
		instancesTask(),
		deploymentTask(),
		update,
	}, err
}

func emptyTask(name, sessionToken string) *task {
	return &task{
		name:         name,
		response:     `{}`,
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
		baseline: func(ctx context.Context, b *baseline) (int, error) {
			_, err := b.send(ctx, "GetBuckets", []byte(`{}`))
			return 0, err
		},
	}
}

// bucketsTask returns a task that gets a page of n buckets. The page token is
// the number of buckets that the server returns.
func bucketsTask(name string, n int) *task {
	token := aws.String(strconv.Itoa(n))
	return &task{
		name:     name,
		items:    n,
		response: bucketsPage(n),
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
		baseline: func(ctx context.Context, b *baseline) (int, error) {
			return b.getBuckets(ctx, &lightsail.GetBucketsInput{PageToken: token})
		},
	}
}

func bundlesTask() *task {
	return &task{
		name:     bundles100,
		items:    100,
		response: bundlesPage(100),
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
		baseline: func(ctx context.Context, b *baseline) (int, error) { return b.getBundles(ctx) },
	}
}

func instancesTask() *task {
	return &task{
		name:     instances100,
		items:    100,
		response: instancesPage(100),
		ours: func(ctx context.Context, c *lightsail.Client) (int, error) {
			out, err := c.GetInstances(ctx, &lightsail.GetInstancesInput{})
			if err != nil {
				return 0, err
			}
			return len(out.Instances), nil
		},
		official: func(ctx context.Context, c *official.Client) (int, error) {
			out, err := c.GetInstances(ctx, &official.GetInstancesInput{})
			if err != nil {
				return 0, err
			}
			return len(out.Instances), nil
		},
		baseline: func(ctx context.Context, b *baseline) (int, error) { return b.getInstances(ctx) },
	}
}

func deploymentTask() *task {
	service := aws.String("shop")
	return &task{
		name:     deploymentOne,
		items:    1,
		response: deployment(),
		ours: func(ctx context.Context, c *lightsail.Client) (int, error) {
			out, err := c.GetContainerServiceDeployments(ctx, &lightsail.GetContainerServiceDeploymentsInput{ServiceName: service})
			if err != nil {
				return 0, err
			}
			return len(out.Deployments), nil
		},
		official: func(ctx context.Context, c *official.Client) (int, error) {
			out, err := c.GetContainerServiceDeployments(ctx, &official.GetContainerServiceDeploymentsInput{ServiceName: service})
			if err != nil {
				return 0, err
			}
			return len(out.Deployments), nil
		},
		baseline: func(ctx context.Context, b *baseline) (int, error) {
			return b.getDeployments(ctx, &lightsail.GetContainerServiceDeploymentsInput{ServiceName: service})
		},
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
	// The official struct has the same field names, which encoding/json matches
	// without regard to case.
	var officialInput official.UpdateBucketInput
	text, err := json.Marshal(in)
	if err == nil {
		err = json.Unmarshal(text, &officialInput)
	}
	return &task{
		name:     updateAllFields,
		items:    1,
		response: updatedBucket(),
		ours: func(ctx context.Context, c *lightsail.Client) (int, error) {
			out, err := c.UpdateBucket(ctx, in)
			if err != nil {
				return 0, err
			}
			return len(out.Operations), nil
		},
		official: func(ctx context.Context, c *official.Client) (int, error) {
			out, err := c.UpdateBucket(ctx, &officialInput)
			if err != nil {
				return 0, err
			}
			return len(out.Operations), nil
		},
		baseline: func(ctx context.Context, b *baseline) (int, error) { return b.updateBucket(ctx, in) },
	}, err
}
