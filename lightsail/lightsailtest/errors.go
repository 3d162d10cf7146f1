package lightsailtest

import (
	"errors"
	"fmt"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// A refusal is the answer to a request that no correct client sends, so that it
// fails the test that did not ask for it.
type refusal struct {
	smithy.GenericAPIError
}

func refuse(code, format string, args ...any) error {
	return &refusal{smithy.GenericAPIError{
		Code:    code,
		Message: fmt.Sprintf(format, args...),
		Fault:   smithy.FaultClient,
	}}
}

// The codes of refusals beside those of signatures. unknownOperation,
// malformedRequest and tooLarge are in AWS's list of errors common to all
// services. serialization, for a body that is not the JSON of the operation's
// input, is what AWS's JSON services are known to say, and here it is a guess.
const (
	unknownOperation = "UnknownOperationException"
	malformedRequest = "MalformedHttpRequestException"
	tooLarge         = "RequestEntityTooLargeException"
	serialization    = "SerializationException"
)

// statuses are those that differ from 400 for a fault of the client and 500 for
// one of the server. The exceptions of the service's model are not among them:
// the API reference knows only 400 and 500 for them.
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
	"ServiceUnavailable":             http.StatusServiceUnavailable,
}

// modelStatuses are those that the service's model declares.
var modelStatuses = map[string]int{
	"AccessDeniedException":           http.StatusForbidden,
	"AccountSetupInProgressException": http.StatusPreconditionRequired,
	"NotFoundException":               http.StatusNotFound,
	"RegionSetupInProgressException":  http.StatusPreconditionRequired,
	"UnauthenticatedException":        http.StatusUnauthorized,
}

// encodeError returns status, code and body by which the service would tell err.
func encodeError(err error, useModel bool) (status int, code string, body []byte) {
	var apiErr smithy.APIError
	if !errors.As(err, &apiErr) {
		apiErr = &smithy.GenericAPIError{Code: "InternalFailure", Message: fmt.Sprint(err), Fault: smithy.FaultServer}
	}
	code = apiErr.ErrorCode()
	status = http.StatusBadRequest
	if apiErr.ErrorFault() == smithy.FaultServer {
		status = http.StatusInternalServerError
	}
	if known, ok := statuses[code]; ok {
		status = known
	}
	if known, ok := modelStatuses[code]; ok && useModel {
		status = known
	}

	head, err := awsjson.Marshal(&struct {
		Type *string `json:"__type"`
	}{&code})
	if err != nil {
		return http.StatusInternalServerError, code, nil
	}
	// The members of an exception are its own; everything else has a message.
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
	return status, code, head
}

// isException tells whether err is one of the service's model.
func isException(err error) bool {
	switch err.(type) {
	case *types.AccessDeniedException, *types.AccountSetupInProgressException, *types.InvalidInputException,
		*types.NotFoundException, *types.OperationFailureException, *types.RegionSetupInProgressException,
		*types.ServiceException, *types.UnauthenticatedException:
		return true
	}
	return false
}

// documentation is where the server's exceptions point to. What the real ones
// say in Code, Docs and Tip is not published, but for the code DoesNotExist.
const documentation = "https://docs.aws.amazon.com/lightsail/"

func notFound(resourceType types.ResourceType, name string) error {
	return &types.NotFoundException{
		Code:    aws.String("DoesNotExist"),
		Docs:    aws.String(documentation),
		Message: aws.String(fmt.Sprintf("The %s does not exist: %s", resourceType, name)),
		Tip:     aws.String("Check the name, and that the Region is the one it is in."),
	}
}

func invalidInput(format string, args ...any) error {
	return &types.InvalidInputException{
		Code:    aws.String("InvalidInput"),
		Docs:    aws.String(documentation),
		Message: aws.String(fmt.Sprintf(format, args...)),
		Tip:     aws.String("Change the input and try again."),
	}
}
