package lightsail_test

// This file is code as it is written against the official client; only two
// import paths were changed. internal/interop checks that it compiles against
// both.

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// The interfaces of a service: one method each, with the client's signature.
type (
	getBucketsAPI interface {
		GetBuckets(ctx context.Context, params *lightsail.GetBucketsInput, optFns ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error)
	}
	updateBucketAPI interface {
		UpdateBucket(ctx context.Context, params *lightsail.UpdateBucketInput, optFns ...func(*lightsail.Options)) (*lightsail.UpdateBucketOutput, error)
	}
	getBundlesAPI interface {
		GetBundles(ctx context.Context, params *lightsail.GetBundlesInput, optFns ...func(*lightsail.Options)) (*lightsail.GetBundlesOutput, error)
	}
)

var (
	_ getBucketsAPI   = (*lightsail.Client)(nil)
	_ updateBucketAPI = (*lightsail.Client)(nil)
	_ getBundlesAPI   = (*lightsail.Client)(nil)
)

// logService is a service that turns on access logs.
type logService struct {
	list   getBucketsAPI
	update updateBucketAPI
}

var errNoBucket = errors.New("no such bucket")

// unlogged names the buckets that have no access logs, page by page.
func (s logService) unlogged(ctx context.Context) (names []string, err error) {
	input := &lightsail.GetBucketsInput{}
	for {
		page, err := s.list.GetBuckets(ctx, input)
		if err != nil {
			return nil, fmt.Errorf("list buckets: %w", err)
		}
		for _, bucket := range page.Buckets {
			if bucket.AccessLogConfig == nil || !aws.ToBool(bucket.AccessLogConfig.Enabled) {
				names = append(names, aws.ToString(bucket.Name))
			}
		}
		if aws.ToString(page.NextPageToken) == "" {
			return names, nil
		}
		input.PageToken = page.NextPageToken
	}
}

// enable turns the logs of a bucket on.
func (s logService) enable(ctx context.Context, name, destination string) (types.OperationStatus, error) {
	out, err := s.update.UpdateBucket(ctx, &lightsail.UpdateBucketInput{
		BucketName:             aws.String(name),
		AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: &destination, Prefix: aws.String("logs/")},
		AccessRules:            &types.AccessRules{GetObject: types.AccessTypePrivate},
		ReadonlyAccessAccounts: []string{},
	}, func(o *lightsail.Options) {
		o.RetryMaxAttempts = 2
		o.AppID = "logs"
	})
	var notFound *types.NotFoundException
	switch {
	case errors.As(err, &notFound):
		return "", fmt.Errorf("%w: %s (%s)", errNoBucket, name, notFound.ErrorMessage())
	case err != nil:
		return "", err
	case len(out.Operations) == 0:
		return types.OperationStatusNotStarted, nil
	}
	return out.Operations[0].Status, nil
}

// fakeBuckets is the fake of the service's unit tests.
type fakeBuckets struct {
	pages [][]types.Bucket
	calls int
}

func (f *fakeBuckets) GetBuckets(_ context.Context, in *lightsail.GetBucketsInput, _ ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	out := &lightsail.GetBucketsOutput{Buckets: f.pages[f.calls]}
	if f.calls++; f.calls < len(f.pages) {
		out.NextPageToken = aws.String(fmt.Sprint("page ", f.calls))
	}
	if in.BucketName != nil {
		return nil, &types.NotFoundException{Message: aws.String("gone")}
	}
	return out, nil
}

func TestServiceOnAFake(t *testing.T) {
	s := logService{list: &fakeBuckets{pages: [][]types.Bucket{
		{{Name: aws.String("a")}, {Name: aws.String("b"), AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true)}}},
		{},
		{{Name: aws.String("c"), AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}}},
	}}}
	names, err := s.unlogged(context.Background())
	if err != nil || !slices.Equal(names, []string{"a", "c"}) {
		t.Errorf("%q, %v", names, err)
	}
}

