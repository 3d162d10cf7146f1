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

// GetContainerServiceDeployments returns the deployments of a container service,
// including earlier and failed ones. The output is not paged.
//
// Use it to wait for a new deployment: find its Version and poll until State is
// "ACTIVE" or "FAILED". For the reason of a failed deployment, read the logs of its
// containers with [Client.GetContainerLog]. The service retains a limited number of
// deployments and removes the oldest ones.
//
// If the service does not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContainerServiceDeployments.html
func (c *Client) GetContainerServiceDeployments(ctx context.Context, params *GetContainerServiceDeploymentsInput, optFns ...func(*Options)) (*GetContainerServiceDeploymentsOutput, error) {
	return invoke[*GetContainerServiceDeploymentsOutput](ctx, c, &getContainerServiceDeployments, params, optFns)
}

var getContainerServiceDeployments = transport.Operation{
	Name:       "GetContainerServiceDeployments",
	Input:      (*GetContainerServiceDeploymentsInput)(nil),
	Output:     (*GetContainerServiceDeploymentsOutput)(nil),
	Repeatable: true,
}

// GetContainerServiceDeploymentsInput is the input of [Client.GetContainerServiceDeployments].
type GetContainerServiceDeploymentsInput struct {
	// ServiceName is the name of the container service. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`
}

// GetContainerServiceDeploymentsOutput is the output of [Client.GetContainerServiceDeployments].
type GetContainerServiceDeploymentsOutput struct {
	// Deployments are the retained deployments. Compare their Version rather than
	// rely on their order. The Environment of their containers is sensitive.
	Deployments []types.ContainerServiceDeployment `json:"deployments,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerServiceDeploymentsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v GetContainerServiceDeploymentsOutput) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v GetContainerServiceDeploymentsOutput) LogValue() slog.Value { return redact.LogValue(v) }
