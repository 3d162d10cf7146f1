package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// TagResource adds tags to a resource. A tag is a key with an optional value.
//
// A tag with an existing key replaces the value of that key. Other tags of the
// resource do not change. A resource has at most 50 tags.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_TagResource.html
func (c *Client) TagResource(ctx context.Context, params *TagResourceInput, optFns ...func(*Options)) (*TagResourceOutput, error) {
	return invoke[*TagResourceOutput](ctx, c, &tagResource, params, optFns)
}

var tagResource = transport.Operation{
	Name:   "TagResource",
	Input:  (*TagResourceInput)(nil),
	Output: (*TagResourceOutput)(nil),
}

// TagResourceInput is the input of [Client.TagResource].
type TagResourceInput struct {
	// ResourceName is the name of the resource. Required, even if ResourceArn is
	// set.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	// Tags are the tags to add. A key has 1 to 128 characters, a value at most 256.
	// Required.
	Tags []types.Tag `json:"tags,omitzero" required:"true"`

	// ResourceArn is the Amazon Resource Name (ARN) of the resource.
	ResourceArn *string `json:"resourceArn,omitzero"`
}

// TagResourceOutput is the output of [Client.TagResource].
type TagResourceOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *TagResourceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
