package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetKeyPair returns one key pair by its name: its fingerprint and tags, but
// neither of the keys.
//
// A *[types.NotFoundException] is returned if the key pair does not exist.
// [Client.DownloadDefaultKeyPair] returns the keys of the default key pair. The
// private keys of other key pairs cannot be retrieved.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetKeyPair.html
func (c *Client) GetKeyPair(ctx context.Context, params *GetKeyPairInput, optFns ...func(*Options)) (*GetKeyPairOutput, error) {
	return invoke[*GetKeyPairOutput](ctx, c, &getKeyPair, params, optFns)
}

var getKeyPair = transport.Operation{
	Name:       "GetKeyPair",
	Input:      (*GetKeyPairInput)(nil),
	Output:     (*GetKeyPairOutput)(nil),
	Repeatable: true,
}

// GetKeyPairInput is the input of [Client.GetKeyPair].
type GetKeyPairInput struct {
	// KeyPairName is the name of the key pair to return. Required.
	KeyPairName *string `json:"keyPairName,omitzero" required:"true"`
}

// GetKeyPairOutput is the output of [Client.GetKeyPair].
type GetKeyPairOutput struct {
	// KeyPair is the key pair with that name.
	KeyPair *types.KeyPair `json:"keyPair,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
