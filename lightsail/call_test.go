package lightsail_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func TestRequest(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, `{}`))
		client := newClient(do, path)

		_, err := client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
			BucketName:             aws.String("photos"),
			AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("a/<b>&c/")},
			ReadonlyAccessAccounts: []string{},
		})
		if err != nil {
			t.Fatal(err)
		}

		r := sent.all[0]
		if r.Method != "POST" || r.URL.String() != "https://lightsail.us-east-1.amazonaws.com/" {
			t.Errorf("got request %s %s, want POST https://lightsail.us-east-1.amazonaws.com/", r.Method, r.URL)
		}
		const body = `{"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"a/<b>&c/"},"bucketName":"photos","readonlyAccessAccounts":[]}`
		if r.body != body || r.ContentLength != int64(len(body)) {
			t.Errorf("got body %s with Content-Length %d, want %s with %d", r.body, r.ContentLength, body, len(body))
		}
		want := map[string]string{
			"Content-Type":         "application/x-amz-json-1.1",
			"X-Amz-Target":         "Lightsail_20161128.UpdateBucket",
			"Amz-Sdk-Request":      "attempt=1; max=3",
			"X-Amz-Security-Token": "a-session-token",
		}
		for name, value := range want {
			if got := r.Header.Get(name); got != value {
				t.Errorf("header %s: got %q, want %q", name, got, value)
			}
		}
		const signed = "SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-date;x-amz-security-token;x-amz-target,"
		if auth := r.Header.Get("Authorization"); !strings.Contains(auth, "/us-east-1/lightsail/aws4_request") || !strings.Contains(auth, signed) {
			t.Errorf("got Authorization %s, want scope us-east-1/lightsail and %s", auth, signed)
		}
		if ua := r.Header.Get("User-Agent"); !strings.Contains(ua, " api/lightsail#") || !strings.Contains(ua, " m/E") {
			t.Errorf("got User-Agent %s, want api/lightsail and m/E in it", ua)
		}
	})
}

func TestNilInputAndEmptyResponse(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(200, ""))
		out, err := newClient(do, path).GetBuckets(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if out.Buckets != nil || out.NextPageToken != nil {
			t.Errorf("got output %+v, want an empty one", out)
		}
		if body := sent.all[0].body; body != "{}" {
			t.Errorf("got body %s, want {}", body)
		}
	})
}

func TestResultMetadata(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		date := time.Now().Add(time.Hour).Truncate(time.Second).UTC()
		do, _ := sequence(response(503, ""), func() (*http.Response, error) {
			resp := newResponse(200, `{}`)
			resp.Header.Set("Date", date.Format("Mon, 02 Jan 2006 15:04:05 GMT"))
			return resp, nil
		})
		out, err := newClient(do, noRetryDelay, path).GetBuckets(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		md := out.ResultMetadata
		if id, ok := awsmiddleware.GetRequestIDMetadata(md); !ok || id != "7a1e-request" {
			t.Errorf("got request ID %q, want 7a1e-request", id)
		}
		if got, ok := awsmiddleware.GetServerTime(md); !ok || !got.Equal(date) {
			t.Errorf("got server time %v, want %v", got, date)
		}
		if _, ok := awsmiddleware.GetResponseAt(md); !ok {
			t.Error("got no response time, want one")
		}
		if skew, ok := awsmiddleware.GetAttemptSkew(md); !ok || skew.Round(time.Hour) != time.Hour {
			t.Errorf("got attempt skew %v, want about 1h", skew)
		}
		if raw, ok := awsmiddleware.GetRawResponse(md).(*smithyhttp.Response); !ok || raw.StatusCode != 200 {
			t.Errorf("got raw response %v, want a *smithyhttp.Response with status 200", raw)
		}
		results, ok := retry.GetAttemptResults(md)
		if !ok || len(results.Results) != 2 || !results.Results[0].Retried || results.Results[1].Err != nil {
			t.Errorf("got attempt results %+v, want one that was retried and one without an error", results)
		}
	})
}

