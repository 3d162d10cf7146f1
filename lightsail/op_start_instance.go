package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StartInstance.html
func (c *Client) StartInstance(ctx context.Context, params *StartInstanceInput, optFns ...func(*Options)) (*StartInstanceOutput, error) {
	return invoke[*StartInstanceOutput](ctx, c, &startInstance, params, optFns)
}

var startInstance = transport.Operation{
	Name:   "StartInstance",
	Input:  (*StartInstanceInput)(nil),
	Output: (*StartInstanceOutput)(nil),
}

// StartInstanceInput is the input of [Client.StartInstance].
type StartInstanceInput struct {
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	AttributeUpdates *types.InstanceAttributeUpdates `json:"attributeUpdates,omitzero"`
}

// StartInstanceOutput is the output of [Client.StartInstance].
type StartInstanceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *StartInstanceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
