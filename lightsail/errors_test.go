package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// fromCall wraps err as a call does, and then once more as its caller may.
func fromCall(err error) error {
	return fmt.Errorf("listing: %w", &smithy.OperationError{
		ServiceID:     lightsail.ServiceID,
		OperationName: "GetBuckets",
		Err: &awshttp.ResponseError{
			RequestID: "7a1e-request",
			ResponseError: &smithyhttp.ResponseError{
				Response: &smithyhttp.Response{Response: &http.Response{StatusCode: 400}},
				Err:      err,
			},
		},
	})
}

// checkHelper checks a function that classifies errors with err by itself and with
// err as the cause of a failed call.
func checkHelper(t *testing.T, is func(error) bool, name string, err error, want bool) {
	t.Helper()
	if got := is(err); got != want {
		t.Errorf("%s: got %t for %v, want %t", name, got, err, want)
	}
	if err == nil {
		return
	}
	if got := is(fromCall(err)); got != want {
		t.Errorf("%s: got %t for %v, want %t", name, got, fromCall(err), want)
	}
}

func generic(code, message string) error {
	return &smithy.GenericAPIError{Code: code, Message: message}
}

func TestIsNotFound(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		err  error
		want bool
	}{
		"nil":                        {nil, false},
		"exception":                  {&types.NotFoundException{}, true},
		"exception, code overridden": {&types.NotFoundException{ErrorCodeOverride: aws.String("Other")}, true},
		"exception, joined":          {errors.Join(errors.New("other"), &types.NotFoundException{}), true},
		"code DoesNotExist":          {generic("DoesNotExist", "There is none."), true},
		"code overridden":            {&types.InvalidInputException{ErrorCodeOverride: aws.String("DoesNotExist")}, true},
		"similar code":               {generic("DoesNotExistException", ""), false},
		"code of invalid input":      {generic("InvalidInputException", "DoesNotExist"), false},
		"message only":               {&types.InvalidInputException{Message: aws.String("NotFoundException: DoesNotExist")}, false},
		"access denied":              {&types.AccessDeniedException{}, false},
		"throttled":                  {generic("ThrottlingException", "Rate exceeded"), false},
		"text of a status":           {errors.New("404 Not Found"), false},
		"not an API error":           {errors.New("NotFoundException: DoesNotExist"), false},
		"canceled":                   {context.Canceled, false},
	} {
		checkHelper(t, lightsail.IsNotFound, name, row.err, row.want)
	}
}

const (
	fewMinutes   = "Please try again in a few minutes"
	waitComplete = "Please wait for it to complete before trying again"
)

func TestIsBusy(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		err  error
		want bool
	}{
		"nil":                             {nil, false},
		"invalid, minutes":                {&types.InvalidInputException{Message: aws.String(fewMinutes)}, true},
		"invalid, minutes in a sentence":  {&types.InvalidInputException{Message: aws.String("The bucket is being changed. " + fewMinutes + ".")}, true},
		"unmodeled invalid, minutes":      {generic("InvalidInputException", fewMinutes), true},
		"minutes with another code":       {&types.ServiceException{Message: aws.String(fewMinutes)}, false},
		"minutes with an unmodeled code":  {generic("InternalFailure", fewMinutes), false},
		"invalid, complete":               {&types.InvalidInputException{Message: aws.String("Another change is in progress. " + waitComplete + ".")}, true},
		"complete with another code":      {&types.OperationFailureException{Message: aws.String(waitComplete)}, true},
		"complete with an unmodeled code": {generic("ResourceBusy", waitComplete), true},
		"invalid, another message":        {&types.InvalidInputException{Message: aws.String("Some names are already in use: archive")}, false},
		"invalid, no message":             {&types.InvalidInputException{}, false},
		"throttled":                       {generic("ThrottlingException", "Rate exceeded"), false},
		"not found":                       {&types.NotFoundException{}, false},
		"minutes, not an API error":       {errors.New(fewMinutes), false},
		"canceled":                        {context.Canceled, false},
	} {
		checkHelper(t, lightsail.IsBusy, name, row.err, row.want)
	}
}

func TestIsAlreadyExists(t *testing.T) {
	t.Parallel()
	const inUse = "Some names are already in use: archive"
	for name, row := range map[string]struct {
		err  error
		want bool
	}{
		"nil":                      {nil, false},
		"invalid":                  {&types.InvalidInputException{Message: aws.String(inUse)}, true},
		"unmodeled code":           {generic("NameInUse", inUse), true},
		"invalid, another message": {&types.InvalidInputException{Message: aws.String(fewMinutes)}, false},
		"invalid, no message":      {&types.InvalidInputException{}, false},
		"not found":                {&types.NotFoundException{Message: aws.String("The name is not in use")}, false},
		"not an API error":         {errors.New(inUse), false},
		"canceled":                 {context.Canceled, false},
	} {
		checkHelper(t, lightsail.IsAlreadyExists, name, row.err, row.want)
	}
}

