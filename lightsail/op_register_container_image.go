package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	Digest *string `json:"digest,omitzero" required:"true"`

	Label *string `json:"label,omitzero" required:"true"`

	ServiceName *string `json:"serviceName,omitzero" required:"true"`
}

// RegisterContainerImageOutput is the output of [Client.RegisterContainerImage].
type RegisterContainerImageOutput struct {
	ContainerImage *types.ContainerImage `json:"containerImage,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *RegisterContainerImageOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
