package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetOperation returns a record of an operation that another call started, with its
// status and, if it failed, the reason.
//
// [OperationSucceededWaiter] calls GetOperation until the operations of a call have
// ended.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetOperation.html
func (c *Client) GetOperation(ctx context.Context, params *GetOperationInput, optFns ...func(*Options)) (*GetOperationOutput, error) {
	return invoke[*GetOperationOutput](ctx, c, &getOperation, params, optFns)
}

var getOperation = transport.Operation{
	Name:       "GetOperation",
	Input:      (*GetOperationInput)(nil),
	Output:     (*GetOperationOutput)(nil),
	Repeatable: true,
}

// GetOperationInput is the input of [Client.GetOperation].
type GetOperationInput struct {
	// OperationId is the Id of the record. Required.
	OperationId *string `json:"operationId,omitzero" required:"true"`
}

// GetOperationOutput is the output of [Client.GetOperation].
type GetOperationOutput struct {
	// Operation is the current version of the record.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetOperationOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetOperationAPIClient is the part of [Client] that [OperationSucceededWaiter] calls.
type GetOperationAPIClient interface {
	// GetOperation is [Client.GetOperation].
	GetOperation(context.Context, *GetOperationInput, ...func(*Options)) (*GetOperationOutput, error)
}
