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

// DownloadDefaultKeyPair returns the default key pair of the Region with its
// private key, and creates it if it does not exist.
//
// Instances that are created without the name of a key pair use the default key
// pair. Its name is "LightsailDefaultKeyPair". Unlike the private key of
// [Client.CreateKeyPair], its private key can be downloaded again. Whoever is
// permitted to call DownloadDefaultKeyPair can log in to every instance that uses
// the default key pair.
//
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
	// CreatedAt is the time at which the default key pair was created.
	CreatedAt *time.Time `json:"createdAt,omitzero"`

	// PrivateKeyBase64 is the RSA private key. Despite the name of the field, it is
	// a PEM block of type "RSA PRIVATE KEY". It can be stored as an identity file
	// of ssh without decoding.
	PrivateKeyBase64 *string `json:"privateKeyBase64,omitzero" sensitive:"true"`

	// PublicKeyBase64 is the public key as a line of an authorized_keys file: the
	// word "ssh-rsa", a space and the key in base64.
	PublicKeyBase64 *string `json:"publicKeyBase64,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DownloadDefaultKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v DownloadDefaultKeyPairOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v DownloadDefaultKeyPairOutput) LogValue() slog.Value { return redact.LogValue(v) }
