package main

import (
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// onPurpose is what faults tell people.
const onPurpose = "It is a fault, on purpose."

// serviceError is a fault that answers with the error of a code. Those of the
// service's model have all their members.
func serviceError(code string) lightsailtest.Fault {
	message, docs, tip := onPurpose, "https://docs.aws.amazon.com/lightsail/", "Try again."
	for _, err := range []smithy.APIError{
		&types.AccessDeniedException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
		&types.AccountSetupInProgressException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
		&types.InvalidInputException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
		&types.NotFoundException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
		&types.OperationFailureException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
		&types.RegionSetupInProgressException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
		&types.ServiceException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
		&types.UnauthenticatedException{Message: &message, Code: &code, Docs: &docs, Tip: &tip},
	} {
		if err.ErrorCode() == code {
			return lightsailtest.Error(err)
		}
	}
	return lightsailtest.Error(&smithy.GenericAPIError{Code: code, Message: message})
}
