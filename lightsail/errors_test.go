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

// fromCall is err as a call returns it, wrapped once more by its caller.
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

// checkHelper checks a function that recognises errors, bare and from a call.
func checkHelper(t *testing.T, is func(error) bool, name string, err error, want bool) {
	t.Helper()
	if got := is(err); got != want {
		t.Errorf("%s: %t for %v, want %t", name, got, err, want)
	}
	if err == nil {
		return
	}
	if got := is(fromCall(err)); got != want {
		t.Errorf("%s: %t for %v, want %t", name, got, fromCall(err), want)
	}
}

func generic(code, message string) error {
	return &smithy.GenericAPIError{Code: code, Message: message}
}

func TestIsNotFound(t *testing.T) {
	for name, row := range map[string]struct {
		err  error
		want bool
	}{
		"nil":                        {nil, false},
		"the exception":              {&types.NotFoundException{}, true},
		"the exception, renamed":     {&types.NotFoundException{ErrorCodeOverride: aws.String("Other")}, true},
		"the exception, joined":      {errors.Join(errors.New("other"), &types.NotFoundException{}), true},
		"the other code":             {generic("DoesNotExist", "There is none."), true},
		"the other code, renamed to": {&types.InvalidInputException{ErrorCodeOverride: aws.String("DoesNotExist")}, true},
		"a code that resembles it":   {generic("DoesNotExistException", ""), false},
		"another code":               {generic("InvalidInputException", "DoesNotExist"), false},
		"only by the message":        {&types.InvalidInputException{Message: aws.String("NotFoundException: DoesNotExist")}, false},
		"denied":                     {&types.AccessDeniedException{}, false},
		"throttled":                  {generic("ThrottlingException", "Rate exceeded"), false},
		"a status":                   {errors.New("404 Not Found"), false},
		"no error of the service":    {errors.New("NotFoundException: DoesNotExist"), false},
		"cancelled":                  {context.Canceled, false},
	} {
		checkHelper(t, lightsail.IsNotFound, name, row.err, row.want)
	}
}

const (
	fewMinutes   = "Please try again in a few minutes"
	waitComplete = "Please wait for it to complete before trying again"
)

func TestIsBusy(t *testing.T) {
	for name, row := range map[string]struct {
		err  error
		want bool
	}{
		"nil":                                {nil, false},
		"invalid, minutes":                   {&types.InvalidInputException{Message: aws.String(fewMinutes)}, true},
		"invalid, minutes in a sentence":     {&types.InvalidInputException{Message: aws.String("The bucket is being changed. " + fewMinutes + ".")}, true},
		"invalid by its code, minutes":       {generic("InvalidInputException", fewMinutes), true},
		"minutes with another code":          {&types.ServiceException{Message: aws.String(fewMinutes)}, false},
		"minutes with a code of no model":    {generic("InternalFailure", fewMinutes), false},
		"invalid, complete":                  {&types.InvalidInputException{Message: aws.String("Another change is in progress. " + waitComplete + ".")}, true},
		"complete with another code":         {&types.OperationFailureException{Message: aws.String(waitComplete)}, true},
		"complete with a code of no model":   {generic("ResourceBusy", waitComplete), true},
		"invalid, another message":           {&types.InvalidInputException{Message: aws.String("Some names are already in use: archive")}, false},
		"invalid, no message":                {&types.InvalidInputException{}, false},
		"throttled":                          {generic("ThrottlingException", "Rate exceeded"), false},
		"not found":                          {&types.NotFoundException{}, false},
		"minutes, but no error of a service": {errors.New(fewMinutes), false},
		"cancelled":                          {context.Canceled, false},
	} {
		checkHelper(t, lightsail.IsBusy, name, row.err, row.want)
	}
}

// The helpers recognise what comes over the wire, at once: busy is not tried
// again within seconds, by any retryer.
func TestHelpersOnTheWire(t *testing.T) {
	for name, row := range map[string]struct {
		status         int
		body           string
		notFound, busy bool
	}{
		"not found":                  {400, `{"__type":"NotFoundException","message":"There is none."}`, true, false},
		"not found, of 404":          {404, `{"__type":"NotFoundException"}`, true, false},
		"not found, with a code":     {400, `{"__type":"com.amazonaws.lightsail#NotFoundException","code":"DoesNotExist"}`, true, false},
		"not found, by a code":       {400, `{"code":"DoesNotExist","message":"There is none."}`, true, false},
		"a 404 of something between": {404, `<html>not here</html>`, false, false},
		"busy":                       {400, `{"__type":"InvalidInputException","message":"` + fewMinutes + `."}`, false, true},
		"busy, too":                  {400, `{"__type":"OperationFailureException","Message":"` + waitComplete + `."}`, false, true},
		"invalid":                    {400, `{"__type":"InvalidInputException","code":"InvalidInput","message":"No."}`, false, false},
	} {
		http, seen := answers(say(row.status, row.body))
		_, err := newClient(http, quick).GetBuckets(t.Context(), nil)
		if err == nil || lightsail.IsNotFound(err) != row.notFound || lightsail.IsBusy(err) != row.busy {
			t.Errorf("%s: not found %t, busy %t, error %v", name, lightsail.IsNotFound(err), lightsail.IsBusy(err), err)
		}
		if seen.len() != 1 {
			t.Errorf("%s: %d attempts", name, seen.len())
		}
	}
}

// The two legal forms of an access-log configuration, and how they are sent.
func TestAccessLogForms(t *testing.T) {
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
			t.Error(diff)
		}
		http, seen := answers(say(200, `{}`))
		if err := call(t.Context(), newClient(http), accessLog(row.got)); err != nil {
			t.Fatal(err)
		}
		if want := `{"accessLogConfig":` + body + `,"bucketName":"archive"}`; seen.all[0].body != want {
			t.Errorf("sent %s, want %s", seen.all[0].body, want)
		}
	}
	// Each caller has one of their own.
	if one, two := lightsail.AccessLogOff(), lightsail.AccessLogOff(); one == two || one.Enabled == two.Enabled {
		t.Error("two configurations share a value")
	}
}
