package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	PortInfo *types.PortInfo `json:"portInfo,omitzero" required:"true"`
}

// CloseInstancePublicPortsOutput is the output of [Client.CloseInstancePublicPorts].
type CloseInstancePublicPortsOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CloseInstancePublicPortsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
