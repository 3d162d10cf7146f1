package lightsail

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DownloadDefaultKeyPair.html
func (c *Client) DownloadDefaultKeyPair(ctx context.Context, params *DownloadDefaultKeyPairInput, optFns ...func(*Options)) (*DownloadDefaultKeyPairOutput, error) {
	return invoke[*DownloadDefaultKeyPairOutput](ctx, c, &downloadDefaultKeyPair, params, optFns)
}

var downloadDefaultKeyPair = transport.Operation{
	Name:       "DownloadDefaultKeyPair",
	Input:      (*DownloadDefaultKeyPairInput)(nil),
	Output:     (*DownloadDefaultKeyPairOutput)(nil),
	Repeatable: true,
}

// DownloadDefaultKeyPairInput is the input of [Client.DownloadDefaultKeyPair].
type DownloadDefaultKeyPairInput struct{}

// DownloadDefaultKeyPairOutput is the output of [Client.DownloadDefaultKeyPair].
type DownloadDefaultKeyPairOutput struct {
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	PrivateKeyBase64 *string `json:"privateKeyBase64,omitzero" sensitive:"true"`

	PublicKeyBase64 *string `json:"publicKeyBase64,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DownloadDefaultKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v DownloadDefaultKeyPairOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v DownloadDefaultKeyPairOutput) LogValue() slog.Value { return redact.LogValue(v) }
