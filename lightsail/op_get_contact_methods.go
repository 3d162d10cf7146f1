package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetContactMethods returns the contact methods of the Region: at most one email
// address and one mobile phone number that receive the notifications of alarms.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContactMethods.html
func (c *Client) GetContactMethods(ctx context.Context, params *GetContactMethodsInput, optFns ...func(*Options)) (*GetContactMethodsOutput, error) {
	return invoke[*GetContactMethodsOutput](ctx, c, &getContactMethods, params, optFns)
}

var getContactMethods = transport.Operation{
	Name:       "GetContactMethods",
	Input:      (*GetContactMethodsInput)(nil),
	Output:     (*GetContactMethodsOutput)(nil),
	Repeatable: true,
}

// GetContactMethodsInput is the input of [Client.GetContactMethods].
type GetContactMethodsInput struct {
	// Protocols selects contact methods: "Email", "SMS" or both. If nil,
	// GetContactMethods returns all.
	Protocols []types.ContactProtocol `json:"protocols,omitzero"`
}

// GetContactMethodsOutput is the output of [Client.GetContactMethods].
type GetContactMethodsOutput struct {
	// ContactMethods are the selected contact methods of the Region.
	ContactMethods []types.ContactMethod `json:"contactMethods,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContactMethodsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
