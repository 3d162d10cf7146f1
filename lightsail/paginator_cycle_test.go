package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestPaginatorTokenCycle lists from a server that returns two or more page tokens over and
// over. Only the context ends such a listing: a paginator keeps no tokens but the last one.
func TestPaginatorTokenCycle(t *testing.T) {
	t.Parallel()
	const requests = 300
	for _, length := range []int{2, 3, 1_000_000} {
		t.Run(fmt.Sprintf("cycle of %d", length), func(t *testing.T) {
			eachMethod(t, func(t *testing.T, list listFunc) {
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				sent := 0
				client := newClient(func(*http.Request) (*http.Response, error) {
					if sent++; sent == requests {
						cancel()
					}
					return newResponse(200, fmt.Sprintf(`{"buckets":[{"name":"b"}],"nextPageToken":"%d"}`, sent%length)), nil
				})
				var all []string
				var err error
				runWithTimeout(t, "list", func() { all, err = list(ctx, lightsail.NewGetBucketsPaginator(client, nil)) })
				if !errors.Is(err, context.Canceled) || sent != requests || len(all) < requests-1 {
					t.Errorf("got %d buckets in %d requests and error %v, want %d requests and context.Canceled", len(all), sent, err, requests)
				}
			})
		})
	}
}

// TestLogEventsPaginatorTokenCycle does the same for the paginator that follows one of two
// tokens and accepts a token that is returned twice.
func TestLogEventsPaginatorTokenCycle(t *testing.T) {
	t.Parallel()
	for _, fromHead := range []bool{false, true} {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		sent := 0
		client := newClient(func(*http.Request) (*http.Response, error) {
			if sent++; sent == 100 {
				cancel()
			}
			return newResponse(200, fmt.Sprintf(`{"resourceLogEvents":[{}],"nextForwardToken":"f%d","nextBackwardToken":"b%d"}`, sent%2, sent%3)), nil
		})
		in := &lightsail.GetRelationalDatabaseLogEventsInput{
			LogStreamName: aws.String("error"), RelationalDatabaseName: aws.String("db"), StartFromHead: &fromHead,
		}
		var last error
		runWithTimeout(t, "list", func() {
			for _, err := range lightsail.NewGetRelationalDatabaseLogEventsPaginator(client, in).All(ctx) {
				last = err
			}
		})
		if !errors.Is(last, context.Canceled) || sent != 100 {
			t.Errorf("from the head = %t: got %d requests and error %v, want 100 and context.Canceled", fromHead, sent, last)
		}
	}
}
