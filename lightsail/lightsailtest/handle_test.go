package lightsailtest_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// names returns the names of the buckets that GetBuckets lists.
func names(t *testing.T, client *lightsail.Client) (names []string) {
	t.Helper()
	for _, b := range must[lightsail.GetBucketsOutput](t)(client.GetBuckets(t.Context(), nil)).Buckets {
		names = append(names, *b.Name)
	}
	return names
}

// A function replaces the state of the server, leaves calls to it, calls its methods, and
// is replaced and removed.
func TestHandle(t *testing.T) {
	server, client := newTestServer(t)
	remaining := 2
	lightsailtest.Handle(server, func(ctx context.Context, in *lightsail.GetBucketsInput) (*lightsail.GetBucketsOutput, error) {
		if remaining--; remaining < 0 {
			return nil, fmt.Errorf("no buckets remain: %w", lightsailtest.Pass)
		}
		// The server holds no lock.
		server.PutBuckets(types.Bucket{Name: aws.String(fmt.Sprint("put-", remaining))})
		return &lightsail.GetBucketsOutput{Buckets: []types.Bucket{{Name: aws.String("handled")}}}, nil
	})
	wantEqual(t, "first call", []string{"handled"}, names(t, client))
	wantEqual(t, "second call", []string{"handled"}, names(t, client))
	wantEqual(t, "call that the function passes", []string{"alpha", "put-0", "put-1"}, names(t, client))

	lightsailtest.Handle(server, func(context.Context, *lightsail.GetBucketsInput) (*lightsail.GetBucketsOutput, error) {
		return &lightsail.GetBucketsOutput{}, nil
	})
	wantEqual(t, "call of the second function", []string(nil), names(t, client))
	lightsailtest.Handle[lightsail.GetBucketsInput, lightsail.GetBucketsOutput](server, nil)
	wantEqual(t, "call after the removal", []string{"alpha", "put-0", "put-1"}, names(t, client))

	// The function gets the input of the call, and a context that ends with it.
	var got *lightsail.GetInstanceInput
	var inCall context.Context
	lightsailtest.Handle(server, func(ctx context.Context, in *lightsail.GetInstanceInput) (*lightsail.GetInstanceOutput, error) {
		got, inCall = in, ctx
		return &lightsail.GetInstanceOutput{}, ctx.Err()
	})
	in := &lightsail.GetInstanceInput{InstanceName: aws.String("any"), IncludeHealthStatus: aws.Bool(true)}
	must[lightsail.GetInstanceOutput](t)(client.GetInstance(t.Context(), in))
	wantEqual(t, "input", in, got)
	if inCall.Err() == nil {
		t.Error("the context of the call has not ended")
	}
}

// The client receives an error of the service as such.
func TestHandleServiceErrors(t *testing.T) {
	server, client := newTestServer(t)
	var err error
	lightsailtest.Handle(server, func(context.Context, *lightsail.GetDisksInput) (*lightsail.GetDisksOutput, error) { return nil, err })

	err = fmt.Errorf("wrapped: %w", &types.OperationFailureException{Message: aws.String("busy"), Code: aws.String("Busy"), Tip: aws.String("Wait.")})
	_, got := client.GetDisks(t.Context(), nil)
	var failure *types.OperationFailureException
	if !errors.As(got, &failure) || *failure.Message != "busy" || *failure.Code != "Busy" || *failure.Tip != "Wait." {
		t.Errorf("got %v, want the exception of the function", got)
	}

	err = &smithy.GenericAPIError{Code: "QuotaExceeded", Message: "no more disks"}
	_, got = client.GetDisks(t.Context(), nil)
	var generic *smithy.GenericAPIError
	if !errors.As(got, &generic) || generic.Code != "QuotaExceeded" || generic.Message != "no more disks" {
		t.Errorf("got %v, want the error of the function", got)
	}

	server.ResetCalls()
	err = &smithy.GenericAPIError{Code: "ThrottlingException"}
	_, got = client.GetDisks(t.Context(), nil)
	wantCode(t, "error that clients retry", got, "ThrottlingException")
	server.AssertCalls(t, "GetDisks", "GetDisks #2", "GetDisks #3")
}

// Any other error, and neither an output nor an error, fail the test. The client does not
// retry the call.
func TestHandleInvalidResult(t *testing.T) {
	f := &fakeTB{TB: t}
	server := lightsailtest.NewServer(f)
	client := server.Client(inProcess(server))
	results := []error{errors.New("unexpected input"), nil}
	lightsailtest.Handle(server, func(context.Context, *lightsail.GetDisksInput) (*lightsail.GetDisksOutput, error) {
		err := results[0]
		results = results[1:]
		return nil, err
	})
	for range 2 {
		_, err := client.GetDisks(t.Context(), nil)
		wantCode(t, "invalid result", err, "HandlerError")
	}
	server.AssertCalls(t, "GetDisks", "GetDisks")
	failures := f.end()
	for i, want := range []string{"unexpected input", "neither an output nor an error"} {
		if len(failures) != 2 || !strings.Contains(failures[i], want) {
			t.Errorf("got failures %q, want %q in number %d of 2", failures, want, i+1)
		}
	}
}

