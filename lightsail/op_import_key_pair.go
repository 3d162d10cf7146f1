package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	KeyPairName *string `json:"keyPairName,omitzero" required:"true"`

	PublicKeyBase64 *string `json:"publicKeyBase64,omitzero" required:"true"`
}

// ImportKeyPairOutput is the output of [Client.ImportKeyPair].
type ImportKeyPairOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *ImportKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
