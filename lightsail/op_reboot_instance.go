package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// RebootInstance restarts a running instance.
//
// The call returns before the instance has restarted. To start an instance that is
// stopped, use [Client.StartInstance].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_RebootInstance.html
func (c *Client) RebootInstance(ctx context.Context, params *RebootInstanceInput, optFns ...func(*Options)) (*RebootInstanceOutput, error) {
	return invoke[*RebootInstanceOutput](ctx, c, &rebootInstance, params, optFns)
}

var rebootInstance = transport.Operation{
	Name:   "RebootInstance",
	Input:  (*RebootInstanceInput)(nil),
	Output: (*RebootInstanceOutput)(nil),
}

// RebootInstanceInput is the input of [Client.RebootInstance].
type RebootInstanceInput struct {
	// InstanceName is the name of the instance to restart. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`
}

// RebootInstanceOutput is the output of [Client.RebootInstance].
type RebootInstanceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *RebootInstanceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
