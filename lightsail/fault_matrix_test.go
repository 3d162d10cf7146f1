package lightsail_test

import (
	"errors"
	"reflect"
	"regexp"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws/retry"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestFaultMatrix calls a sample of operations with every fault, on both paths. It
// checks the error and the number of attempts while the fault persists, and that the
// call succeeds if the fault ends after the first attempt. No request may go to
// another host, and no goroutine may be left.
func TestFaultMatrix(t *testing.T) {
	operations := allOperations(t)
	before := runtime.NumGoroutine()
	t.Run("faults", func(t *testing.T) {
		for i := range faultCases {
			c := &faultCases[i]
			t.Run(c.name, func(t *testing.T) {
				t.Parallel()
				s := newFaultServer(t, c)
				eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
					for _, op := range sampleOperations(operations, i) {
						s.checkFault(t, op, path)
					}
				})
				if n := s.otherReceived.Load(); n != 0 {
					t.Errorf("got %d requests to another host, want none", n)
				}
			})
		}
	})
	checkGoroutines(t, before)
}

func (s *faultServer) checkFault(t *testing.T, op anyOperation, path func(*lightsail.Options)) {
	t.Helper()
	c, attempts := s.fault, s.fault.attempts(op)
	requests := attempts
	if c.notSent {
		requests = 0
	}

	out, n, err := s.call(t, op, path, 1<<30)
	if n.attempts.Load() != int64(attempts) || n.requests.Load() != int64(requests) {
		t.Errorf("%s: got %d attempts and %d requests, want %d and %d", op.name, n.attempts.Load(), n.requests.Load(), attempts, requests)
	}
	if c.wantErr == nil {
		if err != nil {
			t.Errorf("%s: got error %v, want none", op.name, err)
		}
	} else {
		c.checkError(t, op, out, err)
	}

	if attempts == 1 || c.persistent {
		return
	}
	if _, n, err := s.call(t, op, path, 1); err != nil || n.attempts.Load() != 2 {
		t.Errorf("%s: fault in the first attempt only: got %d attempts and error %v, want 2 and none", op.name, n.attempts.Load(), err)
	}
}

var statusText = regexp.MustCompile(`StatusCode: (\d+)`)

// checkError checks the output and error of a call of op while the fault persists.
func (c *faultCase) checkError(t *testing.T, op anyOperation, out any, err error) {
	t.Helper()
	if err == nil {
		t.Errorf("%s: got no error, want %q", op.name, c.wantText)
		return
	}
	if !reflect.ValueOf(out).IsNil() {
		t.Errorf("%s: got output %v with an error, want nil", op.name, out)
	}
	var operation *smithy.OperationError
	if !errors.As(err, &operation) || operation.Operation() != op.name {
		t.Errorf("%s: got error %v, want an OperationError of this operation", op.name, err)
	}
	if c.wantErr != errAny && !errors.As(err, reflect.New(reflect.TypeOf(c.wantErr)).Interface()) {
		t.Errorf("%s: got error %v, want a %s", op.name, err, typeName(c.wantErr))
	}
	if !strings.Contains(err.Error(), c.wantText) || strings.Contains(err.Error(), canary) {
		t.Errorf("%s: got error %v, want %q and nothing of the body in it", op.name, err, c.wantText)
	}
	if c.wantChangeText != "" && strings.Contains(err.Error(), c.wantChangeText) == op.readOnly() {
		t.Errorf("%s: got error %v, want %q in it only if the operation changes something", op.name, err, c.wantChangeText)
	}
	var exhausted *retry.MaxAttemptsError
	if got, want := errors.As(err, &exhausted), c.attempts(op) == 3; got != want {
		t.Errorf("%s: got error %v with MaxAttemptsError = %t, want %t", op.name, err, got, want)
	}
	if status := statusText.FindStringSubmatch(c.wantText); status != nil {
		var response *awshttp.ResponseError
		if !errors.As(err, &response) || strconv.Itoa(response.HTTPStatusCode()) != status[1] {
			t.Errorf("%s: got error %v, want a ResponseError with status %s", op.name, err, status[1])
		}
	}
}
