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

// stackIDs is the stack of the official client, as others rely on it.
var stackIDs = map[string][]string{
	"Initialize":  {"OperationInputValidation"},
	"Serialize":   {"setOperationInput", "ResolveEndpoint", "OperationSerializer"},
	"Build":       {"ClientRequestID", "UserAgent", "RecursionDetection"},
	"Finalize":    {"InterceptBeforeRetryLoop", "Retry", "InterceptAttempt", "ResolveAuthScheme", "GetIdentity", "ResolveEndpointV2", "disableHTTPS", "ComputePayloadHash", "setLegacyContextSigningOptions", "Signing"},
	"Deserialize": {"AddRawResponseToMetadata", "ResponseErrorWrapper", "RequestIDRetriever", "OperationDeserializer", "RecordResponseTiming", "RequestResponseLogger"},
}

func TestStack(t *testing.T) {
	var got map[string][]string
	http, _ := answers(say(200, "{}"))
	client := newClient(http, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		got = map[string][]string{
			"Initialize": s.Initialize.List(), "Serialize": s.Serialize.List(), "Build": s.Build.List(),
			"Finalize": s.Finalize.List(), "Deserialize": s.Deserialize.List(),
		}
		if s.ID() != "GetBuckets" {
			t.Errorf("the stack's ID is %s", s.ID())
		}
		return nil
	}))
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(stackIDs, got); diff != "" {
		t.Error(diff)
	}
}

// Instrumentation inserts its middleware beside these, and fails the call where
// one is missing.
func TestAnchors(t *testing.T) {
	var mu sync.Mutex
	ran := map[string]int{}
	mark := func(id string) {
		mu.Lock()
		defer mu.Unlock()
		ran[id]++
	}
	insert := func(s *middleware.Stack) error {
		var errs []error
		for step, ids := range stackIDs {
			for _, anchor := range ids {
				for _, at := range []middleware.RelativePosition{middleware.Before, middleware.After} {
					id := fmt.Sprintf("%s/%v", anchor, at)
					switch step {
					case "Initialize":
						errs = append(errs, s.Initialize.Insert(middleware.InitializeMiddlewareFunc(id, func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
							mark(id)
							return next.HandleInitialize(ctx, in)
						}), anchor, at))
					case "Serialize":
						errs = append(errs, s.Serialize.Insert(middleware.SerializeMiddlewareFunc(id, func(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (middleware.SerializeOutput, middleware.Metadata, error) {
							mark(id)
							return next.HandleSerialize(ctx, in)
						}), anchor, at))
					case "Build":
						errs = append(errs, s.Build.Insert(middleware.BuildMiddlewareFunc(id, func(ctx context.Context, in middleware.BuildInput, next middleware.BuildHandler) (middleware.BuildOutput, middleware.Metadata, error) {
							mark(id)
							return next.HandleBuild(ctx, in)
						}), anchor, at))
					case "Finalize":
						errs = append(errs, s.Finalize.Insert(middleware.FinalizeMiddlewareFunc(id, func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
							mark(id)
							return next.HandleFinalize(ctx, in)
						}), anchor, at))
					case "Deserialize":
						errs = append(errs, s.Deserialize.Insert(middleware.DeserializeMiddlewareFunc(id, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
							mark(id)
							return next.HandleDeserialize(ctx, in)
						}), anchor, at))
					}
				}
			}
		}
		return errors.Join(errs...)
	}
	http, _ := answers(say(200, `{"buckets":[{"name":"photos"}]}`))
	out, err := newClient(http, lightsail.WithAPIOptions(insert)).GetBuckets(context.Background(), nil)
	if err != nil || len(out.Buckets) != 1 {
		t.Fatalf("output %+v, error %v", out, err)
	}
	for _, ids := range stackIDs {
		for _, anchor := range ids {
			for _, at := range []middleware.RelativePosition{middleware.Before, middleware.After} {
				if id := fmt.Sprintf("%s/%v", anchor, at); ran[id] != 1 {
					t.Errorf("%s ran %d times", id, ran[id])
				}
			}
		}
	}
}

func initialize(fn func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error)) func(*lightsail.Options) {
	return lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		return s.Initialize.Add(middleware.InitializeMiddlewareFunc("test", fn), middleware.Before)
	})
}

func deserialize(at middleware.RelativePosition, fn func(context.Context, middleware.DeserializeInput, middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error)) func(*lightsail.Options) {
	return lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		return s.Deserialize.Add(middleware.DeserializeMiddlewareFunc("test", fn), at)
	})
}

