package lightsail_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func TestBucketAvailableWaiterFailedState(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		out, err := lightsail.NewBucketAvailableWaiter(client).WaitForOutput(t.Context(), archive, time.Hour)

		var state *lightsail.ResourceStateError
		if !errors.As(err, &state) {
			t.Fatalf("got error %v, want a ResourceStateError", err)
		}
		const message = "The creation of the bucket timed out."
		want := lightsail.ResourceStateError{ResourceType: types.ResourceTypeBucket, Name: "archive", State: "Unknown", Reason: message}
		if diff := cmp.Diff(want, *state); diff != "" {
			t.Errorf("error (-want +got):\n%s", diff)
		}
		for _, part := range []string{"archive", "Unknown", message} {
			if !strings.Contains(err.Error(), part) {
				t.Errorf("got error %q, want %q in it", err, part)
			}
		}
		if out != nil || len(server.Calls()) != 2 {
			t.Errorf("got output %v after %d requests, want nil after 2", out, len(server.Calls()))
		}
	}, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1, End: "Unknown", Reason: "The creation of the bucket timed out."}))
}

// TestBucketAvailableWaiterStates checks that all states other than OK and Unknown are
// pending, and that Unknown is a failure.
func TestBucketAvailableWaiterStates(t *testing.T) {
	t.Parallel()
	for _, buckets := range []string{
		``,
		`{"name":"archive"}`,
		`{"name":"archive","state":{}}`,
		`{"name":"archive","state":{"code":""}}`,
		`{"name":"archive","state":{"code":"Pending","message":"a future state"}}`,
	} {
		synctest.Test(t, func(t *testing.T) {
			pending := response(200, `{"buckets":[`+buckets+`]}`)
			do, sent := sequence(pending, pending, response(200, `{"buckets":[{"name":"archive","state":{"code":"OK"}}]}`))
			if err := lightsail.NewBucketAvailableWaiter(newClient(do)).Wait(t.Context(), archive, time.Hour); err != nil || sent.len() != 3 {
				t.Errorf("%s: got %d requests and error %v, want 3 and none", buckets, sent.len(), err)
			}
		})
	}
	do, _ := sequence(response(200, `{"buckets":[{"name":"archive","state":{"code":"Unknown"}}]}`))
	err := lightsail.NewBucketAvailableWaiter(newClient(do)).Wait(t.Context(), archive, time.Hour)
	var state *lightsail.ResourceStateError
	if !errors.As(err, &state) || state.Reason != "" {
		t.Errorf("got error %v, want a ResourceStateError without a message", err)
	}
}

// accessLogEnabled returns an enabled configuration. Unlike AccessLogOn, it keeps an empty
// prefix.
func accessLogEnabled(destination, prefix *string) *types.BucketAccessLogConfig {
	return &types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: destination, Prefix: prefix}
}

// TestBucketAccessLogConfiguredWaiterComparison checks which configurations are equal to the
// wanted one.
func TestBucketAccessLogConfiguredWaiterComparison(t *testing.T) {
	t.Parallel()
	logs, empty := aws.String("logs"), aws.String("")
	rows := map[string]struct {
		got   *types.BucketAccessLogConfig
		want  types.BucketAccessLogConfig
		equal bool
	}{
		"enabled, enabled":                    {accessLogEnabled(logs, nil), *lightsail.AccessLogOn("logs", ""), true},
		"enabled, empty prefix":               {accessLogEnabled(logs, nil), *accessLogEnabled(logs, empty), true},
		"empty prefix, enabled":               {accessLogEnabled(logs, empty), *lightsail.AccessLogOn("logs", ""), true},
		"prefix, same prefix":                 {accessLogEnabled(logs, aws.String("a/")), *lightsail.AccessLogOn("logs", "a/"), true},
		"prefix, other prefix":                {accessLogEnabled(logs, aws.String("a/")), *lightsail.AccessLogOn("logs", "b/"), false},
		"prefix, no prefix":                   {accessLogEnabled(logs, aws.String("a/")), *lightsail.AccessLogOn("logs", ""), false},
		"no prefix, prefix":                   {accessLogEnabled(logs, nil), *lightsail.AccessLogOn("logs", "a/"), false},
		"enabled, other destination":          {accessLogEnabled(logs, nil), *lightsail.AccessLogOn("other", ""), false},
		"enabled, disabled":                   {accessLogEnabled(logs, nil), *lightsail.AccessLogOff(), false},
		"disabled, enabled":                   {lightsail.AccessLogOff(), *lightsail.AccessLogOn("logs", ""), false},
		"disabled, disabled":                  {lightsail.AccessLogOff(), *lightsail.AccessLogOff(), true},
		"nil, disabled":                       {nil, *lightsail.AccessLogOff(), true},
		"nil, zero value":                     {nil, types.BucketAccessLogConfig{}, true},
		"nil, enabled":                        {nil, *lightsail.AccessLogOn("logs", ""), false},
		"disabled with destination, disabled": {&types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: logs, Prefix: logs}, *lightsail.AccessLogOff(), true},
		"disabled, disabled with destination": {lightsail.AccessLogOff(), types.BucketAccessLogConfig{Enabled: aws.Bool(false), Destination: logs}, true},
		"zero value, disabled":                {&types.BucketAccessLogConfig{}, *lightsail.AccessLogOff(), true},
		"prefix in other case":                {accessLogEnabled(logs, aws.String("A/")), *lightsail.AccessLogOn("logs", "a/"), false},
		"nil, Enabled not set":                {nil, types.BucketAccessLogConfig{Destination: logs}, true},
	}
	for name, row := range rows {
		t.Run(name, func(t *testing.T) {
			client := fixedBuckets{&lightsail.GetBucketsOutput{Buckets: []types.Bucket{{Name: aws.String("archive"), AccessLogConfig: row.got}}}}
			synctest.Test(t, func(t *testing.T) {
				err := lightsail.NewBucketAccessLogConfiguredWaiter(client, row.want).Wait(t.Context(), archive, time.Minute)
				if row.equal {
					if err != nil {
						t.Errorf("got error %v, want none", err)
					}
				} else if timeout := requireTimeout(t, err); timeout.Waiter != "BucketAccessLogConfigured" {
					t.Errorf("got timeout %#v, want one of BucketAccessLogConfigured", timeout)
				}
			})
		})
	}
}

