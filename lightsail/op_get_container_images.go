package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetContainerImages returns all images that are registered with a container
// service. The output is not paged.
//
// Images of public registries are not listed, even if a deployment uses them. If
// the service does not exist, a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContainerImages.html
func (c *Client) GetContainerImages(ctx context.Context, params *GetContainerImagesInput, optFns ...func(*Options)) (*GetContainerImagesOutput, error) {
	return invoke[*GetContainerImagesOutput](ctx, c, &getContainerImages, params, optFns)
}

var getContainerImages = transport.Operation{
	Name:       "GetContainerImages",
	Input:      (*GetContainerImagesInput)(nil),
	Output:     (*GetContainerImagesOutput)(nil),
	Repeatable: true,
}

// GetContainerImagesInput is the input of [Client.GetContainerImages].
type GetContainerImagesInput struct {
	// ServiceName is the name of the container service. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`
}

// GetContainerImagesOutput is the output of [Client.GetContainerImages].
type GetContainerImagesOutput struct {
	// ContainerImages are the registered images. A Container of a deployment takes
	// their names as Image.
	ContainerImages []types.ContainerImage `json:"containerImages,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerImagesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
