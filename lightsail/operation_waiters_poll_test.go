package lightsail_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A record that comes back without its ID is polled under the ID that was given.
func TestOperationWaiterKeepsID(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := &recordWithoutID{statuses: []types.OperationStatus{types.OperationStatusStarted, types.OperationStatusSucceeded}}
		given := []types.Operation{{Id: aws.String("a"), Status: types.OperationStatusStarted}}
		out, err := lightsail.NewOperationSucceededWaiter(client).WaitForOutput(t.Context(), given, time.Minute)
		if err != nil {
			t.Fatal(err)
		}
		if want := []string{"a", "a"}; !slices.Equal(client.ids, want) {
			t.Errorf("polled %q, want %q", client.ids, want)
		}
		if len(out) != 1 || aws.ToString(out[0].Id) != "a" || out[0].Status != types.OperationStatusSucceeded {
			t.Errorf("output %v, want the record a that succeeded", out)
		}
	})
}

// Retryable may end the wait successfully after a poll that failed.
func TestOperationWaiterAcceptsFailedPoll(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client := &recordWithoutID{err: errors.New("no such record")}
		waiter := lightsail.NewOperationSucceededWaiter(client, func(o *lightsail.OperationSucceededWaiterOptions) {
			o.Retryable = func(context.Context, *[]types.Operation, *[]types.Operation, error) (bool, error) { return false, nil }
		})
		given := []types.Operation{{Id: aws.String("a"), Status: types.OperationStatusStarted}}
		out, err := waiter.WaitForOutput(t.Context(), given, time.Minute)
		if err != nil || len(out) != 1 || aws.ToString(out[0].Id) != "a" {
			t.Errorf("output %v, error %v; want the record that was given and no error", out, err)
		}
	})
}

// recordWithoutID responds with records that lack their ID.
type recordWithoutID struct {
	ids      []string
	statuses []types.OperationStatus
	err      error
}

func (c *recordWithoutID) GetOperation(_ context.Context, in *lightsail.GetOperationInput, _ ...func(*lightsail.Options)) (*lightsail.GetOperationOutput, error) {
	c.ids = append(c.ids, aws.ToString(in.OperationId))
	if c.err != nil {
		return nil, c.err
	}
	return &lightsail.GetOperationOutput{Operation: &types.Operation{Status: c.statuses[len(c.ids)-1]}}, nil
}
