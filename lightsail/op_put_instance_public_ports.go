package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	PortInfos []types.PortInfo `json:"portInfos,omitzero" required:"true"`
}

// PutInstancePublicPortsOutput is the output of [Client.PutInstancePublicPorts].
type PutInstancePublicPortsOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *PutInstancePublicPortsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
