package main

import (
	"github.com/aws/smithy-go"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// faultMessage is the error message of injected faults.
const faultMessage = "injected fault"

// serviceError returns a fault that responds with an error with this code. The errors
// of the service model have all their members set.
func serviceError(code string) lightsailtest.Fault {
	message, docs, tip := faultMessage, "https://docs.aws.amazon.com/lightsail/", "Try again."
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
