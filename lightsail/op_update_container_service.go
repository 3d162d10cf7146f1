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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateContainerService.html
func (c *Client) UpdateContainerService(ctx context.Context, params *UpdateContainerServiceInput, optFns ...func(*Options)) (*UpdateContainerServiceOutput, error) {
	return invoke[*UpdateContainerServiceOutput](ctx, c, &updateContainerService, params, optFns)
}

var updateContainerService = transport.Operation{
	Name:   "UpdateContainerService",
	Input:  (*UpdateContainerServiceInput)(nil),
	Output: (*UpdateContainerServiceOutput)(nil),
}

// UpdateContainerServiceInput is the input of [Client.UpdateContainerService].
type UpdateContainerServiceInput struct {
	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	IsDisabled *bool `json:"isDisabled,omitzero"`

	Power types.ContainerServicePowerName `json:"power,omitzero"`

	PrivateRegistryAccess *types.PrivateRegistryAccessRequest `json:"privateRegistryAccess,omitzero"`

	PublicDomainNames map[string][]string `json:"publicDomainNames,omitzero"`

	Scale *int32 `json:"scale,omitzero"`
}

// UpdateContainerServiceOutput is the output of [Client.UpdateContainerService].
type UpdateContainerServiceOutput struct {
	ContainerService *types.ContainerService `json:"containerService,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateContainerServiceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v UpdateContainerServiceOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v UpdateContainerServiceOutput) LogValue() slog.Value { return redact.LogValue(v) }
