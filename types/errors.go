package types

import "github.com/aws/smithy-go"

// exception has the fields of every exception, in the same order, so that a pointer to an exception converts to
// *exception. The exceptions share its methods, and still declare their own fields, like those of the official client.
type exception struct{ Message, ErrorCodeOverride, Code, Docs, Tip *string }

func (e *exception) message() string {
	if e.Message == nil {
		return ""
	}
	return *e.Message
}

// code accepts a nil receiver, like ErrorCode of the official client's exceptions.
func (e *exception) code(name string) string {
	if e == nil || e.ErrorCodeOverride == nil {
		return name
	}
	return *e.ErrorCodeOverride
}

// AccessDeniedException means that the credentials are not valid or lack the permission for the call.
//
// On a Lightsail instance, the default credential chain finds the role AmazonLightsailInstanceRole, which has no
// permission to call Lightsail.
type AccessDeniedException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *AccessDeniedException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *AccessDeniedException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "AccessDeniedException", or ErrorCodeOverride if it is not nil.
func (e *AccessDeniedException) ErrorCode() string {
	return (*exception)(e).code("AccessDeniedException")
}

// ErrorFault returns [smithy.FaultClient]: the caller caused the error.
func (e *AccessDeniedException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// AccountSetupInProgressException means that the AWS account is still being set up for Lightsail. Retry the call later;
// the client does not retry it.
type AccountSetupInProgressException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *AccountSetupInProgressException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *AccountSetupInProgressException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "AccountSetupInProgressException", or ErrorCodeOverride if it is not nil.
func (e *AccountSetupInProgressException) ErrorCode() string {
	return (*exception)(e).code("AccountSetupInProgressException")
}

// ErrorFault returns [smithy.FaultClient]: the caller caused the error.
func (e *AccountSetupInProgressException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// InvalidInputException means that the service rejected the input of the call. Message contains the reason. Frequent
// reasons are:
//
//   - The input breaks a rule of the service.
//   - The name is in use. Resources of most types share one set of names in a Region.
//   - A quota of the account is reached.
//   - Another operation is modifying the resource; retry the call later.
//   - The Region does not have the feature. Domains and distributions exist only in us-east-1.
type InvalidInputException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *InvalidInputException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *InvalidInputException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "InvalidInputException", or ErrorCodeOverride if it is not nil.
func (e *InvalidInputException) ErrorCode() string {
	return (*exception)(e).code("InvalidInputException")
}

// ErrorFault returns [smithy.FaultClient]: the caller caused the error.
func (e *InvalidInputException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// NotFoundException means that a resource in the input does not exist in this account and Region.
//
// GetBuckets returns it for the name of a missing bucket; it does not return an empty list. Code can be "DoesNotExist",
// but ErrorCode returns "NotFoundException".
type NotFoundException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *NotFoundException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *NotFoundException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "NotFoundException", or ErrorCodeOverride if it is not nil.
func (e *NotFoundException) ErrorCode() string {
	return (*exception)(e).code("NotFoundException")
}

// ErrorFault returns [smithy.FaultClient]: the caller caused the error.
func (e *NotFoundException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// OperationFailureException means that the service could not complete the operation. Operations on buckets do not
// return it.
type OperationFailureException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *OperationFailureException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *OperationFailureException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "OperationFailureException", or ErrorCodeOverride if it is not nil.
func (e *OperationFailureException) ErrorCode() string {
	return (*exception)(e).code("OperationFailureException")
}

// ErrorFault returns [smithy.FaultClient]: the caller caused the error.
func (e *OperationFailureException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// RegionSetupInProgressException means that the opt-in Region is still being set up for the account. Retry the call
// later; the client does not retry it.
type RegionSetupInProgressException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *RegionSetupInProgressException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *RegionSetupInProgressException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "RegionSetupInProgressException", or ErrorCodeOverride if it is not nil.
func (e *RegionSetupInProgressException) ErrorCode() string {
	return (*exception)(e).code("RegionSetupInProgressException")
}

// ErrorFault returns [smithy.FaultClient]: the caller caused the error.
func (e *RegionSetupInProgressException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// ServiceException means that an internal error occurred in Lightsail. Its HTTP status is 500, which the default
// retryer retries.
type ServiceException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *ServiceException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *ServiceException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "ServiceException", or ErrorCodeOverride if it is not nil.
func (e *ServiceException) ErrorCode() string {
	return (*exception)(e).code("ServiceException")
}

// ErrorFault returns [smithy.FaultServer]: the service caused the error.
func (e *ServiceException) ErrorFault() smithy.ErrorFault { return smithy.FaultServer }

// UnauthenticatedException means that the service could not authenticate the caller.
//
// For an unknown access key or a wrong signature, AWS usually returns another code, such as
// UnrecognizedClientException. Such an error has the type *[smithy.GenericAPIError].
type UnauthenticatedException struct {
	// Message explains the error.
	Message *string `json:"message,omitzero"`

	// ErrorCodeOverride replaces the result of ErrorCode if it is not nil. The client does not set it.
	ErrorCodeOverride *string `json:"-"`

	// Code is an error code that can be more specific than the type of the exception. ErrorCode ignores it.
	Code *string `json:"code,omitzero"`

	// Docs refers to documentation about the error.
	Docs *string `json:"docs,omitzero"`

	// Tip is advice on how to correct the error.
	Tip *string `json:"tip,omitzero"`
}

// Error returns the results of ErrorCode and ErrorMessage, separated by a colon.
func (e *UnauthenticatedException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or an empty string if it is nil.
func (e *UnauthenticatedException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "UnauthenticatedException", or ErrorCodeOverride if it is not nil.
func (e *UnauthenticatedException) ErrorCode() string {
	return (*exception)(e).code("UnauthenticatedException")
}

// ErrorFault returns [smithy.FaultClient]: the caller caused the error.
func (e *UnauthenticatedException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
