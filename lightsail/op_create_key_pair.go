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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateKeyPair.html
func (c *Client) CreateKeyPair(ctx context.Context, params *CreateKeyPairInput, optFns ...func(*Options)) (*CreateKeyPairOutput, error) {
	return invoke[*CreateKeyPairOutput](ctx, c, &createKeyPair, params, optFns)
}

var createKeyPair = transport.Operation{
	Name:   "CreateKeyPair",
	Input:  (*CreateKeyPairInput)(nil),
	Output: (*CreateKeyPairOutput)(nil),
}

// CreateKeyPairInput is the input of [Client.CreateKeyPair].
type CreateKeyPairInput struct {
	KeyPairName *string `json:"keyPairName,omitzero" required:"true"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateKeyPairOutput is the output of [Client.CreateKeyPair].
type CreateKeyPairOutput struct {
	KeyPair *types.KeyPair `json:"keyPair,omitzero"`

	Operation *types.Operation `json:"operation,omitzero"`

	PrivateKeyBase64 *string `json:"privateKeyBase64,omitzero" sensitive:"true"`

	PublicKeyBase64 *string `json:"publicKeyBase64,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateKeyPairOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateKeyPairOutput) LogValue() slog.Value { return redact.LogValue(v) }