// fixedBuckets is a client that always returns the same output.
type fixedBuckets struct{ out *lightsail.GetBucketsOutput }

func (f fixedBuckets) GetBuckets(context.Context, *lightsail.GetBucketsInput, ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	return f.out, nil
}

// TestBucketAccessLogConfiguredWaiter waits for a change that is made after a minute. The
// caller changes the wanted configuration after it has created the waiter.
func TestBucketAccessLogConfiguredWaiter(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		server.PutBuckets(types.Bucket{Name: aws.String("logs")})
		want := lightsail.AccessLogOn("logs", "archive/")
		waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *want)
		*want.Prefix = "changed/"
		time.AfterFunc(time.Minute, func() {
			_, err := client.UpdateBucket(t.Context(), &lightsail.UpdateBucketInput{
				BucketName:      aws.String("archive"),
				AccessLogConfig: lightsail.AccessLogOn("logs", "archive/"),
			})
			if err != nil {
				t.Errorf("UpdateBucket: got error %v, want none", err)
			}
		})
		start := time.Now()

		out, err := waiter.WaitForOutput(t.Context(), archive, time.Hour)

		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(accessLogEnabled(aws.String("logs"), aws.String("archive/")), out.Buckets[0].AccessLogConfig); diff != "" {
			t.Errorf("configuration (-want +got):\n%s", diff)
		}
		if elapsed := time.Since(start); elapsed < time.Minute || elapsed > 90*time.Second {
			t.Errorf("got an elapsed time of %v, want 1m to 1m30s", elapsed)
		}
	})
}

// TestBucketAccessLogConfiguredWaiterNotFound checks that a missing bucket ends the wait.
func TestBucketAccessLogConfiguredWaiterNotFound(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		waiter := lightsail.NewBucketAccessLogConfiguredWaiter(client, *lightsail.AccessLogOff())
		err := waiter.Wait(t.Context(), archive, time.Hour)
		if !lightsail.IsNotFound(err) || len(server.Calls()) != 1 {
			t.Errorf("got %d requests and error %v, want 1 and not found", len(server.Calls()), err)
		}
		if err := waiter.Wait(t.Context(), nil, time.Hour); err == nil || !strings.Contains(err.Error(), "GetBucketsInput.BucketName") {
			t.Errorf("nil input: got error %v, want the missing BucketName", err)
		}
	}, alwaysHidden)
}

func TestBucketDeletedWaiter(t *testing.T) {
	t.Parallel()
	exists := response(200, `{"buckets":[{"name":"archive"}]}`)
	t.Run("deleted", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			do, sent := sequence(exists, exists, response(400, `{"__type":"NotFoundException"}`))
			err := lightsail.NewBucketDeletedWaiter(newClient(do)).Wait(t.Context(), archive, time.Hour)
			if err != nil || sent.len() != 3 {
				t.Errorf("got %d requests and error %v, want 3 and none", sent.len(), err)
			}
		})
	})
	t.Run("not deleted", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			do, _ := sequence(exists)
			err := lightsail.NewBucketDeletedWaiter(newClient(do)).Wait(t.Context(), archive, time.Minute)
			timeout := requireTimeout(t, err)
			last, ok := timeout.Last.(*lightsail.GetBucketsOutput)
			if timeout.Waiter != "BucketDeleted" || !ok || len(last.Buckets) != 1 || !strings.Contains(err.Error(), " still ") {
				t.Errorf("got timeout %#v with error %v, want one that says that the bucket still exists", timeout, err)
			}
		})
	})
	t.Run("access denied", func(t *testing.T) {
		do, sent := sequence(response(400, `{"__type":"AccessDeniedException","message":"no"}`))
		err := lightsail.NewBucketDeletedWaiter(newClient(do)).Wait(t.Context(), archive, time.Minute)
		var denied *types.AccessDeniedException
		if !errors.As(err, &denied) || sent.len() != 1 {
			t.Errorf("got %d requests and error %v, want 1 and an AccessDeniedException", sent.len(), err)
		}
	})
}
