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

// CreateContainerServiceRegistryLogin creates temporary credentials for pushing
// images to the registry of the Lightsail account.
//
// Images of a public registry need no push. To run an image of your own, log in to
// the registry with these credentials, for example with "docker login", push the
// image, and register its digest with [Client.RegisterContainerImage]. The
// credentials cannot pull images or manage the registry.
//
// The password is a secret. The credentials expire 12 hours after the call. Each
// call creates new ones, and no operation of Lightsail revokes them.
//
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
	// RegistryLogin holds the address, user name and password. Its Password is
	// printed and logged as [REDACTED].
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
