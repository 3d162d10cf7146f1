package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// SendContactMethodVerification sends the verification request for the email
// address of the Region again.
//
// [Client.CreateContactMethod] sends the first request. Send another one if it was
// lost or has expired. The email address receives no notifications until its owner
// confirms the request. [Client.GetContactMethods] then returns the Status "Valid".
//
// A *[types.NotFoundException] is returned if the Region has no email contact
// method.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_SendContactMethodVerification.html
func (c *Client) SendContactMethodVerification(ctx context.Context, params *SendContactMethodVerificationInput, optFns ...func(*Options)) (*SendContactMethodVerificationOutput, error) {
	return invoke[*SendContactMethodVerificationOutput](ctx, c, &sendContactMethodVerification, params, optFns)
}

var sendContactMethodVerification = transport.Operation{
	Name:   "SendContactMethodVerification",
	Input:  (*SendContactMethodVerificationInput)(nil),
	Output: (*SendContactMethodVerificationOutput)(nil),
}

// SendContactMethodVerificationInput is the input of [Client.SendContactMethodVerification].
type SendContactMethodVerificationInput struct {
	// Protocol is "Email", the only protocol that is verified. Required.
	Protocol types.ContactMethodVerificationProtocol `json:"protocol,omitzero" required:"true"`
}

// SendContactMethodVerificationOutput is the output of [Client.SendContactMethodVerification].
type SendContactMethodVerificationOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *SendContactMethodVerificationOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