func TestMiddlewareChangesInput(t *testing.T) {
	http, seen := answers(say(200, "{}"))
	client := newClient(http, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		in.Parameters = &lightsail.GetBucketsInput{BucketName: aws.String("other")}
		return next.HandleInitialize(ctx, in)
	}))
	given := &lightsail.GetBucketsInput{BucketName: aws.String("photos")}
	if _, err := client.GetBuckets(context.Background(), given); err != nil {
		t.Fatal(err)
	}
	if seen.all[0].body != `{"bucketName":"other"}` || *given.BucketName != "photos" {
		t.Errorf("sent %s", seen.all[0].body)
	}
}

func TestMiddlewareChangesRequest(t *testing.T) {
	http, seen := answers(say(200, "{}"))
	client := newClient(http, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
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
	if seen.all[0].body != `{"pageToken":"2"}` || !strings.Contains(seen.header(0, "Authorization"), ";x-amz-meta;") {
		t.Errorf("sent %s with %s", seen.all[0].body, seen.header(0, "Authorization"))
	}
}

// The body is read as other middleware left it, through its own type or a
// replaced Body.
func TestMiddlewareChangesResponse(t *testing.T) {
	http, _ := answers(say(200, `{"nextPageToken":"sent"}`))
	client := newClient(http, deserialize(middleware.After, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
		out, md, err := next.HandleDeserialize(ctx, in)
		resp := out.RawResponse.(*smithyhttp.Response)
		_ = resp.Body.Close()
		resp.Body = io.NopCloser(strings.NewReader(`{"nextPageToken":"replaced"}`))
		return out, md, err
	}))
	out, err := client.GetBuckets(context.Background(), nil)
	if err != nil || aws.ToString(out.NextPageToken) != "replaced" {
		t.Errorf("output %+v, error %v", out, err)
	}
}

func TestMiddlewareAtDeserialize(t *testing.T) {
	http, _ := answers(say(400, `{"__type":"NotFoundException"}`))
	var seen []string
	client := newClient(http, deserialize(middleware.Before, func(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (middleware.DeserializeOutput, middleware.Metadata, error) {
		req := in.Request.(*smithyhttp.Request)
		seen = append(seen, req.Method, req.URL.String(), req.Header.Get("User-Agent")[:len("m/E")])
		req.Header.Set("X-Unsigned", "after signing")
		out, md, err := next.HandleDeserialize(ctx, in)
		id, _ := awsmiddleware.GetRequestIDMetadata(md)
		seen = append(seen, id, out.RawResponse.(*smithyhttp.Response).Status)
		return out, md, err
	}), func(o *lightsail.Options) { o.APIOptions = slices.Clip(o.APIOptions) })
	_, err := client.GetBuckets(context.Background(), nil)
	var notFound *types.NotFoundException
	if !errors.As(err, &notFound) {
		t.Fatal(err)
	}
	seen[2] = "m/E"
	want := []string{"POST", "https://lightsail.us-east-1.amazonaws.com/", "m/E", "7a1e-request", ""}
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Error(diff)
	}
}

func TestMiddlewareChangesError(t *testing.T) {
	http, _ := answers(say(400, `{"__type":"NotFoundException"}`))
	mine := errors.New("mine")
	client := newClient(http, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		out, md, _ := next.HandleInitialize(ctx, in)
		return out, md, mine
	}))
	if _, err := client.GetBuckets(context.Background(), nil); !errors.Is(err, mine) {
		t.Errorf("error %v", err)
	}
	// Forgiven, it leaves an empty output, as with the official client.
	client = newClient(http, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		out, md, _ := next.HandleInitialize(ctx, in)
		return out, md, nil
	}))
	if out, err := client.GetBuckets(context.Background(), nil); err != nil || out == nil {
		t.Errorf("output %v, error %v", out, err)
	}
}

// What is no output of the operation is told, not a panic.
func TestOutputOfAnotherType(t *testing.T) {
	http, _ := answers(say(200, "{}"))
	refused := func(t *testing.T, want string, way func(*lightsail.Options)) {
		t.Helper()
		spans := new(recorder)
		client := newClient(http, way, func(o *lightsail.Options) { o.TracerProvider = spans })
		out, err := client.GetRegions(context.Background(), nil)
		if out != nil || err == nil || !strings.Contains(err.Error(), "GetRegions, unknown output"+want) {
			t.Errorf("output %v, error %v, want one of an output%s", out, err, want)
		}
		if spans.properties["error"] != true {
			t.Errorf("the call's span tells of no error: %v", spans.properties)
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
		refused(t, want, initialize(func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			return middleware.InitializeOutput{Result: output}, middleware.Metadata{}, nil
		}))
		// Also where there was an output.
		refused(t, want, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
			_, md, err := next.HandleInitialize(ctx, in)
			return middleware.InitializeOutput{Result: output}, md, err
		}))
	}
	for name, change := range map[string]func(*middleware.Stack) error{
		"nothing is decoded": func(s *middleware.Stack) error {
			_, err := s.Deserialize.Remove("OperationDeserializer")
			return err
		},
		"nothing is received": func(s *middleware.Stack) error {
			s.Deserialize.Clear()
			return nil
		},
	} {
		t.Run(name, func(t *testing.T) { refused(t, " type <nil>", lightsail.WithAPIOptions(change)) })
	}
	// One of one's own is taken.
	client := newClient(http, initialize(func(context.Context, middleware.InitializeInput, middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		return middleware.InitializeOutput{Result: &lightsail.GetRegionsOutput{Regions: []types.Region{{}}}}, middleware.Metadata{}, nil
	}))
	if out, err := client.GetRegions(context.Background(), nil); err != nil || len(out.Regions) != 1 {
		t.Errorf("output %v, error %v", out, err)
	}
}

