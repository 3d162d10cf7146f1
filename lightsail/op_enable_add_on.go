package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// EnableAddOn enables an add-on of an instance or disk, for example automatic
// snapshots. If the add-on is enabled, EnableAddOn changes its settings.
//
// Automatic snapshots are created once per day, and Lightsail keeps the seven most
// recent ones. They are available for disks and for Linux and Unix instances. Only
// the storage of the snapshots is billed. Use [Client.DisableAddOn] to disable an
// add-on.
//
// If the instance or disk does not exist, EnableAddOn returns a
// *[types.NotFoundException].
//
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
	// AddOnRequest selects and configures the add-on. Required.
	AddOnRequest *types.AddOnRequest `json:"addOnRequest,omitzero" required:"true"`

	// ResourceName is the name of the instance or disk. Required.
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
