package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	PortInfo *types.PortInfo `json:"portInfo,omitzero" required:"true"`
}

// OpenInstancePublicPortsOutput is the output of [Client.OpenInstancePublicPorts].
type OpenInstancePublicPortsOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *OpenInstancePublicPortsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