func TestRetry(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(
			response(400, `{"__type":"ThrottlingException","message":"Rate exceeded"}`),
			func() (*http.Response, error) { return nil, errors.New("connection reset by peer") },
			response(200, `{"buckets":[{"name":"photos"}]}`),
		)
		out, err := newClient(do, noRetryDelay, path).GetBuckets(context.Background(), &lightsail.GetBucketsInput{PageToken: aws.String("p2")})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]types.Bucket{{Name: aws.String("photos")}}, out.Buckets); diff != "" {
			t.Errorf("buckets (-want +got):\n%s", diff)
		}
		if sent.len() != 3 {
			t.Fatalf("got %d requests, want 3", sent.len())
		}
		for i, want := range []string{"attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"} {
			if got := sent.header(i, "Amz-Sdk-Request"); got != want {
				t.Errorf("attempt %d: got Amz-Sdk-Request %q, want %q", i+1, got, want)
			}
			if got, want := sent.header(i, "Amz-Sdk-Invocation-Id"), sent.header(0, "Amz-Sdk-Invocation-Id"); got != want {
				t.Errorf("attempt %d: got invocation ID %q, want %q as in the first", i+1, got, want)
			}
			if got, want := sent.all[i].body, `{"pageToken":"p2"}`; got != want {
				t.Errorf("attempt %d: got body %s, want %s", i+1, got, want)
			}
		}
	})
}

func TestRetryMaxAttempts(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		do, sent := sequence(response(503, ""))
		client := newClient(do, noRetryDelay, path)
		_, err := client.GetBuckets(context.Background(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 2 })
		var exhausted *retry.MaxAttemptsError
		if !errors.As(err, &exhausted) || exhausted.Attempt != 2 || sent.len() != 2 {
			t.Errorf("got %d requests and error %v, want 2 and a MaxAttemptsError of 2", sent.len(), err)
		}
	})
}

func TestContextValues(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		type key struct{}
		var got [6]any
		do := doFunc(func(r *http.Request) (*http.Response, error) {
			ctx := r.Context()
			got = [6]any{
				awsmiddleware.GetServiceID(ctx), awsmiddleware.GetOperationName(ctx), awsmiddleware.GetRegion(ctx),
				middleware.GetServiceID(ctx), middleware.GetOperationName(ctx), ctx.Value(key{}),
			}
			return newResponse(200, "{}"), nil
		})
		// The caller may be middleware of another service's call.
		ctx := context.WithValue(context.Background(), key{}, "the caller's")
		ctx = awsmiddleware.SetServiceID(ctx, "S3")
		//lint:ignore SA1019 official clients set it
		ctx = awsmiddleware.SetSigningName(ctx, "s3")
		if _, err := newClient(do, path).GetBundles(ctx, nil); err != nil {
			t.Fatal(err)
		}
		want := [6]any{"Lightsail", "GetBundles", "us-east-1", "Lightsail", "GetBundles", "the caller's"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("context values (-want +got):\n%s", diff)
		}
	})
}

func TestContextCanceled(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		t.Run("before the call", func(t *testing.T) {
			do, sent := sequence(response(200, "{}"))
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			_, err := newClient(do, path).GetBuckets(ctx, nil)
			if !errors.Is(err, context.Canceled) || sent.len() != 0 {
				t.Errorf("got %d requests and error %v, want none and context.Canceled", sent.len(), err)
			}
		})
		t.Run("while sending", func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			do := doFunc(func(r *http.Request) (*http.Response, error) {
				cancel()
				if !waitDone(r.Context()) {
					return nil, errors.New("the request's context was not canceled")
				}
				return nil, r.Context().Err()
			})
			_, err := newClient(do, path).GetBuckets(ctx, nil)
			if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "canceled, context canceled") {
				t.Errorf("got error %v, want context.Canceled in a CanceledError", err)
			}
		})
		t.Run("while receiving", func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			body := &blockingBody{ctx: ctx, cancel: cancel}
			do := doFunc(func(r *http.Request) (*http.Response, error) {
				resp := newResponse(200, "")
				resp.Body = body
				return resp, nil
			})
			_, err := newClient(do, path).GetBuckets(ctx, nil)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("got error %v, want context.Canceled", err)
			}
			if !body.closed {
				t.Error("got an open response body, want it closed")
			}
		})
		t.Run("during the retry delay", func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			do, sent := sequence(response(503, ""))
			_, err := newClient(do, func(o *lightsail.Options) {
				o.Retryer = cancelingRetryer{o.Retryer.(aws.RetryerV2), cancel}
			}, path).GetBuckets(ctx, nil)
			var canceled *aws.RequestCanceledError
			if !errors.As(err, &canceled) || sent.len() != 1 {
				t.Errorf("got %d requests and error %v, want 1 and a RequestCanceledError", sent.len(), err)
			}
		})
	})
}

