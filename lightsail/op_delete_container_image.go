package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// DeleteContainerImage deletes a registered image of a container service.
//
// It deletes the image that is stored in Lightsail and does not affect images in
// other registries. Deleting cannot be undone. To use the image again, push it and
// call [Client.RegisterContainerImage]. If the service or the image does not exist,
// a *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteContainerImage.html
func (c *Client) DeleteContainerImage(ctx context.Context, params *DeleteContainerImageInput, optFns ...func(*Options)) (*DeleteContainerImageOutput, error) {
	return invoke[*DeleteContainerImageOutput](ctx, c, &deleteContainerImage, params, optFns)
}

var deleteContainerImage = transport.Operation{
	Name:   "DeleteContainerImage",
	Input:  (*DeleteContainerImageInput)(nil),
	Output: (*DeleteContainerImageOutput)(nil),
}

// DeleteContainerImageInput is the input of [Client.DeleteContainerImage].
type DeleteContainerImageInput struct {
	// Image is the name of the registered image, with its leading colon, such as
	// ":my-service.website.3". [Client.GetContainerImages] returns the names.
	// Required.
	Image *string `json:"image,omitzero" required:"true"`

	// ServiceName is the name of the container service. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`
}

// DeleteContainerImageOutput is the output of [Client.DeleteContainerImage].
type DeleteContainerImageOutput struct {
	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteContainerImageOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
