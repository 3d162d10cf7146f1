package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// stackIDs are the middleware IDs of the official client, plus OperationInputValidation.
var stackIDs = map[string][]string{
	"Initialize":  {"OperationInputValidation"},
	"Serialize":   {"setOperationInput", "ResolveEndpoint", "OperationSerializer"},
	"Build":       {"ClientRequestID", "UserAgent", "RecursionDetection"},
	"Finalize":    {"InterceptBeforeRetryLoop", "Retry", "InterceptAttempt", "ResolveAuthScheme", "GetIdentity", "ResolveEndpointV2", "disableHTTPS", "ComputePayloadHash", "setLegacyContextSigningOptions", "Signing"},
	"Deserialize": {"AddRawResponseToMetadata", "ResponseErrorWrapper", "RequestIDRetriever", "OperationDeserializer", "RecordResponseTiming", "RequestResponseLogger"},
}

func TestStack(t *testing.T) {
	t.Parallel()
	var got map[string][]string
	do, _ := sequence(response(200, "{}"))
	client := newClient(do, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		got = map[string][]string{
			"Initialize": s.Initialize.List(), "Serialize": s.Serialize.List(), "Build": s.Build.List(),
			"Finalize": s.Finalize.List(), "Deserialize": s.Deserialize.List(),
		}
		if s.ID() != "GetBuckets" {
			t.Errorf("got stack ID %s, want GetBuckets", s.ID())
		}
		return nil
	}))
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(stackIDs, got); diff != "" {
		t.Errorf("middleware IDs (-want +got):\n%s", diff)
	}
}

// TestInsertMiddleware inserts middleware before and after every middleware of the
// stack, as instrumentation does. Inserting fails if an ID is missing.
func TestInsertMiddleware(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	ran := map[string]int{}
	count := func(id string) {
		mu.Lock()
		defer mu.Unlock()
		ran[id]++
	}
	insert := func(s *middleware.Stack) error {
		var errs []error
		for step, ids := range stackIDs {
			for _, relativeTo := range ids {
				for _, at := range []middleware.RelativePosition{middleware.Before, middleware.After} {
					id := fmt.Sprintf("%s/%v", relativeTo, at)
					switch step {
					case "Initialize":
						errs = append(errs, s.Initialize.Insert(middleware.InitializeMiddlewareFunc(id, func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
							count(id)
							return next.HandleInitialize(ctx, in)
						}), relativeTo, at))
					case "Serialize":
						errs = append(errs, s.Serialize.Insert(middleware.SerializeMiddlewareFunc(id, func(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (middleware.SerializeOutput, middleware.Metadata, error) {
							count(id)
							return next.HandleSerialize(ctx, in)
						}), relativeTo, at))
					case "Build":
						errs = append(errs, s.Build.Insert(middleware.BuildMiddlewareFunc(id, func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
							count(id)
							return next.HandleBuild(ctx, in)
						}), relativeTo, at))
					case "Finalize":
						errs = append(errs, s.Finalize.Insert(middleware.FinalizeMiddlewareFunc(id, func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
							count(id)
							return next.HandleFinalize(ctx, in)
						}), relativeTo, at))
					case "Deserialize":
						errs = append(errs, s.Deserialize.Insert(middleware.DeserializeMiddlewareFunc(id, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
							count(id)
							return next.HandleDeserialize(ctx, in)
						}), relativeTo, at))
					}
				}
			}
		}
		return errors.Join(errs...)
	}
	do, _ := sequence(response(200, `{"buckets":[{"name":"photos"}]}`))
	out, err := newClient(do, lightsail.WithAPIOptions(insert)).GetBuckets(context.Background(), nil)
	if err != nil || len(out.Buckets) != 1 {
		t.Fatalf("got output %+v and error %v, want one bucket", out, err)
	}
	for _, ids := range stackIDs {
		for _, relativeTo := range ids {
			for _, at := range []middleware.RelativePosition{middleware.Before, middleware.After} {
				if id := fmt.Sprintf("%s/%v", relativeTo, at); ran[id] != 1 {
					t.Errorf("middleware %s: got %d runs, want 1", id, ran[id])
				}
			}
		}
	}
}

