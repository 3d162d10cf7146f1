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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateContainerService.html
func (c *Client) CreateContainerService(ctx context.Context, params *CreateContainerServiceInput, optFns ...func(*Options)) (*CreateContainerServiceOutput, error) {
	return invoke[*CreateContainerServiceOutput](ctx, c, &createContainerService, params, optFns)
}

var createContainerService = transport.Operation{
	Name:   "CreateContainerService",
	Input:  (*CreateContainerServiceInput)(nil),
	Output: (*CreateContainerServiceOutput)(nil),
}

// CreateContainerServiceInput is the input of [Client.CreateContainerService].
type CreateContainerServiceInput struct {
	Power types.ContainerServicePowerName `json:"power,omitzero" required:"true"`

	Scale *int32 `json:"scale,omitzero" required:"true"`

	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	Deployment *types.ContainerServiceDeploymentRequest `json:"deployment,omitzero"`

	PrivateRegistryAccess *types.PrivateRegistryAccessRequest `json:"privateRegistryAccess,omitzero"`

	PublicDomainNames map[string][]string `json:"publicDomainNames,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateContainerServiceInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateContainerServiceInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateContainerServiceOutput is the output of [Client.CreateContainerService].
type CreateContainerServiceOutput struct {
	ContainerService *types.ContainerService `json:"containerService,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateContainerServiceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateContainerServiceOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateContainerServiceOutput) LogValue() slog.Value { return redact.LogValue(v) }