// An input of another operation is refused, even where nobody validates.
func TestInputOfAnotherType(t *testing.T) {
	for name, validation := range map[string]func(*middleware.Stack) error{
		"": func(*middleware.Stack) error { return nil },
		"serialization failed": func(s *middleware.Stack) error {
			_, err := s.Initialize.Remove("OperationInputValidation")
			return err
		},
	} {
		for _, input := range []any{nil, "other", struct{ F func() }{}, &lightsail.GetBundlesInput{}, lightsail.GetRegionsInput{}, (*lightsail.GetRegionsInput)(nil)} {
			http, seen := answers(say(200, "{}"))
			client := newClient(http, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
				in.Parameters = input
				return next.HandleInitialize(ctx, in)
			}), lightsail.WithAPIOptions(validation))
			_, err := client.GetRegions(context.Background(), nil)
			if err == nil || !strings.Contains(err.Error(), "unknown input parameters") || !strings.Contains(err.Error(), fmt.Sprintf("type %T", input)) || !strings.Contains(err.Error(), name) || seen.len() != 0 {
				t.Errorf("%q %T: %d requests, error %v", name, input, seen.len(), err)
			}
		}
	}
}

func TestFinalizeCleared(t *testing.T) {
	http, seen := answers(say(200, `{"nextPageToken":"2"}`))
	client := newClient(http, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		s.Finalize.Clear()
		return s.Finalize.Add(middleware.FinalizeMiddlewareFunc("address", func(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (middleware.FinalizeOutput, middleware.Metadata, error) {
			req := in.Request.(*smithyhttp.Request)
			req.URL.Scheme, req.URL.Host = "https", "own.example"
			return next.HandleFinalize(ctx, in)
		}), middleware.After)
	}))
	out, err := client.GetBuckets(context.Background(), nil)
	if err != nil || aws.ToString(out.NextPageToken) != "2" {
		t.Fatalf("output %+v, error %v", out, err)
	}
	if seen.header(0, "Authorization") != "" || seen.all[0].URL.Host != "own.example" {
		t.Errorf("sent %s %v", seen.all[0].URL, seen.all[0].Header)
	}
}

func TestValidationRemoved(t *testing.T) {
	http, seen := answers(say(200, "{}"))
	client := newClient(http, lightsail.WithAPIOptions(func(s *middleware.Stack) error {
		_, err := s.Initialize.Remove("OperationInputValidation")
		return err
	}))
	if _, err := client.CreateBucket(context.Background(), nil); err != nil || seen.all[0].body != "{}" {
		t.Errorf("%d requests, error %v", seen.len(), err)
	}
}

func TestSigningContext(t *testing.T) {
	http, seen := answers(say(200, "{}"))
	client := newClient(http, initialize(func(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (middleware.InitializeOutput, middleware.Metadata, error) {
		//lint:ignore SA1019 middleware in use sets it
		return next.HandleInitialize(awsmiddleware.SetSigningRegion(ctx, "eu-west-1"), in)
	}))
	if _, err := client.GetBuckets(context.Background(), nil); err != nil {
		t.Fatal(err)
	}
	if auth := seen.header(0, "Authorization"); !strings.Contains(auth, "/eu-west-1/lightsail/") {
		t.Errorf("signed with %s", auth)
	}
}

// A RequestUserAgent grows when users add to it. Were it shared between calls,
// this would race, and the header would grow from call to call.
func TestUserAgentOfManyCalls(t *testing.T) {
	client := newClient(func(r *http.Request) (*http.Response, error) {
		if ua := r.Header.Get("User-Agent"); strings.Count(ua, "tool/1.0") != 1 {
			return nil, fmt.Errorf("User-Agent: %s", ua)
		}
		return answer(200, "{}"), nil
	}, quick, lightsail.WithAPIOptions(awsmiddleware.AddUserAgentKeyValue("tool", "1.0")))
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