func TestHandlePanicsForWrongTypes(t *testing.T) {
	server, _ := newTestServer(t)
	type GetBucketsInput struct{}
	type GetBucketsOutput struct{}
	for name, handle := range map[string]func(){
		"output of another API operation": func() {
			lightsailtest.Handle[lightsail.GetBucketsInput, lightsail.GetBundlesOutput](server, nil)
		},
		"output as the input": func() { lightsailtest.Handle[lightsail.GetBucketsOutput, lightsail.GetBucketsOutput](server, nil) },
		"other input type":    func() { lightsailtest.Handle[GetBucketsInput, lightsail.GetBucketsOutput](server, nil) },
		"other types":         func() { lightsailtest.Handle[GetBucketsInput, GetBucketsOutput](server, nil) },
		"other output type":   func() { lightsailtest.Handle[lightsail.GetBucketsInput, GetBucketsOutput](server, nil) },
		"no struct":           func() { lightsailtest.Handle[int, string](server, nil) },
	} {
		func() {
			defer func() {
				if text := fmt.Sprint(recover()); !strings.Contains(text, "not the input and the output of one API operation") {
					t.Errorf("%s: got panic %s", name, text)
				}
			}()
			handle()
		}()
	}
}

// Signature, body and faults come before the function.
func TestHandleRunsLast(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	called := 0
	lightsailtest.Handle(server, func(context.Context, *lightsail.GetInstanceInput) (*lightsail.GetInstanceOutput, error) {
		called++
		return &lightsail.GetInstanceOutput{}, nil
	})
	for body, code := range map[string]string{
		"{": "SerializationException", `{"instanceName":"web","name":1}`: "SerializationException", "{}": invalidInput, `{"instanceName":" "}`: invalidInput,
	} {
		if code != invalidInput {
			server.Expect(code)
		}
		_, _, text := send(t, server.HTTPClient(), newRequest("GetInstance", body).sign(t, anyURL))
		if !strings.Contains(text, code) {
			t.Errorf("body %s: got %s, want %s", body, text, code)
		}
	}
	server.Expect("MissingAuthenticationTokenException")
	unsigned := newRequest("GetInstance", `{"instanceName":"web"}`).sign(t, anyURL)
	unsigned.Header.Del("Authorization")
	send(t, server.HTTPClient(), unsigned)
	in := &lightsail.GetInstanceInput{InstanceName: web}
	server.Inject("GetInstance", lightsailtest.Error(&types.ServiceException{}))
	_, err := client.GetInstance(t.Context(), in, noRetry)
	wantCode(t, "call with a fault", err, "ServiceException")
	wantEqual(t, "calls of the function", 0, called)

	server.Inject("GetInstance", lightsailtest.Hook(func(r *http.Request, next lightsailtest.RoundTrip) (*http.Response, error) {
		wantEqual(t, "calls of the function before the hook", 0, called)
		return next(r)
	}))
	must[lightsail.GetInstanceOutput](t)(client.GetInstance(t.Context(), in))
	wantEqual(t, "calls of the function", 1, called)
}

// All calls of the function are in progress at the same time.
func TestHandleConcurrentCalls(t *testing.T) {
	forEachTransport(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		const calls = 8
		ctx := timeout(t)
		started, all := make(chan struct{}, calls), make(chan struct{})
		lightsailtest.Handle(server, func(ctx context.Context, in *lightsail.GetDiskInput) (*lightsail.GetDiskOutput, error) {
			started <- struct{}{}
			select {
			case <-all:
			case <-ctx.Done():
			}
			return &lightsail.GetDiskOutput{Disk: &types.Disk{Name: in.DiskName}}, ctx.Err()
		})
		var wait sync.WaitGroup
		for n := range calls {
			wait.Go(func() {
				name := fmt.Sprint("disk-", n)
				out, err := client.GetDisk(ctx, &lightsail.GetDiskInput{DiskName: &name})
				if err != nil || *out.Disk.Name != name {
					t.Errorf("%s: got %+v, %v", name, out, err)
				}
			})
		}
		for range calls {
			select {
			case <-started:
			case <-ctx.Done():
				t.Error("not all calls have started")
			}
		}
		close(all)
		wait.Wait()
	})
}
