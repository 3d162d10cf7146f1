package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetInstancePortStates returns the rules of the firewall of an instance: its open
// ports and the addresses that can connect to them.
//
// All rules are returned at once. The Networking of a [types.Instance] has them
// too, with human-readable descriptions.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstancePortStates.html
func (c *Client) GetInstancePortStates(ctx context.Context, params *GetInstancePortStatesInput, optFns ...func(*Options)) (*GetInstancePortStatesOutput, error) {
	return invoke[*GetInstancePortStatesOutput](ctx, c, &getInstancePortStates, params, optFns)
}

var getInstancePortStates = transport.Operation{
	Name:       "GetInstancePortStates",
	Input:      (*GetInstancePortStatesInput)(nil),
	Output:     (*GetInstancePortStatesOutput)(nil),
	Repeatable: true,
}

// GetInstancePortStatesInput is the input of [Client.GetInstancePortStates].
type GetInstancePortStatesInput struct {
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`
}

// GetInstancePortStatesOutput is the output of [Client.GetInstancePortStates].
type GetInstancePortStatesOutput struct {
	// PortStates are the rules of the firewall. A port without a rule is closed.
	PortStates []types.InstancePortState `json:"portStates,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstancePortStatesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
