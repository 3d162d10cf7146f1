package lightsail

import (
	"errors"
	"fmt"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// IsNotFound tells whether err says that what was asked for does not exist.
//
// That is a *types.NotFoundException, or any error of the service with the code
// DoesNotExist. For nil it is false.
func IsNotFound(err error) bool {
	var notFound *types.NotFoundException
	if errors.As(err, &notFound) {
		return true
	}
	var api smithy.APIError
	return errors.As(err, &api) && api.ErrorCode() == "DoesNotExist"
}

// IsBusy tells whether err says that the resource is busy with another change,
// and that the call is to be made again later.
//
// The service has no error code for that: it says so in the messages of other
// errors, which no retryer knows. Wait before you try again, minutes rather than
// seconds. For nil it is false.
func IsBusy(err error) bool {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return false
	}
	message := api.ErrorMessage()
	return strings.Contains(message, "Please try again in a few minutes") && api.ErrorCode() == "InvalidInputException" ||
		strings.Contains(message, "Please wait for it to complete before trying again")
}

// serviceError makes the error that an answer other than 2xx bears, of the value
// of its X-Amzn-ErrorType header and its body.
func serviceError(errorType string, body []byte) error {
	info, err := awsjson.ParseError(errorType, body)
	if err != nil {
		return &smithy.DeserializationError{Err: fmt.Errorf("failed to decode response body, %w", err)}
	}
	exception := newException(info.Code)
	if exception == nil {
		return &smithy.GenericAPIError{Code: info.Code, Message: info.Message}
	}
	if err := awsjson.UnmarshalError(body, exception); err != nil {
		return &smithy.DeserializationError{Err: err}
	}
	return exception
}

// newException returns a new exception for the code of a service error, or nil
// where the service's model has none of that name.
func newException(code string) error {
	switch code {
	case "AccessDeniedException":
		return new(types.AccessDeniedException)
	case "AccountSetupInProgressException":
		return new(types.AccountSetupInProgressException)
	case "InvalidInputException":
		return new(types.InvalidInputException)
	case "NotFoundException":
		return new(types.NotFoundException)
	case "OperationFailureException":
		return new(types.OperationFailureException)
	case "RegionSetupInProgressException":
		return new(types.RegionSetupInProgressException)
	case "ServiceException":
		return new(types.ServiceException)
	case "UnauthenticatedException":
		return new(types.UnauthenticatedException)
	}
	return nil
}
