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
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(200, `{}`))
		client := newClient(http, way)

		_, err := client.UpdateBucket(context.Background(), &lightsail.UpdateBucketInput{
			BucketName:             aws.String("photos"),
			AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("a/<b>&c/")},
			ReadonlyAccessAccounts: []string{},
		})
		if err != nil {
			t.Fatal(err)
		}

		r := seen.all[0]
		if r.Method != "POST" || r.URL.String() != "https://lightsail.us-east-1.amazonaws.com/" {
			t.Errorf("sent %s %s", r.Method, r.URL)
		}
		const body = `{"accessLogConfig":{"destination":"logs","enabled":true,"prefix":"a/<b>&c/"},"bucketName":"photos","readonlyAccessAccounts":[]}`
		if r.body != body || r.ContentLength != int64(len(body)) {
			t.Errorf("body %s of length %d, want %s", r.body, r.ContentLength, body)
		}
		want := map[string]string{
			"Content-Type":         "application/x-amz-json-1.1",
			"X-Amz-Target":         "Lightsail_20161128.UpdateBucket",
			"Amz-Sdk-Request":      "attempt=1; max=3",
			"X-Amz-Security-Token": "a-session-token",
		}
		for name, value := range want {
			if got := r.Header.Get(name); got != value {
				t.Errorf("%s: %q, want %q", name, got, value)
			}
		}
		const signed = "SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;content-length;content-type;host;x-amz-date;x-amz-security-token;x-amz-target,"
		if auth := r.Header.Get("Authorization"); !strings.Contains(auth, "/us-east-1/lightsail/aws4_request") || !strings.Contains(auth, signed) {
			t.Errorf("Authorization: %s", auth)
		}
		if ua := r.Header.Get("User-Agent"); !strings.Contains(ua, " api/lightsail#") || !strings.Contains(ua, " m/E") {
			t.Errorf("User-Agent: %s", ua)
		}
	})
}

func TestNilInputAndEmptyAnswer(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(200, ""))
		out, err := newClient(http, way).GetBuckets(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		if out.Buckets != nil || out.NextPageToken != nil {
			t.Errorf("output %+v", out)
		}
		if body := seen.all[0].body; body != "{}" {
			t.Errorf("sent %s, want {}", body)
		}
	})
}

func TestResultMetadata(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		date := time.Now().Add(time.Hour).Truncate(time.Second).UTC()
		http, _ := answers(say(503, ""), func() (*http.Response, error) {
			resp := answer(200, `{}`)
			resp.Header.Set("Date", date.Format("Mon, 02 Jan 2006 15:04:05 GMT"))
			return resp, nil
		})
		out, err := newClient(http, quick, way).GetBuckets(context.Background(), nil)
		if err != nil {
			t.Fatal(err)
		}
		md := out.ResultMetadata
		if id, ok := awsmiddleware.GetRequestIDMetadata(md); !ok || id != "7a1e-request" {
			t.Errorf("request ID %q", id)
		}
		if got, ok := awsmiddleware.GetServerTime(md); !ok || !got.Equal(date) {
			t.Errorf("server time %v, want %v", got, date)
		}
		if _, ok := awsmiddleware.GetResponseAt(md); !ok {
			t.Error("no response time")
		}
		if skew, ok := awsmiddleware.GetAttemptSkew(md); !ok || skew.Round(time.Hour) != time.Hour {
			t.Errorf("skew %v, want about an hour", skew)
		}
		if raw, ok := awsmiddleware.GetRawResponse(md).(*smithyhttp.Response); !ok || raw.StatusCode != 200 {
			t.Errorf("raw response %v", raw)
		}
		results, ok := retry.GetAttemptResults(md)
		if !ok || len(results.Results) != 2 || !results.Results[0].Retried || results.Results[1].Err != nil {
			t.Errorf("attempts %+v", results)
		}
	})
}

