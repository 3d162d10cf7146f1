package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// ImportKeyPair adds the public key of an SSH key pair that was created elsewhere.
// The private key stays with its owner.
//
// To use the key pair, pass its name to [Client.CreateInstances]. It belongs to one
// Region. Use [Client.TagResource] to tag it and [Client.DeleteKeyPair] to delete
// it.
//
// There is no idempotency token. A *[types.InvalidInputException] is returned if
// the name is in use, also after a successful call with the same name.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_ImportKeyPair.html
func (c *Client) ImportKeyPair(ctx context.Context, params *ImportKeyPairInput, optFns ...func(*Options)) (*ImportKeyPairOutput, error) {
	return invoke[*ImportKeyPairOutput](ctx, c, &importKeyPair, params, optFns)
}

var importKeyPair = transport.Operation{
	Name:   "ImportKeyPair",
	Input:  (*ImportKeyPairInput)(nil),
	Output: (*ImportKeyPairOutput)(nil),
}

// ImportKeyPairInput is the input of [Client.ImportKeyPair].
type ImportKeyPairInput struct {
	// KeyPairName is the name of the new key pair: 2 to 255 letters, digits,
	// periods, hyphens and underscores, with a letter or digit at both ends. It
	// must be unique among the resources in the Region, including those of other
	// types. Required.
	KeyPairName *string `json:"keyPairName,omitzero" required:"true"`

	// PublicKeyBase64 is the public key, of type "ssh-rsa", as a line of an SSH
	// public key file: the word "ssh-rsa", a space and the key in base64. Required.
	PublicKeyBase64 *string `json:"publicKeyBase64,omitzero" required:"true"`
}

// ImportKeyPairOutput is the output of [Client.ImportKeyPair].
type ImportKeyPairOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *ImportKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
