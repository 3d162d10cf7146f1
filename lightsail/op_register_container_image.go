package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// RegisterContainerImage makes a pushed image available to the deployments of one
// container service and gives it a name.
//
// Push the image first, with the credentials of
// [Client.CreateContainerServiceRegistryLogin]. The image name consists of a colon,
// the name of the service, the label and a version, for example
// ":my-service.website.1". The version starts at 1 and increases with each image
// that is registered with the same label, so repeating a call can register the
// image again. Use the Image of the output in a deployment.
//
// [Client.DeleteContainerImage] deletes the image. If the service does not exist, a
// *[types.NotFoundException] is returned.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_RegisterContainerImage.html
func (c *Client) RegisterContainerImage(ctx context.Context, params *RegisterContainerImageInput, optFns ...func(*Options)) (*RegisterContainerImageOutput, error) {
	return invoke[*RegisterContainerImageOutput](ctx, c, &registerContainerImage, params, optFns)
}

var registerContainerImage = transport.Operation{
	Name:   "RegisterContainerImage",
	Input:  (*RegisterContainerImageInput)(nil),
	Output: (*RegisterContainerImageOutput)(nil),
}

// RegisterContainerImageInput is the input of [Client.RegisterContainerImage].
type RegisterContainerImageInput struct {
	// Digest identifies the pushed image, such as "sha256:" followed by 64
	// hexadecimal digits. The push reports it. Required.
	Digest *string `json:"digest,omitzero" required:"true"`

	// Label is the part of the image name that you choose, for example the name of
	// the program: 1 to 53 lower-case letters, digits and hyphens, with a letter or
	// digit at both ends. Required.
	Label *string `json:"label,omitzero" required:"true"`

	// ServiceName is the name of the container service. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`
}

// RegisterContainerImageOutput is the output of [Client.RegisterContainerImage].
type RegisterContainerImageOutput struct {
	// ContainerImage is the registered image. Its Image is the name with label and
	// version.
	ContainerImage *types.ContainerImage `json:"containerImage,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *RegisterContainerImageOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
