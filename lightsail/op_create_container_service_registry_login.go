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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateContainerServiceRegistryLogin.html
func (c *Client) CreateContainerServiceRegistryLogin(ctx context.Context, params *CreateContainerServiceRegistryLoginInput, optFns ...func(*Options)) (*CreateContainerServiceRegistryLoginOutput, error) {
	return invoke[*CreateContainerServiceRegistryLoginOutput](ctx, c, &createContainerServiceRegistryLogin, params, optFns)
}

var createContainerServiceRegistryLogin = transport.Operation{
	Name:   "CreateContainerServiceRegistryLogin",
	Input:  (*CreateContainerServiceRegistryLoginInput)(nil),
	Output: (*CreateContainerServiceRegistryLoginOutput)(nil),
}

// CreateContainerServiceRegistryLoginInput is the input of [Client.CreateContainerServiceRegistryLogin].
type CreateContainerServiceRegistryLoginInput struct{}

// CreateContainerServiceRegistryLoginOutput is the output of [Client.CreateContainerServiceRegistryLogin].
type CreateContainerServiceRegistryLoginOutput struct {
	RegistryLogin *types.ContainerServiceRegistryLogin `json:"registryLogin,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateContainerServiceRegistryLoginOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateContainerServiceRegistryLoginOutput) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateContainerServiceRegistryLoginOutput) LogValue() slog.Value { return redact.LogValue(v) }
