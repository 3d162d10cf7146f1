package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UntagResource removes tags from a resource by their keys, whatever their values.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UntagResource.html
func (c *Client) UntagResource(ctx context.Context, params *UntagResourceInput, optFns ...func(*Options)) (*UntagResourceOutput, error) {
	return invoke[*UntagResourceOutput](ctx, c, &untagResource, params, optFns)
}

var untagResource = transport.Operation{
	Name:   "UntagResource",
	Input:  (*UntagResourceInput)(nil),
	Output: (*UntagResourceOutput)(nil),
}

// UntagResourceInput is the input of [Client.UntagResource].
type UntagResourceInput struct {
	// ResourceName is the name of the resource. Required, even if ResourceArn is
	// set.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	// TagKeys are the keys of the tags to remove. Required.
	TagKeys []string `json:"tagKeys,omitzero" required:"true"`

	// ResourceArn is the Amazon Resource Name (ARN) of the resource.
	ResourceArn *string `json:"resourceArn,omitzero"`
}

// UntagResourceOutput is the output of [Client.UntagResource].
type UntagResourceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UntagResourceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
