package lightsail

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetContainerServices returns one container service by its name, or all container
// services in the Region. The output is not paged.
//
// If ServiceName is set and no such service exists, GetContainerServices returns a
// *[types.NotFoundException]. To wait for a service, poll its State. Report the
// Code and Message of its StateDetail if waiting fails or takes too long.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContainerServices.html
func (c *Client) GetContainerServices(ctx context.Context, params *GetContainerServicesInput, optFns ...func(*Options)) (*GetContainerServicesOutput, error) {
	return invoke[*GetContainerServicesOutput](ctx, c, &getContainerServices, params, optFns)
}

var getContainerServices = transport.Operation{
	Name:       "GetContainerServices",
	Input:      (*GetContainerServicesInput)(nil),
	Output:     (*GetContainerServicesOutput)(nil),
	Repeatable: true,
}

// GetContainerServicesInput is the input of [Client.GetContainerServices].
type GetContainerServicesInput struct {
	// ServiceName selects one container service. If nil, GetContainerServices
	// returns all container services in the Region.
	ServiceName *string `json:"serviceName,omitzero"`
}

// GetContainerServicesOutput is the output of [Client.GetContainerServices].
type GetContainerServicesOutput struct {
	// ContainerServices are the container services. The Environment of the
	// containers in their deployments is sensitive.
	ContainerServices []types.ContainerService `json:"containerServices,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerServicesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v GetContainerServicesOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v GetContainerServicesOutput) LogValue() slog.Value { return redact.LogValue(v) }
