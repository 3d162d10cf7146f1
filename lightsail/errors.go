package lightsail

import (
	"errors"
	"fmt"
	"strings"

	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// IsNotFound reports whether err means that a resource does not exist: it is a
// *[types.NotFoundException], or any other error of the service whose ErrorCode
// method returns DoesNotExist. It returns false for nil.
func IsNotFound(err error) bool {
	var notFound *types.NotFoundException
	if errors.As(err, &notFound) {
		return true
	}
	var api smithy.APIError
	return errors.As(err, &api) && api.ErrorCode() == "DoesNotExist"
}

// IsBusy reports whether err means that the resource is being modified by another
// operation and the call should be repeated later, usually after some minutes.
//
// The service has no error code for this. IsBusy matches an InvalidInputException
// whose message contains "Please try again in a few minutes", and any error of the
// service whose message contains "Please wait for it to complete before trying
// again". Retryers of the SDK do not retry these errors. It returns false for nil.
func IsBusy(err error) bool {
	var api smithy.APIError
	if !errors.As(err, &api) {
		return false
	}
	message := api.ErrorMessage()
	return strings.Contains(message, "Please try again in a few minutes") && api.ErrorCode() == "InvalidInputException" ||
		strings.Contains(message, "Please wait for it to complete before trying again")
}

// serviceError returns the error that a response other than 2xx describes by its
// X-Amzn-ErrorType header and its body.
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

// newException returns a new exception for the code of a service error, or nil if
// the service's model has no exception of that name.
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
