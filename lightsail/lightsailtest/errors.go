package lightsailtest

import (
	"errors"
	"fmt"
	"net/http"
	"reflect"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// A requestError is the error for a request that no correct client sends. It fails
// the test unless the test expects it; see [Server.Expect].
type requestError struct {
	smithy.GenericAPIError
}

// reject returns a *requestError.
func reject(code, format string, args ...any) error {
	return &requestError{smithy.GenericAPIError{
		Code:    code,
		Message: fmt.Sprintf(format, args...),
		Fault:   smithy.FaultClient,
	}}
}

// Codes of request errors; sigv4.go has those for signatures. The first three are in
// AWS's list of common errors of all services. The code serialization is a guess:
// other JSON services of AWS return it for a body that is not valid JSON for the
// input.
const (
	unknownOperation = "UnknownOperationException"
	malformedRequest = "MalformedHttpRequestException"
	tooLarge         = "RequestEntityTooLargeException"
	serialization    = "SerializationException"

	// handlerError is no code of AWS.
	handlerError = "HandlerError"
)

// statuses holds the HTTP status codes of errors that differ from the default: 400
// for client errors and 500 for server errors. Of the exceptions of the service's model,
// to which the API reference gives the default, it has the one that is a server error,
// because a [smithy.GenericAPIError] with its code does not say so.
var statuses = map[string]int{
	"ExpiredTokenException":          http.StatusForbidden,
	"IncompleteSignature":            http.StatusForbidden,
	"NotAuthorized":                  http.StatusUnauthorized,
	"OptInRequired":                  http.StatusForbidden,
	"RequestEntityTooLargeException": http.StatusRequestEntityTooLarge,
	"RequestTimeoutException":        http.StatusRequestTimeout,
	"UnknownOperationException":      http.StatusNotFound,
	"UnrecognizedClientException":    http.StatusForbidden,
	badSignature:                     http.StatusForbidden,
	noSignature:                      http.StatusForbidden,
	"InternalFailure":                http.StatusInternalServerError,
	"ServiceException":               http.StatusInternalServerError,
	"ServiceUnavailable":             http.StatusServiceUnavailable,
}

// modelStatuses holds the HTTP status codes that the service's model declares for its
// exceptions; see [WithModelStatuses].
var modelStatuses = map[string]int{
	"AccessDeniedException":           http.StatusForbidden,
	"AccountSetupInProgressException": http.StatusPreconditionRequired,
	"NotFoundException":               http.StatusNotFound,
	"RegionSetupInProgressException":  http.StatusPreconditionRequired,
	"UnauthenticatedException":        http.StatusUnauthorized,
}

// encodeError returns the HTTP status code and the body of the response for err, and the
// error that the response has.
func encodeError(err error, useModelStatuses bool) (status int, apiErr smithy.APIError, body []byte) {
	if !errors.As(err, &apiErr) {
		apiErr = &smithy.GenericAPIError{Code: "InternalFailure", Message: fmt.Sprint(err), Fault: smithy.FaultServer}
	}
	code := apiErr.ErrorCode()
	status = http.StatusBadRequest
	if apiErr.ErrorFault() == smithy.FaultServer {
		status = http.StatusInternalServerError
	}
	if known, ok := statuses[code]; ok {
		status = known
	}
	if known, ok := modelStatuses[code]; ok && useModelStatuses {
		status = known
	}

	head, err := awsjson.Marshal(&struct {
		Type *string `json:"__type"`
	}{&code})
	if err != nil {
		return http.StatusInternalServerError, apiErr, nil
	}
	// An exception of the model has members of its own; other errors have a message.
	members, err := awsjson.Marshal(apiErr)
	if !isException(apiErr) || err != nil {
		members, _ = awsjson.Marshal(&struct {
			Message *string `json:"message"`
		}{aws.String(apiErr.ErrorMessage())})
	}
	if len(members) > len("{}") {
		head = append(head[:len(head)-1], ',')
		head = append(head, members[1:]...)
	}
	return status, apiErr, head
}

// isException reports whether err is an exception of the service's model: a pointer to
// a type of package types.
func isException(err error) bool {
	t := reflect.TypeOf(err)
	return t.Kind() == reflect.Pointer && t.Elem().PkgPath() == reflect.TypeFor[types.NotFoundException]().PkgPath()
}

// documentationURL is the Docs field of the server's exceptions. The values of Code,
// Docs, and Tip are guesses, except for the code DoesNotExist.
const documentationURL = "https://docs.aws.amazon.com/lightsail/"

func notFound(resourceType types.ResourceType, name string) error {
	return &types.NotFoundException{
		Code:    aws.String("DoesNotExist"),
		Docs:    aws.String(documentationURL),
		Message: aws.String(fmt.Sprintf("The %s does not exist: %s", resourceType, name)),
		Tip:     aws.String("Check the name and the Region."),
	}
}

func namesInUse(names ...string) error {
	return invalidInput("Some names are already in use: %s", strings.Join(names, ", "))
}

// operationFailure is the error for a change that the state of a resource does not allow.
func operationFailure(format string, args ...any) error {
	return &types.OperationFailureException{
		Code:    aws.String("OperationFailure"),
		Docs:    aws.String(documentationURL),
		Message: aws.String(fmt.Sprintf(format, args...)),
		Tip:     aws.String("Wait until the resource is in another state and try again."),
	}
}

func invalidInput(format string, args ...any) error {
	return &types.InvalidInputException{
		Code:    aws.String("InvalidInput"),
		Docs:    aws.String(documentationURL),
		Message: aws.String(fmt.Sprintf(format, args...)),
		Tip:     aws.String("Change the input and try again."),
	}
}
