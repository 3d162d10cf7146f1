package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteKeyPair deletes a key pair, that is, the public key that Lightsail keeps.
//
// It deletes key pairs of [Client.CreateKeyPair] and [Client.ImportKeyPair]. It
// also deletes the default key pair of the Region, if ExpectedFingerprint is set. A
// deleted default key pair is created again, with another key, by
// [Client.DownloadDefaultKeyPair] and when an instance is created without the name
// of a key pair.
//
// A *[types.NotFoundException] is returned if the key pair does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteKeyPair.html
func (c *Client) DeleteKeyPair(ctx context.Context, params *DeleteKeyPairInput, optFns ...func(*Options)) (*DeleteKeyPairOutput, error) {
	return invoke[*DeleteKeyPairOutput](ctx, c, &deleteKeyPair, params, optFns)
}

var deleteKeyPair = transport.Operation{
	Name:   "DeleteKeyPair",
	Input:  (*DeleteKeyPairInput)(nil),
	Output: (*DeleteKeyPairOutput)(nil),
}

// DeleteKeyPairInput is the input of [Client.DeleteKeyPair].
type DeleteKeyPairInput struct {
	// KeyPairName is the name of the key pair to delete. The default key pair is
	// named "LightsailDefaultKeyPair". Required.
	KeyPairName *string `json:"keyPairName,omitzero" required:"true"`

	// ExpectedFingerprint is the Fingerprint of the default key pair, as
	// [Client.GetKeyPair] returns it. It must be set to delete the default key
	// pair. It is not needed for other key pairs.
	ExpectedFingerprint *string `json:"expectedFingerprint,omitzero"`
}

// DeleteKeyPairOutput is the output of [Client.DeleteKeyPair].
type DeleteKeyPairOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