func TestIsQuotaExceeded(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		err  error
		want bool
	}{
		"nil":                      {nil, false},
		"access keys":              {&types.InvalidInputException{Message: aws.String("You have reached the limit of access keys for archive")}, true},
		"access keys, second text": {&types.InvalidInputException{Message: aws.String("The bucket already has 2 access keys.")}, true},
		"access keys, third text":  {&types.InvalidInputException{Message: aws.String("You have created the maximum number of access keys.")}, true},
		"container services":       {&types.InvalidInputException{Message: aws.String("Sorry, you have reached or will exceed the maximum limit of ContainerService.")}, true},
		"instances":                {generic("Other", "Sorry, you have reached the maximum number of instances for this account."), true},
		"invalid, another message": {&types.InvalidInputException{Message: aws.String("Some names are already in use: archive")}, false},
		"invalid, no message":      {&types.InvalidInputException{}, false},
		"busy":                     {&types.InvalidInputException{Message: aws.String(fewMinutes)}, false},
		"throttled":                {generic("ThrottlingException", "Rate exceeded"), false},
		"not an API error":         {errors.New("You have reached the limit of access keys for archive"), false},
		"canceled":                 {context.Canceled, false},
	} {
		checkHelper(t, lightsail.IsQuotaExceeded, name, row.err, row.want)
	}
}

// TestErrorHelpersWithResponses checks the helpers with errors decoded from responses,
// and that none of these responses is retried.
func TestErrorHelpersWithResponses(t *testing.T) {
	t.Parallel()
	for name, row := range map[string]struct {
		status         int
		body           string
		notFound, busy bool
	}{
		"not found":                  {400, `{"__type":"NotFoundException","message":"There is none."}`, true, false},
		"not found, status 404":      {404, `{"__type":"NotFoundException"}`, true, false},
		"not found, with field code": {400, `{"__type":"com.amazonaws.lightsail#NotFoundException","code":"DoesNotExist"}`, true, false},
		"field code only":            {400, `{"code":"DoesNotExist","message":"There is none."}`, true, false},
		"404 of a proxy":             {404, `<html>not here</html>`, false, false},
		"busy":                       {400, `{"__type":"InvalidInputException","message":"` + fewMinutes + `."}`, false, true},
		"busy, other message":        {400, `{"__type":"OperationFailureException","Message":"` + waitComplete + `."}`, false, true},
		"invalid":                    {400, `{"__type":"InvalidInputException","code":"InvalidInput","message":"No."}`, false, false},
	} {
		do, sent := sequence(response(row.status, row.body))
		_, err := newClient(do, noRetryDelay).GetBuckets(t.Context(), nil)
		if err == nil || lightsail.IsNotFound(err) != row.notFound || lightsail.IsBusy(err) != row.busy {
			t.Errorf("%s: got not found %t, busy %t, error %v, want %t, %t and an error", name, lightsail.IsNotFound(err), lightsail.IsBusy(err), err, row.notFound, row.busy)
		}
		if sent.len() != 1 {
			t.Errorf("%s: got %d attempts, want 1", name, sent.len())
		}
	}
}

// TestAccessLogHelpers checks what AccessLogOn and AccessLogOff return and how it is
// sent.
func TestAccessLogHelpers(t *testing.T) {
	t.Parallel()
	for body, row := range map[string]struct{ got, want *types.BucketAccessLogConfig }{
		`{"destination":"logs","enabled":true,"prefix":"archive/"}`: {
			lightsail.AccessLogOn("logs", "archive/"),
			&types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs"), Prefix: aws.String("archive/")},
		},
		`{"destination":"logs","enabled":true}`: {
			lightsail.AccessLogOn("logs", ""),
			&types.BucketAccessLogConfig{Enabled: aws.Bool(true), Destination: aws.String("logs")},
		},
		`{"enabled":false}`: {
			lightsail.AccessLogOff(),
			&types.BucketAccessLogConfig{Enabled: aws.Bool(false)},
		},
	} {
		if diff := cmp.Diff(row.want, row.got); diff != "" {
			t.Errorf("configuration (-want +got):\n%s", diff)
		}
		do, sent := sequence(response(200, `{}`))
		if err := call(t.Context(), newClient(do), accessLog(row.got)); err != nil {
			t.Fatal(err)
		}
		if want := `{"accessLogConfig":` + body + `,"bucketName":"archive"}`; sent.all[0].body != want {
			t.Errorf("got body %s, want %s", sent.all[0].body, want)
		}
	}
	// A caller may change its copy.
	if one, two := lightsail.AccessLogOff(), lightsail.AccessLogOff(); one == two || one.Enabled == two.Enabled {
		t.Error("got two configurations that share memory, want separate ones")
	}
}
