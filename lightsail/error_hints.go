package lightsail

import (
	"fmt"
	"strings"

	"github.com/aws/smithy-go"
)

// A hintedError is an error of the service with a hint behind its text. It is a link
// of its own in the chain, so the exception and its message stay what the service
// sent.
type hintedError struct {
	err  smithy.APIError
	hint string
}

func (e *hintedError) Error() string { return fmt.Sprintf("%v (hint: %s)", e.err, e.hint) }

func (e *hintedError) Unwrap() error { return e.err }

// withHint returns err, wrapped in a hintedError if there is a hint for it.
func withHint(err smithy.APIError) error {
	if hint := hintFor(err.ErrorCode(), err.ErrorMessage()); hint != "" {
		return &hintedError{err, hint}
	}
	return err
}

// hintFor returns a hint for an error whose text does not say how to correct it in a
// program, or "".
func hintFor(code, message string) string {
	switch code {
	case "AccessDeniedException", "AccessDenied", "UnrecognizedClientException":
		// The message names the caller by its ARN:
		// arn:aws:sts::111122223333:assumed-role/AmazonLightsailInstanceRole/i-0abc.
		if strings.Contains(message, "role/AmazonLightsailInstanceRole") {
			return "the default credential chain found the role of the Lightsail instance itself, " +
				"which may not call Lightsail: configure other credentials"
		}
	case "InvalidInputException":
		if strings.Contains(message, "only available in") && strings.Contains(message, "us-east-1") {
			return `set o.Region = "us-east-1" in an option function of the call`
		}
	}
	return ""
}
