package lightsail_test

// This file is code written for the official client with two import paths changed.
// internal/interop compiles and runs it with both clients.

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

// Interfaces with one method of the client each, as applications declare them.
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

// logService is an application that enables access logs.
type logService struct {
	list   getBucketsAPI
	update updateBucketAPI
}

var errNoBucket = errors.New("no such bucket")

// unlogged returns the names of the buckets without access logs.
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

// enable enables the access logs of a bucket.
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

// fakeBuckets is a fake client for unit tests of logService.
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

func TestServiceWithFakeClient(t *testing.T) {
	t.Parallel()
	s := logService{list: &fakeBuckets{pages: [][]types.Bucket{
		{{Name: aws.String("a")}, {Name: aws.String("b"), AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(true)}}},
		{},
		{{Name: aws.String("c"), AccessLogConfig: &types.BucketAccessLogConfig{Enabled: aws.Bool(false)}}},
	}}}
	names, err := s.unlogged(context.Background())
	if err != nil || !slices.Equal(names, []string{"a", "c"}) {
		t.Errorf("got names %q and error %v, want a and c", names, err)
	}
}

// lightsailHandler implements the part of the Lightsail API that these tests use.
type lightsailHandler struct {
	mu       sync.Mutex
	logging  map[string]bool
	requests []*http.Request
}

func (h *lightsailHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.requests = append(h.requests, r)
	w.Header().Set("X-Amzn-RequestId", fmt.Sprint("request-", len(h.requests)))
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
		if _, ok := h.logging[in.BucketName]; !ok {
			w.WriteHeader(http.StatusNotFound)
			io.WriteString(w, `{"__type":"NotFoundException","message":"The Bucket does not exist","code":"DoesNotExist","docs":"d","tip":"t"}`)
			return
		}
		h.logging[in.BucketName] = in.AccessLogConfig.Enabled
		io.WriteString(w, `{"operations":[{"status":"Succeeded"}]}`)
	default:
		w.WriteHeader(http.StatusNotFound)
		io.WriteString(w, `{"__type":"UnknownOperationException"}`)
	}
}

// handlerTransport calls a handler without a network.
type handlerTransport struct{ handler *lightsailHandler }

func (t handlerTransport) RoundTrip(r *http.Request) (*http.Response, error) {
	w := httptest.NewRecorder()
	t.handler.ServeHTTP(w, r)
	return w.Result(), nil
}

func staticCredentials() aws.CredentialsProvider {
	return aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
		return aws.Credentials{AccessKeyID: "AKID", SecretAccessKey: "SECRET", SessionToken: "TOKEN"}, nil
	})
}

// TestServiceWithClient runs logService with clients that are configured for a test
// server in different ways.
func TestServiceWithClient(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name   string
		client func(t *testing.T, h *lightsailHandler) *lightsail.Client
	}{
		{"RoundTripper in aws.Config", func(_ *testing.T, h *lightsailHandler) *lightsail.Client {
			return lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticCredentials(), HTTPClient: &http.Client{Transport: handlerTransport{h}}})
		}},
		{"BaseEndpoint in aws.Config", func(t *testing.T, h *lightsailHandler) *lightsail.Client {
			server := httptest.NewServer(h)
			t.Cleanup(server.Close)
			return lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticCredentials(), BaseEndpoint: aws.String(server.URL)})
		}},
		{"BaseEndpoint in an option", func(t *testing.T, h *lightsailHandler) *lightsail.Client {
			server := httptest.NewServer(h)
			t.Cleanup(server.Close)
			return lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticCredentials()}, func(o *lightsail.Options) {
				o.BaseEndpoint = aws.String(server.URL + "/lightsail/")
			})
		}},
		{"New with TLS and a retryer", func(t *testing.T, h *lightsailHandler) *lightsail.Client {
			server := httptest.NewTLSServer(h)
			t.Cleanup(server.Close)
			return lightsail.New(lightsail.Options{Region: "eu-west-1", Credentials: staticCredentials(), BaseEndpoint: &server.URL, HTTPClient: server.Client(),
				Retryer: retry.NewStandard(func(o *retry.StandardOptions) { o.MaxAttempts = 1 })})
		}},
		{"service options and API options", func(_ *testing.T, h *lightsailHandler) *lightsail.Client {
			cfg := aws.Config{Region: "eu-west-1", Credentials: staticCredentials(), HTTPClient: &http.Client{Transport: handlerTransport{h}}}
			cfg.APIOptions = append(cfg.APIOptions, awsmiddleware.AddUserAgentKeyValue("tool", "1"))
			cfg.ServiceOptions = append(cfg.ServiceOptions, func(service string, options any) {
				if o, ok := options.(*lightsail.Options); ok && service == lightsail.ServiceID {
					o.Region = "us-west-2"
				}
			})
			return lightsail.NewFromConfig(cfg, lightsail.WithAPIOptions(func(stack *middleware.Stack) error {
				return stack.Build.Add(middleware.BuildMiddlewareFunc("noop", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
					return next.HandleBuild(ctx, in)
				}), middleware.After)
			}))
		}},
	} {
		t.Run(test.name, func(t *testing.T) {
			h := &lightsailHandler{logging: map[string]bool{"photos": false}}
			client := test.client(t, h)
			s := logService{list: client, update: client}
			ctx := context.Background()

			names, err := s.unlogged(ctx)
			if err != nil || !slices.Equal(names, []string{"photos"}) {
				t.Errorf("got names %q and error %v, want photos", names, err)
			}
			status, err := s.enable(ctx, "photos", "logs")
			if err != nil || status != types.OperationStatusSucceeded || !h.logging["photos"] {
				t.Errorf("got status %s, logging %v, error %v, want Succeeded and photos enabled", status, h.logging, err)
			}
			_, err = s.enable(ctx, "missing", "logs")
			if want := "no such bucket: missing (The Bucket does not exist)"; !errors.Is(err, errNoBucket) || err.Error() != want {
				t.Errorf("got error %v, want %s", err, want)
			}

			for i, target := range []string{"GetBuckets", "UpdateBucket", "UpdateBucket"} {
				r := h.requests[i]
				if got := r.Header.Get("X-Amz-Target"); r.Method != "POST" || got != "Lightsail_20161128."+target {
					t.Errorf("request %d: got %s for %s, want POST for %s", i, r.Method, got, target)
				}
				if !strings.HasPrefix(r.Header.Get("Authorization"), "AWS4-HMAC-SHA256 Credential=AKID/") || r.Header.Get("X-Amz-Security-Token") != "TOKEN" {
					t.Errorf("request %d: got Authorization %q, want key AKID and token TOKEN", i, r.Header.Get("Authorization"))
				}
			}
			if ua := h.requests[1].Header.Get("User-Agent"); !strings.Contains(ua, "app/logs") {
				t.Errorf("got User-Agent %q, want app/logs in it", ua)
			}
		})
	}
}

