package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	ContactEndpoint *string `json:"contactEndpoint,omitzero" required:"true"`

	Protocol types.ContactProtocol `json:"protocol,omitzero" required:"true"`

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
