package lightsail

import (
	"errors"
	"fmt"
	"slices"
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
// [RetryBusy] repeats it.
//
// The service has no error code for this. IsBusy matches an InvalidInputException
// whose message contains "Please try again in a few minutes", and any error of the
// service whose message contains "Please wait for it to complete before trying
// again". Retryers of the SDK do not retry these errors. It returns false for nil.
func IsBusy(err error) bool {
	var api smithy.APIError
	return errors.As(err, &api) && api.ErrorCode() == "InvalidInputException" &&
		strings.Contains(api.ErrorMessage(), "Please try again in a few minutes") ||
		hasMessage(err, "Please wait for it to complete before trying again")
}

// IsAlreadyExists reports whether err means that a resource cannot be created
// because its name is in use. Resources of most types share one set of names in a
// Region, so the existing resource can have another type. The name of a bucket can
// be in use in another account.
//
// The service has no error code for this. IsAlreadyExists matches any error of the
// service whose message contains "Some names are already in use". It returns false
// for nil.
func IsAlreadyExists(err error) bool {
	return hasMessage(err, "Some names are already in use")
}

// IsQuotaExceeded reports whether err means that a quota of the account or of a
// resource is reached, such as that of two access keys for a bucket. Repeating the
// call does not help. Throttled calls are something else: the client retries them.
//
// The service has no error code for this. IsQuotaExceeded matches any error of the
// service whose message contains one of these texts:
//
//   - "reached the limit of access keys", "already has 2 access keys" or "maximum
//     number of access keys": a third access key for a bucket
//   - "reached or will exceed the maximum limit": container services
//   - "reached the maximum number of": instances
//
// The service may reject calls that exceed other quotas with texts that are not
// known. IsQuotaExceeded returns false for these errors, and for nil.
func IsQuotaExceeded(err error) bool {
	return hasMessage(err,
		"reached the limit of access keys",
		"already has 2 access keys",
		"maximum number of access keys",
		"reached or will exceed the maximum limit",
		"reached the maximum number of")
}

// hasMessage reports whether err is an error of the service whose message contains
// one of texts.
func hasMessage(err error, texts ...string) bool {
	var api smithy.APIError
	return errors.As(err, &api) && slices.ContainsFunc(texts, func(text string) bool {
		return strings.Contains(api.ErrorMessage(), text)
	})
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
		return withHint(&smithy.GenericAPIError{Code: info.Code, Message: info.Message})
	}
	if err := awsjson.UnmarshalError(body, exception); err != nil {
		return &smithy.DeserializationError{Err: err}
	}
	return withHint(exception)
}

// newException returns a new exception for the code of a service error, or nil if
// the service's model has no exception of that name.
func newException(code string) smithy.APIError {
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