// initialize returns a client option that adds Initialize middleware.
func initialize(fn func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error)) func(*lightsail.Options) {
	return lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		return s.Initialize.Add(middleware.InitializeMiddlewareFunc("test", fn), middleware.Before)
	})
}

// deserialize returns a client option that adds Deserialize middleware.
func deserialize(at middleware.RelativePosition, fn func(context.Context, middleware.DeserializeInput, middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error)) func(*lightsail.Options) {
	return lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		return s.Deserialize.Add(middleware.DeserializeMiddlewareFunc("test", fn), at)
	})
}

func TestMiddlewareChangesInput(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, "{}"))
	client := newClient(do, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		in.Parameters = &lightsail.GetBucketsInput{BucketName: aws.String("other")}
		return next.HandleInitialize(ctx, in)
	}))
	given := &lightsail.GetBucketsInput{BucketName: aws.String("photos")}
	if _, err := client.GetBuckets(context.Background(), given); err != nil {
		t.Fatal(err)
	}
	if sent.all[0].body != `{"bucketName":"other"}` || *given.BucketName != "photos" {
		t.Errorf("got body %s and caller's bucket %s, want other and photos", sent.all[0].body, *given.BucketName)
	}
}

func TestMiddlewareChangesRequest(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, "{}"))
	client := newClient(do, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		return s.Build.Add(middleware.BuildMiddlewareFunc("test", func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (out middleware.BuildOutput, md middleware.Metadata, err error) {
			req, err := in.Request.(*smithyhttp.Request).SetStream(strings.NewReader(`{"pageToken":"2"}`))
			if err != nil {
				return out, md, err
			}
			req.Header.Set("X-Amz-Meta", "mine")
			in.Request = req
			return next.HandleBuild(ctx, in)
		}), middleware.After)
	}))
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if sent.all[0].body != `{"pageToken":"2"}` || !strings.Contains(sent.header(0, "Authorization"), ";x-amz-meta;") {
		t.Errorf("got body %s with Authorization %s, want page token 2 and x-amz-meta signed", sent.all[0].body, sent.header(0, "Authorization"))
	}
}

// TestMiddlewareChangesResponse checks that the body is decoded as middleware left it.
func TestMiddlewareChangesResponse(t *testing.T) {
	t.Parallel()
	do, _ := sequence(response(200, `{"nextPageToken":"sent"}`))
	client := newClient(do, deserialize(middleware.After, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
		out, md, err := next.HandleDeserialize(ctx, in)
		resp := out.RawResponse.(*smithyhttp.Response)
		_ = resp.Body.Close()
		resp.Body = io.NopCloser(strings.NewReader(`{"nextPageToken":"replaced"}`))
		return out, md, err
	}))
	out, err := client.GetBuckets(context.Background(), nil)
	if err != nil || aws.ToString(out.NextPageToken) != "replaced" {
		t.Errorf("got output %+v and error %v, want token replaced", out, err)
	}
}

// TestDeserializeMiddleware checks what the outermost Deserialize middleware finds: the
// final, signed request before the call of next, and the request ID and the response
// after it. A header that it adds is sent unsigned.
func TestDeserializeMiddleware(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(400, `{"__type":"NotFoundException"}`))
	var method, url, userAgent, authorization, requestID string
	var status int
	client := newClient(do, deserialize(middleware.Before, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
		req := in.Request.(*smithyhttp.Request)
		method, url = req.Method, req.URL.String()
		userAgent, authorization = req.Header.Get("User-Agent"), req.Header.Get("Authorization")
		req.Header.Set("X-Unsigned", "after signing")
		out, md, err := next.HandleDeserialize(ctx, in)
		requestID, _ = awsmiddleware.GetRequestIDMetadata(md)
		status = out.RawResponse.(*smithyhttp.Response).StatusCode
		return out, md, err
	}), func(o *lightsail.Options) { o.APIOptions = slices.Clip(o.APIOptions) })
	_, err := client.GetBuckets(context.Background(), nil)
	var notFound *types.NotFoundException
	if !errors.As(err, &notFound) {
		t.Fatalf("got error %v, want a *types.NotFoundException", err)
	}
	if want := "https://lightsail.us-east-1.amazonaws.com/"; method != "POST" || url != want {
		t.Errorf("got request %s %s, want POST %s", method, url, want)
	}
	if want := sent.header(0, "User-Agent"); userAgent != want || !slices.Contains(features(userAgent), "E") {
		t.Errorf("got User-Agent %q, want %q as sent, with feature E", userAgent, want)
	}
	if want := sent.header(0, "Authorization"); authorization != want || authorization == "" || strings.Contains(authorization, "x-unsigned") {
		t.Errorf("got Authorization %q, want %q as sent, without x-unsigned", authorization, want)
	}
	if got := sent.header(0, "X-Unsigned"); got != "after signing" {
		t.Errorf("got header X-Unsigned %q, want the one that was set after signing", got)
	}
	if requestID != "7a1e-request" || status != 400 {
		t.Errorf("got request ID %q and status %d, want 7a1e-request and 400", requestID, status)
	}
}

