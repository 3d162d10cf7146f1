package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getOperation = transport.Operation{
	Name:      "GetOperation",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetOperationOutput) },
}

// GetOperation returns the record of something that another call has started:
// whether it goes on, has ended well, or has failed and why.
//
// A waiter, OperationSucceededWaiter, calls it until all records of a call are final.
func (c *Client) GetOperation(ctx context.Context, params *GetOperationInput, optFns ...func(*Options)) (*GetOperationOutput, error) {
	if params == nil {
		params = new(GetOperationInput)
	}
	result, err := c.invoke(ctx, &getOperation, params, optFns)
	out, _ := result.(*GetOperationOutput)
	return out, err
}

// GetOperationInput says which record to return.
type GetOperationInput struct {
	// OperationId is required: the Id of a record that a call returned.
	OperationId *string `json:"operationId,omitzero"`
}

func (in *GetOperationInput) check(v *violations) {
	v.required("OperationId", in.OperationId == nil)
	v.notBlank("OperationId", in.OperationId)
}

// GetOperationOutput is a record.
type GetOperationOutput struct {
	// Operation is the record as it is now.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetOperationOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetOperationAPIClient is what a waiter needs of a client. [Client] is one; in a
// test, yours may be another.
type GetOperationAPIClient interface {
	GetOperation(context.Context, *GetOperationInput, ...func(*Options)) (*GetOperationOutput, error)
}