// waitDone waits until ctx is done and reports whether that happened in time.
func waitDone(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return true
	case <-time.After(testTimeout):
		return false
	}
}

// cancelingRetryer cancels the call's context at the start of an hour's delay.
type cancelingRetryer struct {
	aws.RetryerV2
	cancel context.CancelFunc
}

func (r cancelingRetryer) RetryDelay(int, error) (time.Duration, error) {
	r.cancel()
	return time.Hour, nil
}

// blockingBody cancels ctx on the first read and then returns the error of ctx, as
// a net/http body does.
type blockingBody struct {
	ctx    context.Context
	cancel context.CancelFunc
	closed bool
}

func (b *blockingBody) Read([]byte) (int, error) {
	b.cancel()
	if !waitDone(b.ctx) {
		return 0, errors.New("the context was not canceled")
	}
	return 0, b.ctx.Err()
}

func (b *blockingBody) Close() error { b.closed = true; return nil }

// TestClockSkew calls a server whose clock is 5 hours off and that rejects a
// signature that is more than 5 minutes off its clock.
func TestClockSkew(t *testing.T) {
	t.Parallel()
	for _, ahead := range []time.Duration{5 * time.Hour, -5 * time.Hour} {
		eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
			requests := 0
			do := doFunc(func(r *http.Request) (*http.Response, error) {
				requests++
				now := time.Now().Add(ahead)
				signed, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
				if err != nil {
					t.Error(err)
				}
				resp := newResponse(200, "{}")
				if signed.Sub(now).Abs() > 5*time.Minute {
					resp = newResponse(403, `{"__type":"InvalidSignatureException","message":"Signature expired"}`)
				}
				resp.Header.Set("Date", now.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT"))
				return resp, nil
			})
			client := newClient(do, noRetryDelay, path)
			for i, want := range []int{2, 3, 4} {
				if _, err := client.GetBuckets(context.Background(), nil); err != nil {
					t.Fatal(err)
				}
				if requests != want {
					t.Errorf("after call %d: got %d requests, want %d", i+1, requests, want)
				}
			}
			_, err := client.GetBuckets(context.Background(), nil, func(o *lightsail.Options) { o.DisableClockSkewCorrection = true })
			if err == nil {
				t.Error("got no error with DisableClockSkewCorrection, want one")
			}
		})
	}
}

func TestCredentials(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		noRole := errors.New("no role")
		for name, row := range map[string]struct {
			provider aws.CredentialsProvider
			want     string // part of the error; "" if the call succeeds
			signed   bool
		}{
			"static":    {testCredentials, "", true},
			"nil":       {nil, "", false},
			"anonymous": {aws.AnonymousCredentials{}, "", false},
			"error": {aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
				return aws.Credentials{}, noRole
			}), "get identity: get credentials: no role", false},
			"empty": {aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
				return aws.Credentials{}, nil
			}), "get identity: get credentials: the credentials provider returned no access key ID", false},
		} {
			t.Run(name, func(t *testing.T) {
				do, sent := sequence(response(200, "{}"))
				client := newClient(do, func(o *lightsail.Options) { o.Credentials = row.provider }, path)
				_, err := client.GetBuckets(context.Background(), nil)
				if row.want != "" {
					if err == nil || !strings.Contains(err.Error(), row.want) || sent.len() != 0 {
						t.Errorf("got %d requests and error %v, want none and %q", sent.len(), err, row.want)
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				if got := sent.header(0, "Authorization") != ""; got != row.signed {
					t.Errorf("got signed = %t, want %t", got, row.signed)
				}
			})
		}
	})
}
