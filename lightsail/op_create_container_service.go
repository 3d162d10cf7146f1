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

// CreateContainerService creates a container service: nodes that Lightsail operates
// and that run containers from images, behind a public HTTPS address.
//
// A service has a monthly price: the price of its power times its scale.
// [Client.GetContainerServicePowers] returns powers and prices.
//
// The call returns while State is "PENDING". The output has no Operations. A
// [ContainerServiceReadyWaiter] waits until State is "READY" or "RUNNING"; allow 30
// minutes. It stops if the Code of StateDetail is "CERTIFICATE_LIMIT_EXCEEDED" or
// "UNKNOWN_ERROR": the creation has failed. Without a Deployment the service
// becomes "READY" and runs nothing;
// [Client.CreateContainerServiceDeployment] describes deployments and how to wait
// for them.
//
// There is no idempotency token. A *[types.InvalidInputException] is returned if
// the name is in use, also after a successful call with the same name, or if the
// account has reached its limit of container services.
// [Client.DeleteContainerService] deletes the service.
//
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
	// Power is the name of the power, which determines the memory, vCPUs and price
	// of each node. [Client.GetContainerServicePowers] lists them.
	// [Client.UpdateContainerService] can change it. Required.
	Power types.ContainerServicePowerName `json:"power,omitzero" required:"true"`

	// Scale is the number of nodes, 1 to 20. [Client.UpdateContainerService] can
	// change it. Required.
	Scale *int32 `json:"scale,omitzero" required:"true"`

	// ServiceName is the name of the new service: 1 to 63 lower-case letters,
	// digits and hyphens, with a letter or digit at both ends. It must be unique in
	// the Region of the account and becomes part of the public address. It cannot
	// be changed. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	// Deployment is the first deployment. If nil, the service is created without
	// one.
	Deployment *types.ContainerServiceDeploymentRequest `json:"deployment,omitzero"`

	// PrivateRegistryAccess gives the service access to private repositories of
	// Amazon ECR. If nil, the service has no such access.
	PrivateRegistryAccess *types.PrivateRegistryAccessRequest `json:"privateRegistryAccess,omitzero"`

	// PublicDomainNames are custom domain names of the service, at most 4. The key
	// is the name of a certificate, and the value the domain names of that
	// certificate to use. [Client.CreateCertificate] creates certificates; a
	// certificate must be validated before it is used here. The names take effect
	// with a deployment that has a public endpoint. If nil, the service has only
	// its address in a domain of Lightsail.
	PublicDomainNames map[string][]string `json:"publicDomainNames,omitzero"`

	// Tags are the tags of the service, at most 50. [Client.TagResource] adds tags
	// later.
	Tags []types.Tag `json:"tags,omitzero"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateContainerServiceInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateContainerServiceInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateContainerServiceOutput is the output of [Client.CreateContainerService].
type CreateContainerServiceOutput struct {
	// ContainerService is the new service. The Environment of its containers is
	// sensitive.
	ContainerService *types.ContainerService `json:"containerService,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateContainerServiceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateContainerServiceOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateContainerServiceOutput) LogValue() slog.Value { return redact.LogValue(v) }
