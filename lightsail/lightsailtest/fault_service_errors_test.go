package lightsailtest_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// The client recognizes each fault and does not retry it, and the API operation does not
// run.
func TestServiceErrorFaults(t *testing.T) {
	for _, test := range []struct {
		name             string
		fault            lightsailtest.Fault
		code             string
		busy, isNotFound bool
	}{
		{"Busy", lightsailtest.Busy(), "InvalidInputException", true, false},
		{"OperationInProgress", lightsailtest.OperationInProgress(), "OperationFailureException", true, false},
		{"NotFound", lightsailtest.NotFound(), "NotFoundException", false, true},
		{"DoesNotExist", lightsailtest.DoesNotExist(), "DoesNotExist", false, true},
	} {
		server, client := newTestServer(t)
		server.Inject("StopInstance", test.fault.Times(2))
		stop := func() error {
			_, err := client.StopInstance(t.Context(), &lightsail.StopInstanceInput{InstanceName: aws.String("web")})
			return err
		}
		for range 2 {
			err := stop()
			wantCode(t, test.name, err, test.code)
			if lightsail.IsBusy(err) != test.busy || lightsail.IsNotFound(err) != test.isNotFound {
				t.Errorf("%s: got IsBusy %v and IsNotFound %v for %v, want %v and %v",
					test.name, lightsail.IsBusy(err), lightsail.IsNotFound(err), err, test.busy, test.isNotFound)
			}
		}
		wantEqual(t, test.name+": number of requests", 2, len(server.Calls()))
		wantEqual(t, test.name+": operation records", []types.Operation(nil), server.Snapshot().Operations)
		wantCode(t, test.name+": third call", stop(), "")
	}
}
