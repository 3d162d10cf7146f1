package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// OpenInstancePublicPorts adds a rule to the firewall of an instance: ports, a
// protocol and the addresses that can connect to them. Other rules do not change.
//
// [Client.CloseInstancePublicPorts] removes a rule, [Client.PutInstancePublicPorts]
// replaces all rules, and [Client.GetInstancePortStates] returns them. The firewall
// filters traffic to the public addresses of the instance, and does not filter
// outgoing traffic.
//
// The service rejects the call for a while after the instance was created, when its
// state is still "pending". Wait for "running", or retry.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_OpenInstancePublicPorts.html
func (c *Client) OpenInstancePublicPorts(ctx context.Context, params *OpenInstancePublicPortsInput, optFns ...func(*Options)) (*OpenInstancePublicPortsOutput, error) {
	return invoke[*OpenInstancePublicPortsOutput](ctx, c, &openInstancePublicPorts, params, optFns)
}

var openInstancePublicPorts = transport.Operation{
	Name:   "OpenInstancePublicPorts",
	Input:  (*OpenInstancePublicPortsInput)(nil),
	Output: (*OpenInstancePublicPortsOutput)(nil),
}

// OpenInstancePublicPortsInput is the input of [Client.OpenInstancePublicPorts].
type OpenInstancePublicPortsInput struct {
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// PortInfo is the rule to add. Required.
	PortInfo *types.PortInfo `json:"portInfo,omitzero" required:"true"`
}

// OpenInstancePublicPortsOutput is the output of [Client.OpenInstancePublicPorts].
type OpenInstancePublicPortsOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *OpenInstancePublicPortsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
