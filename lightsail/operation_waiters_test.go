package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// operationRecord returns a Lightsail operation, as calls return it.
func operationRecord(id string, status types.OperationStatus) types.Operation {
	return types.Operation{Id: aws.String(id), Status: status}
}

// operationServer returns a client whose GetOperation returns the statuses of each
// operation one after the other and then repeats the last one, and the IDs that were
// requested.
func operationServer(statuses map[string][]types.OperationStatus) (*lightsail.Client, *[]string) {
	requested := new([]string)
	return newClient(func(r *http.Request) (*http.Response, error) {
		body := make([]byte, 256)
		n, _ := r.Body.Read(body)
		id := strings.Split(string(body[:n]), `"`)[3]
		*requested = append(*requested, id)
		left := statuses[id]
		if left == nil {
			return newResponse(400, `{"__type":"NotFoundException","message":"no such operation"}`), nil
		}
		if len(left) > 1 {
			statuses[id] = left[1:]
		}
		return newResponse(200, fmt.Sprintf(`{"operation":{"id":%q,"status":%q,"operationType":"DeleteBucket","resourceName":"photos","errorCode":"%s","errorDetails":"%[3]s"}}`,
			id, left[0], map[bool]string{true: "Busy"}[left[0] == types.OperationStatusFailed])), nil
	}), requested
}

// TestOperationSucceededWaiter waits for three operations, one of which has ended before.
func TestOperationSucceededWaiter(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client, requested := operationServer(map[string][]types.OperationStatus{
			"b": {types.OperationStatusStarted, types.OperationStatusCompleted},
			"c": {types.OperationStatusNotStarted, types.OperationStatusStarted, types.OperationStatusSucceeded},
		})
		operations := []types.Operation{
			operationRecord("a", types.OperationStatusSucceeded), operationRecord("b", types.OperationStatusStarted), operationRecord("c", types.OperationStatusNotStarted),
		}
		var progress []string
		out, err := lightsail.NewOperationSucceededWaiter(client).WaitForOutput(t.Context(), operations, time.Hour, func(o *lightsail.OperationSucceededWaiterOptions) {
			o.Progress = func(p lightsail.WaiterProgress[*[]types.Operation]) {
				var statuses []string
				for _, operation := range *p.Output {
					statuses = append(statuses, string(operation.Status))
				}
				progress = append(progress, strings.Join(statuses, " "))
			}
		})
		if err != nil {
			t.Fatal(err)
		}
		var ended []types.OperationStatus
		for _, operation := range out {
			ended = append(ended, operation.Status)
		}
		if diff := cmp.Diff([]types.OperationStatus{"Succeeded", "Completed", "Succeeded"}, ended); diff != "" {
			t.Errorf("final statuses (-want +got):\n%s", diff)
		}
		// An operation that has ended is not requested again.
		if diff := cmp.Diff([]string{"b", "c", "b", "c", "c"}, *requested); diff != "" {
			t.Errorf("requested IDs (-want +got):\n%s", diff)
		}
		if diff := cmp.Diff([]string{"Succeeded Started NotStarted", "Succeeded Completed Started", "Succeeded Completed Succeeded"}, progress); diff != "" {
			t.Errorf("progress (-want +got):\n%s", diff)
		}
		if operations[1].Status != types.OperationStatusStarted {
			t.Errorf("got status %s of the caller's operation, want Started", operations[1].Status)
		}
	})
}

func TestOperationSucceededWaiterFailure(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client, requested := operationServer(map[string][]types.OperationStatus{
			"a": {types.OperationStatusStarted},
			"b": {types.OperationStatusStarted, types.OperationStatusFailed},
		})
		err := lightsail.NewOperationSucceededWaiter(client).Wait(t.Context(), []types.Operation{
			operationRecord("a", types.OperationStatusStarted), operationRecord("b", types.OperationStatusStarted),
		}, time.Hour)
		var failed *lightsail.OperationFailedError
		if !errors.As(err, &failed) || *failed.Operation.Id != "b" || *failed.Operation.ErrorCode != "Busy" || len(*requested) != 4 {
			t.Errorf("got error %v after %d requests, want an OperationFailedError of b after 4", err, len(*requested))
		}
		want := regexp.MustCompile(`^operation b .*DeleteBucket.*photos.*Failed: Busy: Busy$`)
		if !want.MatchString(err.Error()) {
			t.Errorf("got error %v, want a match of %s", err, want)
		}
	})
}

func TestOperationSucceededWaiterInvalidOperations(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		operations []types.Operation
		contains   []string // parts of the error
		failed     bool     // the error is an OperationFailedError
		requests   int
	}{
		"none":           {nil, []string{"operations must not be empty"}, false, 0},
		"no ID":          {[]types.Operation{{Status: types.OperationStatusStarted}}, []string{"operation 1 of 1 has no Id"}, false, 0},
		"failed already": {[]types.Operation{operationRecord("a", types.OperationStatusFailed)}, []string{"operation a ", "Failed"}, true, 0},
		"unknown status": {[]types.Operation{{Id: aws.String("a"), Status: "Cancelled", IsTerminal: aws.Bool(true)}}, []string{"operation a ", "Cancelled"}, true, 0},
		"not found":      {[]types.Operation{operationRecord("x", types.OperationStatusStarted)}, []string{"NotFoundException: no such operation"}, false, 1},
	} {
		t.Run(name, func(t *testing.T) {
			client, requested := operationServer(nil)
			err := lightsail.NewOperationSucceededWaiter(client).Wait(context.Background(), row.operations, time.Hour)
			if err == nil || len(*requested) != row.requests {
				t.Fatalf("got %d requests and error %v, want %d and an error", len(*requested), err, row.requests)
			}
			for _, part := range row.contains {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("got error %v, want %q in it", err, part)
				}
			}
			var failed *lightsail.OperationFailedError
			if got := errors.As(err, &failed); got != row.failed {
				t.Errorf("got error %v with OperationFailedError = %t, want %t", err, got, row.failed)
			}
		})
	}
}

func TestOperationSucceededWaiterTimeout(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		client, _ := operationServer(map[string][]types.OperationStatus{"a": {types.OperationStatusStarted}})
		err := lightsail.NewOperationSucceededWaiter(client).Wait(t.Context(), []types.Operation{
			operationRecord("a", types.OperationStatusStarted), operationRecord("b", types.OperationStatusSucceeded),
		}, time.Minute)
		var timeout *lightsail.WaiterTimeoutError
		if !errors.As(err, &timeout) || !strings.Contains(err.Error(), ": 1 of 2 operations ") {
			t.Errorf("got error %v, want a WaiterTimeoutError that says that 1 of 2 operations has not ended", err)
		}
	})
}
