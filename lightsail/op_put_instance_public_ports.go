package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// PutInstancePublicPorts replaces all rules of the firewall of an instance.
//
// It closes every open port that is not in params, including that of SSH. To add a
// rule and keep the others, use [Client.OpenInstancePublicPorts]. To change one
// rule with PutInstancePublicPorts, read the rules with
// [Client.GetInstancePortStates] and send all of them.
//
// The service rejects the call for a while after the instance was created, when its
// state is still "pending". Wait for "running", or retry.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_PutInstancePublicPorts.html
func (c *Client) PutInstancePublicPorts(ctx context.Context, params *PutInstancePublicPortsInput, optFns ...func(*Options)) (*PutInstancePublicPortsOutput, error) {
	return invoke[*PutInstancePublicPortsOutput](ctx, c, &putInstancePublicPorts, params, optFns)
}

var putInstancePublicPorts = transport.Operation{
	Name:   "PutInstancePublicPorts",
	Input:  (*PutInstancePublicPortsInput)(nil),
	Output: (*PutInstancePublicPortsOutput)(nil),
}

// PutInstancePublicPortsInput is the input of [Client.PutInstancePublicPorts].
type PutInstancePublicPortsInput struct {
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// PortInfos are all rules that the firewall has after the call. Required.
	PortInfos []types.PortInfo `json:"portInfos,omitzero" required:"true"`
}

// PutInstancePublicPortsOutput is the output of [Client.PutInstancePublicPorts].
type PutInstancePublicPortsOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *PutInstancePublicPortsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
