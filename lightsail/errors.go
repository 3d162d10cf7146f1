package lightsail

import "github.com/lightsail-go/sdk/types"

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
