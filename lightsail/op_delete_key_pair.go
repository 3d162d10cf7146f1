package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	KeyPairName *string `json:"keyPairName,omitzero" required:"true"`

	ExpectedFingerprint *string `json:"expectedFingerprint,omitzero"`
}

// DeleteKeyPairOutput is the output of [Client.DeleteKeyPair].
type DeleteKeyPairOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteKeyPairOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
