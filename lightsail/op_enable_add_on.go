package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_EnableAddOn.html
func (c *Client) EnableAddOn(ctx context.Context, params *EnableAddOnInput, optFns ...func(*Options)) (*EnableAddOnOutput, error) {
	return invoke[*EnableAddOnOutput](ctx, c, &enableAddOn, params, optFns)
}

var enableAddOn = transport.Operation{
	Name:   "EnableAddOn",
	Input:  (*EnableAddOnInput)(nil),
	Output: (*EnableAddOnOutput)(nil),
}

// EnableAddOnInput is the input of [Client.EnableAddOn].
type EnableAddOnInput struct {
	AddOnRequest *types.AddOnRequest `json:"addOnRequest,omitzero" required:"true"`

	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// EnableAddOnOutput is the output of [Client.EnableAddOn].
type EnableAddOnOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *EnableAddOnOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
