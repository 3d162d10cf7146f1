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

// UpdateContainerService changes the power, scale, custom domain names or registry
// access of a container service, or disables or enables it. Settings that are not
// set in params do not change.
//
// A change of Power or Scale changes the monthly price. To change what runs, use
// [Client.CreateContainerServiceDeployment].
//
// The call returns while State is "UPDATING". The output has no Operations.
// A [ContainerServiceReadyWaiter] waits until State is "READY" or "RUNNING", and
// after disabling a [ContainerServiceDisabledWaiter] until it is "DISABLED"; allow
// 30 minutes. If the service does not exist, a
// *[types.NotFoundException] is returned.
//
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
	// ServiceName is the name of the container service to change. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	// IsDisabled disables the service if true and enables it if false. A disabled
	// service runs no containers. If nil, this does not change.
	IsDisabled *bool `json:"isDisabled,omitzero"`

	// Power is the name of the new power. [Client.GetContainerServicePowers] lists
	// them. If empty, the power does not change.
	Power types.ContainerServicePowerName `json:"power,omitzero"`

	// PrivateRegistryAccess changes the access to private repositories of Amazon
	// ECR. If nil, the access does not change.
	PrivateRegistryAccess *types.PrivateRegistryAccessRequest `json:"privateRegistryAccess,omitzero"`

	// PublicDomainNames are custom domain names of the service, at most 4. The key
	// is the name of a validated certificate, and the value the domain names of
	// that certificate to use. An empty list for a certificate stops its use. If
	// nil, the domain names do not change.
	PublicDomainNames map[string][]string `json:"publicDomainNames,omitzero"`

	// Scale is the new number of nodes, 1 to 20. If nil, the number does not
	// change.
	Scale *int32 `json:"scale,omitzero"`
}

// UpdateContainerServiceOutput is the output of [Client.UpdateContainerService].
type UpdateContainerServiceOutput struct {
	// ContainerService is the service while the change is in progress.
	ContainerService *types.ContainerService `json:"containerService,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateContainerServiceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v UpdateContainerServiceOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v UpdateContainerServiceOutput) LogValue() slog.Value { return redact.LogValue(v) }