func TestRetry(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(
			say(400, `{"__type":"ThrottlingException","message":"Rate exceeded"}`),
			func() (*http.Response, error) { return nil, errors.New("connection reset by peer") },
			say(200, `{"buckets":[{"name":"photos"}]}`),
		)
		out, err := newClient(http, quick, way).GetBuckets(context.Background(), &lightsail.GetBucketsInput{PageToken: aws.String("p2")})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]types.Bucket{{Name: aws.String("photos")}}, out.Buckets); diff != "" {
			t.Error(diff)
		}
		if seen.len() != 3 {
			t.Fatalf("%d requests, want 3", seen.len())
		}
		for i, want := range []string{"attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"} {
			if got := seen.header(i, "Amz-Sdk-Request"); got != want {
				t.Errorf("attempt %d bears %q", i+1, got)
			}
			if seen.header(i, "Amz-Sdk-Invocation-Id") != seen.header(0, "Amz-Sdk-Invocation-Id") {
				t.Errorf("attempt %d has another invocation ID", i+1)
			}
			if seen.all[i].body != `{"pageToken":"p2"}` {
				t.Errorf("attempt %d sent %s", i+1, seen.all[i].body)
			}
		}
	})
}

func TestRetryMaxAttempts(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		http, seen := answers(say(503, ""))
		client := newClient(http, quick, way)
		_, err := client.GetBuckets(context.Background(), nil, func(o *lightsail.Options) { o.RetryMaxAttempts = 2 })
		var exhausted *retry.MaxAttemptsError
		if !errors.As(err, &exhausted) || exhausted.Attempt != 2 || seen.len() != 2 {
			t.Errorf("%d requests: %v", seen.len(), err)
		}
	})
}

func TestContextValues(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		type key struct{}
		var got [6]any
		http := transport(func(r *http.Request) (*http.Response, error) {
			ctx := r.Context()
			got = [6]any{
				awsmiddleware.GetServiceID(ctx), awsmiddleware.GetOperationName(ctx), awsmiddleware.GetRegion(ctx),
				middleware.GetServiceID(ctx), middleware.GetOperationName(ctx), ctx.Value(key{}),
			}
			return answer(200, "{}"), nil
		})
		// Our caller may itself be in the middle of a call of another service.
		ctx := context.WithValue(context.Background(), key{}, "the caller's")
		ctx = awsmiddleware.SetServiceID(ctx, "S3")
		//lint:ignore SA1019 the official clients set it, too
		ctx = awsmiddleware.SetSigningName(ctx, "s3")
		if _, err := newClient(http, way).GetBundles(ctx, nil); err != nil {
			t.Fatal(err)
		}
		want := [6]any{"Lightsail", "GetBundles", "us-east-1", "Lightsail", "GetBundles", "the caller's"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func TestCanceled(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		t.Run("before", func(t *testing.T) {
			http, seen := answers(say(200, "{}"))
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			_, err := newClient(http, way).GetBuckets(ctx, nil)
			if !errors.Is(err, context.Canceled) || seen.len() != 0 {
				t.Errorf("%d requests, error %v", seen.len(), err)
			}
		})
		t.Run("while sending", func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			http := transport(func(r *http.Request) (*http.Response, error) {
				cancel()
				<-r.Context().Done()
				return nil, r.Context().Err()
			})
			_, err := newClient(http, way).GetBuckets(ctx, nil)
			if !errors.Is(err, context.Canceled) || !strings.Contains(err.Error(), "canceled, context canceled") {
				t.Errorf("error %v", err)
			}
		})
		t.Run("while receiving", func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			body := &blockingBody{ctx: ctx, cancel: cancel}
			http := transport(func(r *http.Request) (*http.Response, error) {
				resp := answer(200, "")
				resp.Body = body
				return resp, nil
			})
			_, err := newClient(http, way).GetBuckets(ctx, nil)
			if !errors.Is(err, context.Canceled) {
				t.Errorf("error %v", err)
			}
			if !body.closed {
				t.Error("the body was left open")
			}
		})
		t.Run("while waiting to retry", func(t *testing.T) {
			ctx, cancel := context.WithCancel(context.Background())
			http, seen := answers(say(503, ""))
			_, err := newClient(http, func(o *lightsail.Options) {
				o.Retryer = cancelingRetryer{o.Retryer.(aws.RetryerV2), cancel}
			}, way).GetBuckets(ctx, nil)
			var canceled *aws.RequestCanceledError
			if !errors.As(err, &canceled) || seen.len() != 1 {
				t.Errorf("%d requests, error %v", seen.len(), err)
			}
		})
	})
}