// cloud is the HTTP side of the service, as little of it as the tests need.
type cloud struct {
	mu       sync.Mutex
	logging  map[string]bool
	requests []*http.Request
}

func (c *cloud) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.requests = append(c.requests, r)
	w.Header().Set("X-Amzn-RequestId", fmt.Sprint("request-", len(c.requests)))
	var in struct {
		BucketName      string
		AccessLogConfig struct{ Enabled bool }
	}
	if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
		w.WriteHeader(http.StatusBadRequest)
		return
	}
	switch _, op, _ := strings.Cut(r.Header.Get("X-Amz-Target"), "."); op {
	case "GetBuckets":
		io.WriteString(w, `{"buckets":[{"name":"photos","createdAt":1.6037E9}],"nextPageToken":""}`)
	case "UpdateBucket":
		if _, ok := c.logging[in.BucketName]; !ok {
			w.WriteHeader(http.StatusNotFound)
			io.WriteString(w, `{"__type":"NotFoundException","message":"The Bucket does not exist","code":"DoesNotExist","docs":"d","tip":"t"}`)
			return
		}
		c.logging[in.BucketName] = in.AccessLogConfig.Enabled
		io.WriteString(w, `{"operations":[{"status":"Succeeded"}]}`)
	default:
		w.WriteHeader(http.StatusNotFound)
		io.WriteString(w, `{"__type":"UnknownOperationException"}`)
	}
}

// offline serves a cloud without a network.
type offline struct{ cloud *cloud }

func (t offline) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	t.cloud.ServeHTTP(w, r)
	return w.Result(), nil
}

func staticKeys() aws.CredentialsProvider {
	return aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: "SECRET", SessionToken: "TOKEN"}, nil
	})
}

// The same service on each of the ways that tests put something in the place of
// AWS.
func TestServiceOnAClient(t *testing.T) {
	for _, test := range []struct {
		name   string
		client func(t *testing.T, c *cloud) *lightsail.Client
	}{
		{"RoundTripper in aws.Config", func(_ *testing.T, c *cloud) *lightsail.Client {
			return lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticKeys(), HTTPClient: &http.Client{Transport: offline{c}}})
		}},
		{"BaseEndpoint in aws.Config", func(t *testing.T, c *cloud) *lightsail.Client {
			server := httptest.NewServer(c)
			t.Cleanup(server.Close)
			return lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticKeys(), BaseEndpoint: aws.String(server.URL)})
		}},
		{"BaseEndpoint in an option", func(t *testing.T, c *cloud) *lightsail.Client {
			server := httptest.NewServer(c)
			t.Cleanup(server.Close)
			return lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticKeys()}, func(o *lightsail.Options) {
				o.BaseEndpoint = aws.String(server.URL + "/lightsail/")
			})
		}},
		{"New with TLS and a retryer", func(t *testing.T, c *cloud) *lightsail.Client {
			server := httptest.NewTLSServer(c)
			t.Cleanup(server.Close)
			return lightsail.New(lightsail.Options{Region: "eu-west-1", Credentials: staticKeys(), BaseEndpoint: &server.URL, HTTPClient: server.Client(),
				Retryer: retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts = 1 })})
		}},
		{"service options and API options", func(_ *testing.T, c *cloud) *lightsail.Client {
			cfg := aws.Config{Region: "eu-west-1", Credentials: staticKeys(), HTTPClient: &http.Client{Transport: offline{c}}}
			cfg.APIOptions = append(cfg.APIOptions, awsmiddleware.AddUserAgentKeyValue("tool", "1"))
			cfg.ServiceOptions = append(cfg.ServiceOptions, func(service string, options any) {
				if o, ok := options.(*lightsail.Options); ok && service == lightsail.ServiceID {
					o.Region = "us-west-2"
				}
			})
			return lightsail.NewFromConfig(cfg, lightsail.WithAPIOptions(func(stack *middleware.Stack) error {
				return stack.Build.Add(middleware.BuildMiddlewareFunc("nothing", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
					return next.HandleBuild(ctx, in)
				}), middleware.After)
			}))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := &cloud{logging: map[string]bool{"photos": false}}
			client := test.client(t, c)
			s := logService{list: client, update: client}
			ctx := context.Background()

			names, err := s.unlogged(ctx)
			if err != nil || !slices.Equal(names, []string{"photos"}) {
				t.Errorf("%q, %v", names, err)
			}
			status, err := s.enable(ctx, "photos", "logs")
			if err != nil || status != types.OperationStatusSucceeded || !c.logging["photos"] {
				t.Errorf("%s, %v, %v", status, c.logging, err)
			}
			_, err = s.enable(ctx, "missing", "logs")
			if !errors.Is(err, errNoBucket) || err.Error() != "no such bucket: missing (The Bucket does not exist)" {
				t.Errorf("error %v", err)
			}

			for i, target := range []string{"GetBuckets", "UpdateBucket", "UpdateBucket"} {
				r := c.requests[i]
				if got := r.Header.Get("X-Amz-Target"); r.Method != "POST" || got != "Lightsail_20161128."+target {
					t.Errorf("request %d is a %s for %s", i, r.Method, got)
				}
				if !strings.HasPrefix(r.Header.Get("Authorization"), "AWS4-HMAC-SHA256 Credential=AKID/") || r.Header.Get("X-Amz-Security-Token") != "TOKEN" {
					t.Errorf("request %d is signed by %q", i, r.Header.Get("Authorization"))
				}
			}
			if ua := c.requests[1].Header.Get("User-Agent"); !strings.Contains(ua, "app/logs") {
				t.Errorf("user agent %q", ua)
			}
		})
	}
}

