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

// CreateContainerServiceDeployment starts a new version of what a container service
// runs: containers, and which of them is reachable from the internet.
//
// The new deployment replaces the active one as a whole. Containers of the active
// deployment that are not in params do not run in the new one.
//
// The call returns while the deployment is "ACTIVATING". In the output, the
// NextDeployment of the service is the new deployment. A
// [ContainerServiceDeploymentActiveWaiter] waits until the deployment with the same
// Version has the State "ACTIVE" or "FAILED"; allow 30 minutes. The State does not
// include the reason of a failure: read the log of each container with
// [Client.GetContainerLog].
//
// To return to an earlier version, create a deployment with its containers and
// public endpoint. There is no idempotency token: repeating a successful call
// can create another deployment. If the service does not exist, a
// *[types.NotFoundException] is returned.
//
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
	// ServiceName is the name of the container service. It must be enabled.
	// Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`

	// Containers are the containers to run. The key is the name of the container,
	// which other operations take as ContainerName.
	Containers map[string]types.Container `json:"containers,omitzero"`

	// PublicEndpoint selects the container that receives requests from the
	// internet. If nil, no container is reachable at the public address of the
	// service.
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
	// ContainerService is the service with the new deployment.
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
