package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetInstance returns an instance by its name.
//
// If no such instance exists, it returns a *[types.NotFoundException]. If only the
// state is of interest, [Client.GetInstanceState] has a much smaller output.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetInstance.html
func (c *Client) GetInstance(ctx context.Context, params *GetInstanceInput, optFns ...func(*Options)) (*GetInstanceOutput, error) {
	return invoke[*GetInstanceOutput](ctx, c, &getInstance, params, optFns)
}

var getInstance = transport.Operation{
	Name:       "GetInstance",
	Input:      (*GetInstanceInput)(nil),
	Output:     (*GetInstanceOutput)(nil),
	Repeatable: true,
}

// GetInstanceInput is the input of [Client.GetInstance].
type GetInstanceInput struct {
	// InstanceName is the name of the instance. Required.
	InstanceName *string `json:"instanceName,omitzero" required:"true"`

	// IncludeHealthStatus sets the fields InstanceStatus and SystemStatus of the
	// instance. The default is false.
	IncludeHealthStatus *bool `json:"includeHealthStatus,omitzero"`
}

// GetInstanceOutput is the output of [Client.GetInstance].
type GetInstanceOutput struct {
	// Instance is the instance with the name in the input. Its PublicIpAddress can
	// be nil for a while after the instance has started.
	Instance *types.Instance `json:"instance,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetInstanceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