func TestMiddlewareChangesError(t *testing.T) {
	t.Parallel()
	do, _ := sequence(response(400, `{"__type":"NotFoundException"}`))
	replaced := errors.New("replaced")
	client := newClient(do, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		out, md, _ := next.HandleInitialize(ctx, in)
		return out, md, replaced
	}))
	if _, err := client.GetBuckets(context.Background(), nil); !errors.Is(err, replaced) {
		t.Errorf("got error %v, want the middleware's", err)
	}
	// If middleware drops the error, the output is empty, as with the official client.
	client = newClient(do, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		out, md, _ := next.HandleInitialize(ctx, in)
		return out, md, nil
	}))
	if out, err := client.GetBuckets(context.Background(), nil); err != nil || out == nil {
		t.Errorf("got output %v and error %v, want an output", out, err)
	}
}

// TestMiddlewareReturnsUnknownOutput checks that a nil output, or one of another type, is
// an error of the call and of its span.
func TestMiddlewareReturnsUnknownOutput(t *testing.T) {
	t.Parallel()
	do, _ := sequence(response(200, "{}"))
	expectError := func(t *testing.T, want string, option func(*lightsail.Options)) {
		t.Helper()
		spans := new(spanRecorder)
		client := newClient(do, option, func(o *lightsail.Options) { o.TracerProvider = spans })
		out, err := client.GetRegions(context.Background(), nil)
		if out != nil || err == nil || !strings.Contains(err.Error(), "GetRegions, unknown output"+want) {
			t.Errorf("got output %v and error %v, want nil and unknown output%s", out, err, want)
		}
		if spans.properties["error"] != true {
			t.Errorf("got span properties %v, want error = true", spans.properties)
		}
	}
	for want, output := range map[string]any{
		" type <nil>":      nil,
		" type string":     "other",
		" type struct":     struct{ F func() }{},
		" type *lightsail": &lightsail.GetBucketsOutput{},
		" type lightsail":  lightsail.GetRegionsOutput{},
		": nil of type":    (*lightsail.GetRegionsOutput)(nil),
	} {
		expectError(t, want, initialize(func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			return middleware.InitializeOutput{Result: output}, middleware.Metadata{}, nil
		}))
		// Here the middleware replaces the operation's output.
		expectError(t, want, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			_, md, err := next.HandleInitialize(ctx, in)
			return middleware.InitializeOutput{Result: output}, md, err
		}))
	}
	for name, change := range map[string]func(*middleware.Stack) error{
		"deserializer removed": func(s *middleware.Stack) error {
			_, err := s.Deserialize.Remove("OperationDeserializer")
			return err
		},
		"Deserialize step cleared": func(s *middleware.Stack) error {
			s.Deserialize.Clear()
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) { expectError(t, " type <nil>", lightsail.WithAPIOptions(change)) })
	}
	// An output of the right type is returned unchanged.
	client := newClient(do, initialize(func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		return middleware.InitializeOutput{Result: &lightsail.GetRegionsOutput{Regions: []types.Region{{}}}}, middleware.Metadata{}, nil
	}))
	if out, err := client.GetRegions(context.Background(), nil); err != nil || len(out.Regions) != 1 {
		t.Errorf("got output %v and error %v, want the one Region of the middleware", out, err)
	}
}

