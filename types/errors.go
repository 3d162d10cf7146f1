package types

import "github.com/aws/smithy-go"

type AccessDeniedException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *AccessDeniedException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" where the service sent none.
func (e *AccessDeniedException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "AccessDeniedException", or ErrorCodeOverride where that is set.
func (e *AccessDeniedException) ErrorCode() string {
	return (*exception)(e).code("AccessDeniedException")
}

// ErrorFault returns smithy.FaultClient.
func (e *AccessDeniedException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

type AccountSetupInProgressException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *AccountSetupInProgressException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or "" where the service sent none.
func (e *AccountSetupInProgressException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "AccountSetupInProgressException", or ErrorCodeOverride where that is set.
func (e *AccountSetupInProgressException) ErrorCode() string {
	return (*exception)(e).code("AccountSetupInProgressException")
}

// ErrorFault returns smithy.FaultClient.
func (e *AccountSetupInProgressException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

type InvalidInputException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *InvalidInputException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" where the service sent none.
func (e *InvalidInputException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "InvalidInputException", or ErrorCodeOverride where that is set.
func (e *InvalidInputException) ErrorCode() string {
	return (*exception)(e).code("InvalidInputException")
}

// ErrorFault returns smithy.FaultClient.
func (e *InvalidInputException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

type NotFoundException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *NotFoundException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" where the service sent none.
func (e *NotFoundException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "NotFoundException", or ErrorCodeOverride where that is set.
func (e *NotFoundException) ErrorCode() string { return (*exception)(e).code("NotFoundException") }

// ErrorFault returns smithy.FaultClient.
func (e *NotFoundException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

type OperationFailureException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *OperationFailureException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" where the service sent none.
func (e *OperationFailureException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "OperationFailureException", or ErrorCodeOverride where that is set.
func (e *OperationFailureException) ErrorCode() string {
	return (*exception)(e).code("OperationFailureException")
}

// ErrorFault returns smithy.FaultClient.
func (e *OperationFailureException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

type RegionSetupInProgressException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *RegionSetupInProgressException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or "" where the service sent none.
func (e *RegionSetupInProgressException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "RegionSetupInProgressException", or ErrorCodeOverride where that is set.
func (e *RegionSetupInProgressException) ErrorCode() string {
	return (*exception)(e).code("RegionSetupInProgressException")
}

// ErrorFault returns smithy.FaultClient.
func (e *RegionSetupInProgressException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

type ServiceException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *ServiceException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" where the service sent none.
func (e *ServiceException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "ServiceException", or ErrorCodeOverride where that is set.
func (e *ServiceException) ErrorCode() string { return (*exception)(e).code("ServiceException") }

// ErrorFault returns smithy.FaultServer.
func (e *ServiceException) ErrorFault() smithy.ErrorFault { return smithy.FaultServer }

type UnauthenticatedException struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

// Error returns the code and the message, as "code: message".
func (e *UnauthenticatedException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" where the service sent none.
func (e *UnauthenticatedException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "UnauthenticatedException", or ErrorCodeOverride where that is set.
func (e *UnauthenticatedException) ErrorCode() string {
	return (*exception)(e).code("UnauthenticatedException")
}

// ErrorFault returns smithy.FaultClient.
func (e *UnauthenticatedException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

type exception struct {
	Message           *string `json:"message,omitzero"`
	ErrorCodeOverride *string `json:"-"`
	Code              *string `json:"code,omitzero"`
	Docs              *string `json:"docs,omitzero"`
	Tip               *string `json:"tip,omitzero"`
}

func (e *exception) message() string {
	if e.Message == nil {
		return ""
	}
	return *e.Message
}

func (e *exception) code(name string) string {
	if e == nil || e.ErrorCodeOverride == nil {
		return name
	}
	return *e.ErrorCodeOverride
}
