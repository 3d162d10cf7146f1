package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DisableAddOn disables an add-on of an instance or disk, for example automatic
// snapshots.
//
// Use [Client.GetAutoSnapshots] to see which automatic snapshots remain, and
// [Client.DeleteAutoSnapshot] to delete them. [Client.EnableAddOn] enables the
// add-on again.
//
// If the instance or disk does not exist, DisableAddOn returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DisableAddOn.html
func (c *Client) DisableAddOn(ctx context.Context, params *DisableAddOnInput, optFns ...func(*Options)) (*DisableAddOnOutput, error) {
	return invoke[*DisableAddOnOutput](ctx, c, &disableAddOn, params, optFns)
}

var disableAddOn = transport.Operation{
	Name:   "DisableAddOn",
	Input:  (*DisableAddOnInput)(nil),
	Output: (*DisableAddOnOutput)(nil),
}

// DisableAddOnInput is the input of [Client.DisableAddOn].
type DisableAddOnInput struct {
	// AddOnType selects the add-on: "AutoSnapshot", or "StopInstanceOnIdle", which
	// applies to Lightsail for Research only. Required.
	AddOnType types.AddOnType `json:"addOnType,omitzero" required:"true"`

	// ResourceName is the name of the instance or disk. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// DisableAddOnOutput is the output of [Client.DisableAddOn].
type DisableAddOnOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DisableAddOnOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
