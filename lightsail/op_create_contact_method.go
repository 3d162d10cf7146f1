package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateContactMethod adds an email address or a mobile phone number to which the
// alarms of the Region send notifications.
//
// A Region has at most one contact method of each protocol. [Client.PutAlarm]
// selects by protocol which of them an alarm uses. The service sends a verification
// request to a new email address. Until its owner confirms it, the contact method
// has the Status "PendingVerification" and receives no notifications;
// [Client.SendContactMethodVerification] sends the request again. Phone numbers
// need no verification.
//
// [Client.DeleteContactMethod] deletes a contact method.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateContactMethod.html
func (c *Client) CreateContactMethod(ctx context.Context, params *CreateContactMethodInput, optFns ...func(*Options)) (*CreateContactMethodOutput, error) {
	return invoke[*CreateContactMethodOutput](ctx, c, &createContactMethod, params, optFns)
}

var createContactMethod = transport.Operation{
	Name:   "CreateContactMethod",
	Input:  (*CreateContactMethodInput)(nil),
	Output: (*CreateContactMethodOutput)(nil),
}

// CreateContactMethodInput is the input of [Client.CreateContactMethod].
type CreateContactMethodInput struct {
	// ContactEndpoint is the email address or the mobile phone number, 1 to 256
	// characters. A phone number is in E.164 format: "+", the country code and the
	// number, at most 15 digits, such as "+12065550100". Required.
	ContactEndpoint *string `json:"contactEndpoint,omitzero" required:"true"`

	// Protocol is the kind of ContactEndpoint: "Email", or "SMS" for text messages
	// to a mobile phone. "SMS" is not supported in all Regions, nor can messages be
	// sent to all countries. It is supported in us-east-1, us-west-2, eu-west-1,
	// ap-northeast-1, ap-southeast-1 and ap-southeast-2. Required.
	Protocol types.ContactProtocol `json:"protocol,omitzero" required:"true"`

	// Tags are the tags of the contact method, at most 50. If they cannot be
	// applied, the contact method is not created.
	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateContactMethodOutput is the output of [Client.CreateContactMethod].
type CreateContactMethodOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateContactMethodOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
