package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// GetContainerAPIMetadata returns information about the tools for container
// services, such as the current version of lightsailctl, the plugin of the AWS CLI
// that pushes images.
//
// Programs that call the API directly do not need it.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContainerAPIMetadata.html
func (c *Client) GetContainerAPIMetadata(ctx context.Context, params *GetContainerAPIMetadataInput, optFns ...func(*Options)) (*GetContainerAPIMetadataOutput, error) {
	return invoke[*GetContainerAPIMetadataOutput](ctx, c, &getContainerAPIMetadata, params, optFns)
}

var getContainerAPIMetadata = transport.Operation{
	Name:       "GetContainerAPIMetadata",
	Input:      (*GetContainerAPIMetadataInput)(nil),
	Output:     (*GetContainerAPIMetadataOutput)(nil),
	Repeatable: true,
}

// GetContainerAPIMetadataInput is the input of [Client.GetContainerAPIMetadata].
type GetContainerAPIMetadataInput struct{}

// GetContainerAPIMetadataOutput is the output of [Client.GetContainerAPIMetadata].
type GetContainerAPIMetadataOutput struct {
	// Metadata is a list of names with values. Each map is one entry with the keys
	// "name" and "value". The entry with the name "lightsailctlVersion" has the
	// current version of lightsailctl.
	Metadata []map[string]string `json:"metadata,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerAPIMetadataOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
