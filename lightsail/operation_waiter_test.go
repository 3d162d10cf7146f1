package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func record(id string, status types.OperationStatus) types.Operation {
	return types.Operation{Id: aws.String(id), Status: status}
}

// operationsThat answers GetOperation with the statuses of each operation, look by
// look, the last one for ever.
func operationsThat(t *testing.T, statuses map[string][]types.OperationStatus) (*lightsail.Client, *[]string) {
	asked := new([]string)
	return newClient(func(r *http.Request) (*http.Response, error) {
		body := make([]byte, 256)
		n, _ := r.Body.Read(body)
		id := strings.Split(string(body[:n]), `"`)[3]
		*asked = append(*asked, id)
		left := statuses[id]
		if left == nil {
			return answer(400, `{"__type":"NotFoundException","message":"no such operation"}`), nil
		}
		if len(left) > 1 {
			statuses[id] = left[1:]
		}
		return answer(200, fmt.Sprintf(`{"operation":{"id":%q,"status":%q,"operationType":"DeleteBucket","resourceName":"photos","errorCode":"%s","errorDetails":"%[3]s"}}`,
			id, left[0], map[bool]string{true: "Busy"}[left[0] == types.OperationStatusFailed])), nil
	}), asked
}

func TestOperationsSucceed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, asked := operationsThat(t, map[string][]types.OperationStatus{
			"b": {types.OperationStatusStarted, types.OperationStatusCompleted},
			"c": {types.OperationStatusNotStarted, types.OperationStatusStarted, types.OperationStatusSucceeded},
		})
		given := []types.Operation{
			record("a", types.OperationStatusSucceeded), record("b", types.OperationStatusStarted), record("c", types.OperationStatusNotStarted),
		}
		var progress []string
		out, err := lightsail.NewOperationSucceededWaiter(client).WaitForOutput(t.Context(), given, time.Hour, func(o *lightsail.OperationSucceededWaiterOptions) {
			o.Progress = func(p lightsail.WaiterProgress[[]types.Operation]) {
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
			t.Error(diff)
		}
		// What has ended is not asked for again.
		if diff := cmp.Diff([]string{"b", "c", "b", "c", "c"}, *asked); diff != "" {
			t.Error(diff)
		}
		if diff := cmp.Diff([]string{"Succeeded Started NotStarted", "Succeeded Completed Started", "Succeeded Completed Succeeded"}, progress); diff != "" {
			t.Error(diff)
		}
		if given[1].Status != types.OperationStatusStarted {
			t.Error("the operations given were changed")
		}
	})
}

func TestOperationFails(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, asked := operationsThat(t, map[string][]types.OperationStatus{
			"a": {types.OperationStatusStarted},
			"b": {types.OperationStatusStarted, types.OperationStatusFailed},
		})
		err := lightsail.NewOperationSucceededWaiter(client).Wait(t.Context(), []types.Operation{
			record("a", types.OperationStatusStarted), record("b", types.OperationStatusStarted),
		}, time.Hour)
		var failed *lightsail.OperationFailedError
		if !errors.As(err, &failed) || *failed.Operation.Id != "b" || *failed.Operation.ErrorCode != "Busy" || len(*asked) != 4 {
			t.Errorf("after %d looks: %v", len(*asked), err)
		}
		if err.Error() != "operation b (DeleteBucket of photos) ended as Failed: Busy: Busy" {
			t.Errorf("error %v", err)
		}
	})
}

func TestOperationsThatCannotBeWaitedFor(t *testing.T) {
	for name, row := range map[string]struct {
		operations []types.Operation
		want       string
		looks      int
	}{
		"none":           {nil, "there are no operations to wait for", 0},
		"no ID":          {[]types.Operation{{Status: types.OperationStatusStarted}}, "operation 1 of 1 has no ID", 0},
		"failed already": {[]types.Operation{record("a", types.OperationStatusFailed)}, "operation a ( of ) ended as Failed", 0},
		"another end":    {[]types.Operation{{Id: aws.String("a"), Status: "Cancelled", IsTerminal: aws.Bool(true)}}, "ended as Cancelled", 0},
		"vanished":       {[]types.Operation{record("x", types.OperationStatusStarted)}, "NotFoundException: no such operation", 1},
	} {
		t.Run(name, func(t *testing.T) {
			client, asked := operationsThat(t, nil)
			err := lightsail.NewOperationSucceededWaiter(client).Wait(context.Background(), row.operations, time.Hour)
			if err == nil || !strings.Contains(err.Error(), row.want) || len(*asked) != row.looks {
				t.Errorf("%d looks, error %v, want %q", len(*asked), err, row.want)
			}
		})
	}
}

func TestOperationsTimeOut(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		client, _ := operationsThat(t, map[string][]types.OperationStatus{"a": {types.OperationStatusStarted}})
		err := lightsail.NewOperationSucceededWaiter(client).Wait(t.Context(), []types.Operation{
			record("a", types.OperationStatusStarted), record("b", types.OperationStatusSucceeded),
		}, time.Minute)
		var timeout *lightsail.WaiterTimeoutError
		if !errors.As(err, &timeout) || !strings.HasSuffix(err.Error(), "at last: 1 of 2 operations have not ended") {
			t.Errorf("error %v", err)
		}
	})
}

func TestBucketDeleted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		http, seen := answers(say(200, `{"buckets":[{"name":"photos"}]}`), say(200, `{"buckets":[{"name":"photos"}]}`), say(400, `{"__type":"NotFoundException"}`))
		err := lightsail.NewBucketDeletedWaiter(newClient(http)).Wait(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("photos")}, time.Hour)
		if err != nil || seen.len() != 3 {
			t.Errorf("%d looks, error %v", seen.len(), err)
		}

		http, _ = answers(say(200, `{"buckets":[{"name":"photos"}]}`))
		err = lightsail.NewBucketDeletedWaiter(newClient(http)).Wait(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("photos")}, time.Minute)
		if err == nil || !strings.HasSuffix(err.Error(), "at last: the bucket is still there") {
			t.Errorf("error %v", err)
		}

		http, _ = answers(say(400, `{"__type":"AccessDeniedException","message":"no"}`))
		err = lightsail.NewBucketDeletedWaiter(newClient(http)).Wait(t.Context(), &lightsail.GetBucketsInput{BucketName: aws.String("photos")}, time.Minute)
		var denied *types.AccessDeniedException
		if !errors.As(err, &denied) {
			t.Errorf("error %v", err)
		}
	})
}
