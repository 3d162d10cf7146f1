package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteContactMethod deletes the email address or the mobile phone number of the
// Region. Alarms no longer send notifications to it.
//
// One call deletes one contact method. [Client.CreateContactMethod] adds another
// one. A *[types.NotFoundException] is returned if the contact method does not
// exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteContactMethod.html
func (c *Client) DeleteContactMethod(ctx context.Context, params *DeleteContactMethodInput, optFns ...func(*Options)) (*DeleteContactMethodOutput, error) {
	return invoke[*DeleteContactMethodOutput](ctx, c, &deleteContactMethod, params, optFns)
}

var deleteContactMethod = transport.Operation{
	Name:   "DeleteContactMethod",
	Input:  (*DeleteContactMethodInput)(nil),
	Output: (*DeleteContactMethodOutput)(nil),
}

// DeleteContactMethodInput is the input of [Client.DeleteContactMethod].
type DeleteContactMethodInput struct {
	// Protocol selects the contact method to delete: "Email" or "SMS". Required.
	Protocol types.ContactProtocol `json:"protocol,omitzero" required:"true"`
}

// DeleteContactMethodOutput is the output of [Client.DeleteContactMethod].
type DeleteContactMethodOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteContactMethodOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