// cancelingRetryer gives up while it waits for an hour.
type cancelingRetryer struct {
	aws.RetryerV2
	cancel context.CancelFunc
}

func (r cancelingRetryer) RetryDelay(int, error) (time.Duration, error) {
	r.cancel()
	return time.Hour, nil
}

// blockingBody cancels on the first read and then ends with the context's error,
// as the body of net/http does.
type blockingBody struct {
	ctx    context.Context
	cancel context.CancelFunc
	closed bool
}

func (b *blockingBody) Read([]byte) (int, error) {
	b.cancel()
	<-b.ctx.Done()
	return 0, b.ctx.Err()
}

func (b *blockingBody) Close() error { b.closed = true; return nil }

func TestClockSkew(t *testing.T) {
	for _, ahead := range []time.Duration{5 * time.Hour, -5 * time.Hour} {
		eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
			// A server whose clock differs, and which refuses what is signed more
			// than five minutes off it.
			calls := 0
			http := transport(func(r *http.Request) (*http.Response, error) {
				calls++
				now := time.Now().Add(ahead)
				signed, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
				if err != nil {
					t.Error(err)
				}
				resp := answer(200, "{}")
				if signed.Sub(now).Abs() > 5*time.Minute {
					resp = answer(403, `{"__type":"InvalidSignatureException","message":"Signature expired"}`)
				}
				resp.Header.Set("Date", now.UTC().Format("Mon, 02 Jan 2006 15:04:05 GMT"))
				return resp, nil
			})
			client := newClient(http, quick, way)
			for i, want := range []int{2, 3, 4} {
				if _, err := client.GetBuckets(context.Background(), nil); err != nil {
					t.Fatal(err)
				}
				if calls != want {
					t.Errorf("after call %d: %d requests, want %d", i+1, calls, want)
				}
			}
			_, err := client.GetBuckets(context.Background(), nil, func(o *lightsail.Options) { o.DisableClockSkewCorrection = true })
			if err == nil {
				t.Error("a call without correction succeeded")
			}
		})
	}
}

func TestCredentials(t *testing.T) {
	eachWay(t, func(t *testing.T, way func(*lightsail.Options)) {
		refused := errors.New("no role")
		for name, row := range map[string]struct {
			provider aws.CredentialsProvider
			want     string // in the error; "" is success
			signed   bool
		}{
			"keys":      {keys, "", true},
			"none":      {nil, "", false},
			"anonymous": {aws.AnonymousCredentials{}, "", false},
			"fails": {aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
				return aws.Credentials{}, refused
			}), "get identity: get credentials: no role", false},
			"empty": {aws.CredentialsProviderFunc(func(context.Context) (aws.Credentials, error) {
				return aws.Credentials{}, nil
			}), "get identity: get credentials: the credentials provider returned no access key ID", false},
		} {
			t.Run(name, func(t *testing.T) {
				http, seen := answers(say(200, "{}"))
				client := newClient(http, func(o *lightsail.Options) { o.Credentials = row.provider }, way)
				_, err := client.GetBuckets(context.Background(), nil)
				if row.want != "" {
					if err == nil || !strings.Contains(err.Error(), row.want) || seen.len() != 0 {
						t.Errorf("%d requests, error %v", seen.len(), err)
					}
					return
				}
				if err != nil {
					t.Fatal(err)
				}
				if got := seen.header(0, "Authorization") != ""; got != row.signed {
					t.Errorf("signed: %v, want %v", got, row.signed)
				}
			})
		}
	})
}
