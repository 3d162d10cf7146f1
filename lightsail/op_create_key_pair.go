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

// CreateKeyPair creates an SSH key pair and returns its private key.
//
// The private key is returned once. Lightsail keeps only the public key, so store
// PrivateKeyBase64 of the output. If it is lost, delete the key pair with
// [Client.DeleteKeyPair] and create another one.
//
// To use the key pair, pass its name to [Client.CreateInstances]. The private key
// then logs in to the instances over SSH, or decrypts the password of Windows
// instances. A key pair belongs to one Region. Use [Client.ImportKeyPair] for a key
// that was created elsewhere, and [Client.DownloadDefaultKeyPair] for the default
// key pair of the Region.
//
// There is no idempotency token. A *[types.InvalidInputException] is returned if
// the name is in use, also after a successful call with the same name.
//
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
	// KeyPairName is the name of the new key pair: 2 to 255 letters, digits,
	// periods, hyphens and underscores, with a letter or digit at both ends. It
	// must be unique among the resources in the Region, including those of other
	// types. Required.
	KeyPairName *string `json:"keyPairName,omitzero" required:"true"`

	// Tags are the tags of the key pair, at most 50. If they cannot be applied, the
	// key pair is not created.
	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateKeyPairOutput is the output of [Client.CreateKeyPair].
type CreateKeyPairOutput struct {
	// KeyPair is the new key pair: its name and fingerprint, but neither of the
	// keys.
	KeyPair *types.KeyPair `json:"keyPair,omitzero"`

	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

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

func (out *CreateKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateKeyPairOutput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateKeyPairOutput) LogValue() slog.Value { return redact.LogValue(v) }
