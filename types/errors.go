package types

import "github.com/aws/smithy-go"

// exception has the fields of every exception, in their order, so that a pointer to one converts to *exception: the exceptions
// share these bodies and still have direct fields and methods of their own, as the official client's do.
type exception struct{ Message, ErrorCodeOverride, Code, Docs, Tip *string }

func (e *exception) message() string {
	if e.Message == nil {
		return ""
	}
	return *e.Message
}

// code accepts nil, as the official client's exceptions do.
func (e *exception) code(name string) string {
	if e == nil || e.ErrorCodeOverride == nil {
		return name
	}
	return *e.ErrorCodeOverride
}

// AccessDeniedException says that the credentials are not valid or lack the permission for the call.
type AccessDeniedException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *AccessDeniedException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" if there is none.
func (e *AccessDeniedException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "AccessDeniedException", or ErrorCodeOverride if that is set.
func (e *AccessDeniedException) ErrorCode() string {
	return (*exception)(e).code("AccessDeniedException")
}

// ErrorFault returns smithy.FaultClient: the caller is at fault.
func (e *AccessDeniedException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// AccountSetupInProgressException says that the AWS account is still being set up for Lightsail. Try again later.
//
// Client retries do not cover it.
type AccountSetupInProgressException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *AccountSetupInProgressException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or "" if there is none.
func (e *AccountSetupInProgressException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "AccountSetupInProgressException", or ErrorCodeOverride if that is set.
func (e *AccountSetupInProgressException) ErrorCode() string {
	return (*exception)(e).code("AccountSetupInProgressException")
}

// ErrorFault returns smithy.FaultClient: the caller is at fault.
func (e *AccountSetupInProgressException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// InvalidInputException says that something in the request breaks a rule of the service.
//
// It is the service's word for many things: a name in use (instances, key pairs, static IPs and databases share one set of names
// in a Region), a limit of the account reached, a resource that is busy just now, or a Region without the feature, as domains and
// distributions exist in us-east-1 only. The message tells.
type InvalidInputException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *InvalidInputException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" if there is none.
func (e *InvalidInputException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "InvalidInputException", or ErrorCodeOverride if that is set.
func (e *InvalidInputException) ErrorCode() string {
	return (*exception)(e).code("InvalidInputException")
}

// ErrorFault returns smithy.FaultClient: the caller is at fault.
func (e *InvalidInputException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// NotFoundException says that the resource the request names does not exist in this account and Region.
//
// Its member Code can be "DoesNotExist"; ErrorCode says "NotFoundException" all the same. Listing buckets with the name of a
// missing one gives this error, not an empty list.
type NotFoundException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *NotFoundException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" if there is none.
func (e *NotFoundException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "NotFoundException", or ErrorCodeOverride if that is set.
func (e *NotFoundException) ErrorCode() string { return (*exception)(e).code("NotFoundException") }

// ErrorFault returns smithy.FaultClient: the caller is at fault.
func (e *NotFoundException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// OperationFailureException says that the service began the work and failed.
//
// Calls about buckets do not return it.
type OperationFailureException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *OperationFailureException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" if there is none.
func (e *OperationFailureException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "OperationFailureException", or ErrorCodeOverride if that is set.
func (e *OperationFailureException) ErrorCode() string {
	return (*exception)(e).code("OperationFailureException")
}

// ErrorFault returns smithy.FaultClient: the caller is at fault.
func (e *OperationFailureException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// RegionSetupInProgressException says that a Region the account has opted in to is still being set up. Try again later.
//
// Client retries do not cover it.
type RegionSetupInProgressException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *RegionSetupInProgressException) Error() string {
	return e.ErrorCode() + ": " + e.ErrorMessage()
}

// ErrorMessage returns Message, or "" if there is none.
func (e *RegionSetupInProgressException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "RegionSetupInProgressException", or ErrorCodeOverride if that is set.
func (e *RegionSetupInProgressException) ErrorCode() string {
	return (*exception)(e).code("RegionSetupInProgressException")
}

// ErrorFault returns smithy.FaultClient: the caller is at fault.
func (e *RegionSetupInProgressException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }

// ServiceException says that something went wrong inside Lightsail: the service is at fault, not the request.
type ServiceException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *ServiceException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" if there is none.
func (e *ServiceException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "ServiceException", or ErrorCodeOverride if that is set.
func (e *ServiceException) ErrorCode() string { return (*exception)(e).code("ServiceException") }

// ErrorFault returns smithy.FaultServer: the service is at fault.
func (e *ServiceException) ErrorFault() smithy.ErrorFault { return smithy.FaultServer }

// UnauthenticatedException says that the request was not signed by known credentials.
type UnauthenticatedException struct {
	Message           *string `json:"message,omitzero"` // what went wrong, for people
	ErrorCodeOverride *string `json:"-"`                // takes the place of the code in ErrorCode; not on the wire
	Code              *string `json:"code,omitzero"`    // a finer code than the exception's name, if sent
	Docs              *string `json:"docs,omitzero"`    // where to read about it, if sent
	Tip               *string `json:"tip,omitzero"`     // what to do about it, if sent
}

// Error returns ErrorCode and ErrorMessage with ": " between.
func (e *UnauthenticatedException) Error() string { return e.ErrorCode() + ": " + e.ErrorMessage() }

// ErrorMessage returns Message, or "" if there is none.
func (e *UnauthenticatedException) ErrorMessage() string { return (*exception)(e).message() }

// ErrorCode returns "UnauthenticatedException", or ErrorCodeOverride if that is set.
func (e *UnauthenticatedException) ErrorCode() string {
	return (*exception)(e).code("UnauthenticatedException")
}

// ErrorFault returns smithy.FaultClient: the caller is at fault.
func (e *UnauthenticatedException) ErrorFault() smithy.ErrorFault { return smithy.FaultClient }