// TestMiddlewareSetsUnknownInput checks that a nil input, or one of another type, is an
// error with and without validation.
func TestMiddlewareSetsUnknownInput(t *testing.T) {
	t.Parallel()
	for message, validation := range map[string]func(*middleware.Stack) error{
		"": func(*middleware.Stack) error { return nil },
		"serialization failed": func(s *middleware.Stack) error {
			_, err := s.Initialize.Remove("OperationInputValidation")
			return err
		},
	} {
		for _, input := range []any{nil, "other", struct{ F func() }{}, &lightsail.GetBundlesInput{}, lightsail.GetRegionsInput{}, (*lightsail.GetRegionsInput)(nil)} {
			do, sent := sequence(response(200, "{}"))
			client := newClient(do, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				in.Parameters = input
				return next.HandleInitialize(ctx, in)
			}), lightsail.WithAPIOptions(validation))
			_, err := client.GetRegions(context.Background(), nil)
			if err == nil || !strings.Contains(err.Error(), "unknown input parameters") || !strings.Contains(err.Error(), fmt.Sprintf("type %T", input)) || !strings.Contains(err.Error(), message) || sent.len() != 0 {
				t.Errorf("input %T: got %d requests and error %v, want none and an error with %q and the type", input, sent.len(), err, message)
			}
		}
	}
}

func TestFinalizeStepCleared(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, `{"nextPageToken":"2"}`))
	client := newClient(do, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		s.Finalize.Clear()
		return s.Finalize.Add(middleware.FinalizeMiddlewareFunc("address", func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			req := in.Request.(*smithyhttp.Request)
			req.URL.Scheme, req.URL.Host = "https", "own.example"
			return next.HandleFinalize(ctx, in)
		}), middleware.After)
	}))
	out, err := client.GetBuckets(context.Background(), nil)
	if err != nil || aws.ToString(out.NextPageToken) != "2" {
		t.Fatalf("got output %+v and error %v, want token 2", out, err)
	}
	if sent.header(0, "Authorization") != "" || sent.all[0].URL.Host != "own.example" {
		t.Errorf("got URL %s and header %v, want host own.example without Authorization", sent.all[0].URL, sent.all[0].Header)
	}
}

func TestInputValidationRemoved(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, "{}"))
	client := newClient(do, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		_, err := s.Initialize.Remove("OperationInputValidation")
		return err
	}))
	if _, err := client.CreateBucket(context.Background(), nil); err != nil || sent.all[0].body != "{}" {
		t.Errorf("got %d requests and error %v, want one with body {}", sent.len(), err)
	}
}

func TestMiddlewareSetsSigningRegion(t *testing.T) {
	t.Parallel()
	do, sent := sequence(response(200, "{}"))
	client := newClient(do, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		//lint:ignore SA1019 published middleware sets it
		return next.HandleInitialize(awsmiddleware.SetSigningRegion(ctx, "eu-west-1"), in)
	}))
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if auth := sent.header(0, "Authorization"); !strings.Contains(auth, "/eu-west-1/lightsail/") {
		t.Errorf("got Authorization %s, want scope eu-west-1/lightsail", auth)
	}
}

// TestUserAgentMiddlewareConcurrent adds to the User-Agent in concurrent calls. A
// RequestUserAgent that calls shared would be a data race and grow from call to call.
func TestUserAgentMiddlewareConcurrent(t *testing.T) {
	t.Parallel()
	client := newClient(func(r *http.Request) (*http.Response, error) {
		if ua := r.Header.Get("User-Agent"); strings.Count(ua, "tool/1.0") != 1 {
			return nil, fmt.Errorf("got User-Agent %s, want tool/1.0 once", ua)
		}
		return newResponse(200, "{}"), nil
	}, noRetryDelay, lightsail.WithAPIOptions(awsmiddleware.AddUserAgentKeyValue("tool", "1.0")))
	var wg sync.WaitGroup
	for range 32 {
		wg.Go(func() {
			for range 20 {
				if _, err := client.GetBuckets(context.Background(), nil); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
}
