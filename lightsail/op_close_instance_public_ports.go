package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CloseInstancePublicPorts removes a rule from the firewall of an instance. Other
// rules do not change.
//
// Closing the port of SSH (22) or RDP (3389) also ends the access of
// administrators. [Client.OpenInstancePublicPorts] adds a rule, and
// [Client.GetInstancePortStates] returns the current ones. The service rejects the
// call while the state of a new instance is "pending".
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CloseInstancePublicPorts.html
func (c *Client) CloseInstancePublicPorts(ctx context.Context, params *CloseInstancePublicPortsInput, optFns ...func(*Options)) (*CloseInstancePublicPortsOutput, error) {
	return invoke[*CloseInstancePublicPortsOutput](ctx, c, &closeInstancePublicPorts, params, optFns)
}

var closeInstancePublicPorts = transport.Operation{
	Name:   "CloseInstancePublicPorts",
	Input:  (*CloseInstancePublicPortsInput)(nil),
	Output: (*CloseInstancePublicPortsOutput)(nil),
}

// CloseInstancePublicPortsInput is the input of [Client.CloseInstancePublicPorts].
type CloseInstancePublicPortsInput struct {
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// PortInfo is the rule to remove. Set its fields like those of the rule that
	// [Client.GetInstancePortStates] returns. Required.
	PortInfo *types.PortInfo `json:"portInfo,omitzero" required:"true"`
}

// CloseInstancePublicPortsOutput is the output of [Client.CloseInstancePublicPorts].
type CloseInstancePublicPortsOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CloseInstancePublicPortsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
