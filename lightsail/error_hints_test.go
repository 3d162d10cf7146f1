package lightsail_test

import (
	"errors"
	"strings"
	"testing"

	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

const (
	domainsElsewhere = "Domain-related APIs are only available in the us-east-1 Region. Please set your Region configuration to us-east-1 to create, view, or edit these resources."
	deniedToRole     = "User: arn:aws:sts::111122223333:assumed-role/AmazonLightsailInstanceRole/i-0abc is not authorized to perform: lightsail:GetBuckets"
	deniedToUser     = "User: arn:aws:iam::111122223333:user/web is not authorized to perform: lightsail:GetBuckets"
)

// callWithError returns the error of a call to which the service responds with the code
// and message.
func callWithError(t *testing.T, path func(*lightsail.Options), code, message string) error {
	t.Helper()
	do, sent := sequence(response(400, `{"__type":"`+code+`","message":"`+message+`"}`))
	_, err := newClient(do, noRetryDelay, path).GetBuckets(t.Context(), nil)
	if err == nil {
		t.Fatalf("%s: %s: got no error, want one", code, message)
	}
	if sent.len() != 1 {
		t.Errorf("%s: %s: got %d attempts, want 1", code, message, sent.len())
	}
	return err
}

// TestErrorHints checks which errors have a hint, that it follows the official text, and
// that the exception and the chain are those of an error without a hint.
func TestErrorHints(t *testing.T) {
	t.Parallel()
	const role, region = "configure other credentials", `o.Region = "us-east-1"`
	for _, row := range []struct{ code, message, hint string }{
		{"InvalidInputException", domainsElsewhere, region},
		{"InvalidInputException", "Distribution-related APIs are only available in the us-east-1 Region.", region},
		{"InvalidInputException", "This is only available in us-east-1", region},
		{"AccessDeniedException", deniedToRole, role},
		{"AccessDenied", deniedToRole, role},
		{"UnrecognizedClientException", deniedToRole, role},

		{"InvalidInputException", "This is only available in us-west-2", ""},
		{"InvalidInputException", "The Availability Zone us-east-1a is invalid", ""},
		{"InvalidInputException", deniedToRole, ""},
		{"NotFoundException", domainsElsewhere, ""},
		{"AccessDeniedException", deniedToUser, ""},
		{"AccessDeniedException", domainsElsewhere, ""},
		{"UnrecognizedClientException", "The security token included in the request is invalid.", ""},
	} {
		eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
			err := callWithError(t, path, row.code, row.message)
			var api smithy.APIError
			if !errors.As(err, &api) || api.ErrorCode() != row.code || api.ErrorMessage() != row.message {
				t.Fatalf("got API error %v in %v, want the code %s and the message as sent", api, err, row.code)
			}
			official := "operation error Lightsail: GetBuckets, https response error StatusCode: 400, RequestID: 7a1e-request, " + api.Error()
			after, ok := strings.CutPrefix(err.Error(), official)
			switch {
			case !ok:
				t.Errorf("got error %q, want it to begin with %q", err, official)
			case row.hint == "" && after != "":
				t.Errorf("got %q after the official text of %q, want nothing", after, row.message)
			case !strings.Contains(after, row.hint):
				t.Errorf("got %q after the official text, want %q in it", after, row.hint)
			}
		})
	}
}

// TestErrorHintChain checks that errors.As finds every error of the chain around a hint.
func TestErrorHintChain(t *testing.T) {
	t.Parallel()
	eachPath(t, func(t *testing.T, path func(*lightsail.Options)) {
		err := callWithError(t, path, "InvalidInputException", domainsElsewhere)
		operation, ok := err.(*smithy.OperationError)
		if !ok || operation.Operation() != "GetBuckets" {
			t.Errorf("got error of type %T, want the OperationError of GetBuckets", err)
		}
		var response *awshttp.ResponseError
		if !errors.As(err, &response) || response.ServiceRequestID() != "7a1e-request" || response.HTTPStatusCode() != 400 {
			t.Errorf("got response error %v, want the status and the request ID", response)
		}
		if !errors.As(err, new(*smithyhttp.ResponseError)) {
			t.Errorf("got error %v, want a smithyhttp.ResponseError in it", err)
		}
		var invalid *types.InvalidInputException
		if !errors.As(err, &invalid) || *invalid.Message != domainsElsewhere || invalid.Error() != "InvalidInputException: "+domainsElsewhere {
			t.Errorf("got exception %v, want the message as sent", invalid)
		}
		if !errors.Is(err, invalid) {
			t.Errorf("got error %v that is not its exception, want errors.Is to find it", err)
		}
	})
}
