package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteInstance.html
func (c *Client) DeleteInstance(ctx context.Context, params *DeleteInstanceInput, optFns ...func(*Options)) (*DeleteInstanceOutput, error) {
	return invoke[*DeleteInstanceOutput](ctx, c, &deleteInstance, params, optFns)
}

var deleteInstance = transport.Operation{
	Name:   "DeleteInstance",
	Input:  (*DeleteInstanceInput)(nil),
	Output: (*DeleteInstanceOutput)(nil),
}

// DeleteInstanceInput is the input of [Client.DeleteInstance].
type DeleteInstanceInput struct {
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	ForceDeleteAddOns *bool `json:"forceDeleteAddOns,omitzero"`
}

// DeleteInstanceOutput is the output of [Client.DeleteInstance].
type DeleteInstanceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteInstanceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
