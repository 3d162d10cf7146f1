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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateContainerServiceDeployment.html
func (c *Client) CreateContainerServiceDeployment(ctx context.Context, params *CreateContainerServiceDeploymentInput, optFns ...func(*Options)) (*CreateContainerServiceDeploymentOutput, error) {
	return invoke[*CreateContainerServiceDeploymentOutput](ctx, c, &createContainerServiceDeployment, params, optFns)
}

var createContainerServiceDeployment = transport.Operation{
	Name:   "CreateContainerServiceDeployment",
	Input:  (*CreateContainerServiceDeploymentInput)(nil),
	Output: (*CreateContainerServiceDeploymentOutput)(nil),
}

// CreateContainerServiceDeploymentInput is the input of [Client.CreateContainerServiceDeployment].
type CreateContainerServiceDeploymentInput struct {
	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	Containers map[string]types.Container `json:"containers,omitzero"`

	PublicEndpoint *types.EndpointRequest `json:"publicEndpoint,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateContainerServiceDeploymentInput) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateContainerServiceDeploymentInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateContainerServiceDeploymentOutput is the output of [Client.CreateContainerServiceDeployment].
type CreateContainerServiceDeploymentOutput struct {
	ContainerService *types.ContainerService `json:"containerService,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateContainerServiceDeploymentOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateContainerServiceDeploymentOutput) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateContainerServiceDeploymentOutput) LogValue() slog.Value { return redact.LogValue(v) }