// What callers look for in errors and in metadata.
func TestServiceReadsErrors(t *testing.T) {
	c := &cloud{logging: map[string]bool{}}
	client := lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticKeys(), HTTPClient: &http.Client{Transport: offline{c}}})
	ctx := context.Background()

	_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: aws.String("missing")})
	var notFound *types.NotFoundException
	if !errors.As(err, &notFound) || aws.ToString(notFound.Code) != "DoesNotExist" || aws.ToString(notFound.Docs) != "d" || aws.ToString(notFound.Tip) != "t" {
		t.Errorf("%v: %+v", err, notFound)
	}
	var response *awshttp.ResponseError
	if !errors.As(err, &response) || response.HTTPStatusCode() != http.StatusNotFound || response.ServiceRequestID() != "request-1" {
		t.Errorf("%v: %+v", err, response)
	}
	var operation *smithy.OperationError
	if !errors.As(err, &operation) || operation.Service() != lightsail.ServiceID || operation.Operation() != "UpdateBucket" {
		t.Errorf("%v: %+v", err, operation)
	}

	_, err = client.GetBundles(ctx, nil)
	var api smithy.APIError
	if !errors.As(err, &api) || api.ErrorCode() != "UnknownOperationException" {
		t.Errorf("%v: %+v", err, api)
	}

	_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{})
	var params smithy.InvalidParamsError
	if !errors.As(err, &params) || params.Len() != 2 {
		t.Errorf("%v: %+v", err, params)
	}

	out, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{})
	if err != nil {
		t.Fatal(err)
	}
	if id, ok := awsmiddleware.GetRequestIDMetadata(out.ResultMetadata); !ok || id != "request-3" {
		t.Errorf("request ID %q", id)
	}
	if got := out.Buckets[0].CreatedAt.Unix(); got != 1603700000 {
		t.Errorf("created at %d", got)
	}
	if attempts, ok := retry.GetAttemptResults(out.ResultMetadata); !ok || len(attempts.Results) != 1 {
		t.Errorf("attempts %+v", attempts)
	}
}
