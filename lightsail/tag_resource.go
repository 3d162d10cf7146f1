package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var tagResource = transport.Operation{
	Name:      "TagResource",
	NewOutput: func() any { return new(TagResourceOutput) },
}

// TagResource puts tags on a resource: labels of a key and, mostly, a value.
//
// A tag whose key is there already gets the new value; other tags stay. A
// resource has at most 50.
func (c *Client) TagResource(ctx context.Context, params *TagResourceInput, optFns ...func(*Options)) (*TagResourceOutput, error) {
	if params == nil {
		params = new(TagResourceInput)
	}
	result, err := c.invoke(ctx, &tagResource, params, optFns)
	out, _ := result.(*TagResourceOutput)
	return out, err
}

// TagResourceInput says which resource gets which tags.
type TagResourceInput struct {
	// ResourceName is required, also beside ResourceArn: the name of the
	// resource, for example of a bucket.
	ResourceName *string `json:"resourceName,omitzero"`

	// Tags are required. Keys have 1 to 128 characters, values up to 256.
	Tags []types.Tag `json:"tags,omitzero"`

	// ResourceArn is the ARN of the resource.
	ResourceArn *string `json:"resourceArn,omitzero"`
}

func (in *TagResourceInput) check(v *violations) {
	v.required("ResourceName", in.ResourceName == nil)
	v.required("Tags", in.Tags == nil)
}

// TagResourceOutput is what was started.
type TagResourceOutput struct {
	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *TagResourceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
