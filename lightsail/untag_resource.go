package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var untagResource = transport.Operation{
	Name:      "UntagResource",
	NewOutput: func() any { return new(UntagResourceOutput) },
}

// UntagResource takes tags off a resource, by their keys.
func (c *Client) UntagResource(ctx context.Context, params *UntagResourceInput, optFns ...func(*Options)) (*UntagResourceOutput, error) {
	if params == nil {
		params = new(UntagResourceInput)
	}
	result, err := c.invoke(ctx, &untagResource, params, optFns)
	out, _ := result.(*UntagResourceOutput)
	return out, err
}

// UntagResourceInput says which tags of which resource go.
type UntagResourceInput struct {
	// ResourceName is required, also beside ResourceArn: the name of the
	// resource, for example of a bucket.
	ResourceName *string `json:"resourceName,omitzero"`

	// TagKeys are required: the keys of the tags, whatever their values.
	TagKeys []string `json:"tagKeys,omitzero"`

	// ResourceArn is the ARN of the resource.
	ResourceArn *string `json:"resourceArn,omitzero"`
}

func (in *UntagResourceInput) check(v *violations) {
	v.required("ResourceName", in.ResourceName == nil)
	v.required("TagKeys", in.TagKeys == nil)
}

// UntagResourceOutput is what was started.
type UntagResourceOutput struct {
	// Operations are the records of what the call started.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UntagResourceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