// TestServiceErrors checks the errors and metadata that applications use.
func TestServiceErrors(t *testing.T) {
	t.Parallel()
	h := &lightsailHandler{logging: map[string]bool{}}
	client := lightsail.NewFromConfig(aws.Config{Region: "eu-west-1", Credentials: staticCredentials(), HTTPClient: &http.Client{Transport: handlerTransport{h}}})
	ctx := context.Background()

	_, err := client.UpdateBucket(ctx, &lightsail.UpdateBucketInput{BucketName: aws.String("missing")})
	var notFound *types.NotFoundException
	if !errors.As(err, &notFound) || aws.ToString(notFound.Code) != "DoesNotExist" || aws.ToString(notFound.Docs) != "d" || aws.ToString(notFound.Tip) != "t" {
		t.Errorf("got error %v with %+v, want a NotFoundException with code, docs and tip", err, notFound)
	}
	var respErr *awshttp.ResponseError
	if !errors.As(err, &respErr) || respErr.HTTPStatusCode() != http.StatusNotFound || respErr.ServiceRequestID() != "request-1" {
		t.Errorf("got error %v with %+v, want a ResponseError with status 404 and request-1", err, respErr)
	}
	var operation *smithy.OperationError
	if !errors.As(err, &operation) || operation.Service() != lightsail.ServiceID || operation.Operation() != "UpdateBucket" {
		t.Errorf("got error %v with %+v, want an OperationError of UpdateBucket", err, operation)
	}

	_, err = client.GetBundles(ctx, nil)
	var api smithy.APIError
	if !errors.As(err, &api) || api.ErrorCode() != "UnknownOperationException" {
		t.Errorf("got error %v with %+v, want code UnknownOperationException", err, api)
	}

	_, err = client.CreateBucket(ctx, &lightsail.CreateBucketInput{})
	var params smithy.InvalidParamsError
	if !errors.As(err, &params) || params.Len() != 2 {
		t.Errorf("got error %v with %+v, want 2 missing fields", err, params)
	}

	out, err := client.GetBuckets(ctx, &lightsail.GetBucketsInput{})
	if err != nil {
		t.Fatal(err)
	}
	if id, ok := awsmiddleware.GetRequestIDMetadata(out.ResultMetadata); !ok || id != "request-3" {
		t.Errorf("got request ID %q, want request-3", id)
	}
	if got := out.Buckets[0].CreatedAt.Unix(); got != 1603700000 {
		t.Errorf("got creation time %d, want 1603700000", got)
	}
	if attempts, ok := retry.GetAttemptResults(out.ResultMetadata); !ok || len(attempts.Results) != 1 {
		t.Errorf("got attempt results %+v, want one", attempts)
	}
}
