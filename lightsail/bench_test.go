package lightsail_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// The benchmarks are for benchstat. internal/bench compares this client with the
// official one.

// benchmarkPaths are the paths through the pipeline, as client options.
var benchmarkPaths = map[string]func(*lightsail.Options){"direct": directPath, "middleware": middlewarePath}

func BenchmarkCall(b *testing.B) {
	for name, path := range benchmarkPaths {
		b.Run(name, func(b *testing.B) {
			client := newClient(staticResponse(`{}`), path)
			measure(b, func() error {
				_, err := client.GetBuckets(b.Context(), nil)
				return err
			})
		})
	}
}

func BenchmarkCallParallel(b *testing.B) {
	client := newClient(staticResponse(`{}`))
	b.SetParallelism(32)
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			if _, err := client.GetBuckets(b.Context(), nil); err != nil {
				b.Error(err)
				return
			}
		}
	})
}

// BenchmarkCallOption measures a call with an option function.
func BenchmarkCallOption(b *testing.B) {
	client := newClient(staticResponse(`{}`))
	measure(b, func() error {
		_, err := client.GetBuckets(b.Context(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 5 })
		return err
	})
}

func BenchmarkUpdate(b *testing.B) {
	for name, path := range benchmarkPaths {
		b.Run(name, func(b *testing.B) {
			client := newClient(staticResponse(pageJSON(b, 1)), path)
			in := fullUpdate()
			measure(b, func() error {
				_, err := client.UpdateBucket(b.Context(), in)
				return err
			})
		})
	}
}

func BenchmarkPage(b *testing.B) {
	for _, n := range []int{1, 100, 1000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			text := pageJSON(b, n)
			client := newClient(staticResponse(text))
			b.SetBytes(int64(len(text)))
			measure(b, func() error { return getPage(b.Context(), client, n) })
		})
	}
}

// BenchmarkPaginator lists ten pages.
func BenchmarkPaginator(b *testing.B) {
	client := newClient(pageCycle(pageJSON(b, 100), 10))
	measure(b, func() error { return allPages(b.Context(), client, 1000) })
}

// measure benchmarks f.
func measure(b *testing.B, f func() error) {
	b.ReportAllocs()
	for b.Loop() {
		if err := f(); err != nil {
			b.Fatal(err)
		}
	}
}

func getPage(ctx context.Context, client *lightsail.Client, buckets int) error {
	out, err := client.GetBuckets(ctx, nil)
	if err == nil && len(out.Buckets) != buckets {
		err = fmt.Errorf("got %d buckets, want %d", len(out.Buckets), buckets)
	}
	return err
}

func allPages(ctx context.Context, client *lightsail.Client, buckets int) error {
	n := 0
	for _, err := range lightsail.NewGetBucketsPaginator(client, nil).All(ctx) {
		if err != nil {
			return err
		}
		n++
	}
	if n != buckets {
		return fmt.Errorf("got %d buckets, want %d", n, buckets)
	}
	return nil
}

// staticResponse returns an HTTP client that always returns the same response. All
// responses share one header map, to add as few allocations as possible.
func staticResponse(body string) doFunc {
	header := http.Header{"X-Amzn-Requestid": {"7a1e-request"}, "Content-Type": {"application/x-amz-json-1.1"}}
	return func(r *http.Request) (*http.Response, error) {
		return &http.Response{
			StatusCode:    http.StatusOK,
			Proto:         "HTTP/1.1",
			ProtoMajor:    1,
			ProtoMinor:    1,
			Header:        header,
			Body:          io.NopCloser(strings.NewReader(body)),
			ContentLength: int64(len(body)),
		}, nil
	}
}

// pageCycle returns an HTTP client that returns n pages in a cycle. page is a
// page without a token; pageCycle adds one to all pages but the last.
func pageCycle(page string, n int) doFunc {
	var pages []doFunc
	for i := range n - 1 {
		pages = append(pages, staticResponse(strings.TrimSuffix(page, "}")+fmt.Sprintf(`,"nextPageToken":"%d"}`, i)))
	}
	pages = append(pages, staticResponse(page))
	next := 0
	return func(r *http.Request) (*http.Response, error) {
		do := pages[next]
		next = (next + 1) % n
		return do(r)
	}
}

// pageJSON returns a page of n buckets with the fields that a bucket usually has.
// It also contains the first bucket as the output
// of UpdateBucket.
func pageJSON(tb testing.TB, n int) string {
	tb.Helper()
	buckets := make([]types.Bucket, n)
	for i := range buckets {
		name := fmt.Sprintf("media-files-%04d", i)
		buckets[i] = types.Bucket{
			AbleToUpdateBundle:     aws.Bool(true),
			AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("access-logs"), Prefix: aws.String("logs/" + name + "/")},
			AccessRules:            &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate},
			Arn:                    aws.String(fmt.Sprintf("arn:aws:lightsail:us-east-1:111122223333:Bucket/f067b03e-%04d-4a2a-9e1c-6b1d3c0e7f21", i)),
			BundleId:               aws.String("medium_1_0"),
			CreatedAt:              aws.Time(time.Unix(1635800000+int64(i), 0)),
			Location:               &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
			Name:                   aws.String(name),
			ObjectVersioning:       aws.String("NeverEnabled"),
			ReadonlyAccessAccounts: []string{"444455556666"},
			ResourceType:           aws.String("Bucket"),
			State:                  &types.BucketState{Code: aws.String("OK")},
			SupportCode:            aws.String("621291663362/" + name),
			Tags:                   []types.Tag{{Key: aws.String("team"), Value: aws.String("web")}, {Key: aws.String("environment"), Value: aws.String("production")}},
			Url:                    aws.String("https://" + name + ".s3.us-east-1.amazonaws.com/"),
		}
	}
	text, err := awsjson.Marshal(&struct {
		Bucket  *types.Bucket  `json:"bucket"`
		Buckets []types.Bucket `json:"buckets"`
	}{&buckets[0], buckets})
	if err != nil {
		tb.Fatal(err)
	}
	return string(text)
}

// fullUpdate returns an input with all fields set.
func fullUpdate() *lightsail.UpdateBucketInput {
	return &lightsail.UpdateBucketInput{
		BucketName:      aws.String("media-files-0000"),
		AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("access-logs"), Prefix: aws.String("logs/media-files-0000/")},
		AccessRules:     &types.AccessRules{AllowPublicOverrides: aws.Bool(false), GetObject: types.AccessTypePrivate},
		Cors: &types.BucketCorsConfig{Rules: []types.BucketCorsRule{{
			AllowedMethods: []string{"GET", "PUT"}, AllowedOrigins: []string{"https://example.com"},
			AllowedHeaders: []string{"*"}, ExposeHeaders: []string{"ETag"}, Id: aws.String("web"), MaxAgeSeconds: aws.Int32(3600),
		}}},
		ReadonlyAccessAccounts: []string{"111122223333", "444455556666"},
		Versioning:             aws.String("Enabled"),
	}
}
