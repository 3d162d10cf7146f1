package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetContainerServicePowers returns the powers of container services: the sizes of
// a node, with memory, vCPUs and monthly price. The output is not paged.
//
// Choose a power here before [Client.CreateContainerService] or
// [Client.UpdateContainerService].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetContainerServicePowers.html
func (c *Client) GetContainerServicePowers(ctx context.Context, params *GetContainerServicePowersInput, optFns ...func(*Options)) (*GetContainerServicePowersOutput, error) {
	return invoke[*GetContainerServicePowersOutput](ctx, c, &getContainerServicePowers, params, optFns)
}

var getContainerServicePowers = transport.Operation{
	Name:       "GetContainerServicePowers",
	Input:      (*GetContainerServicePowersInput)(nil),
	Output:     (*GetContainerServicePowersOutput)(nil),
	Repeatable: true,
}

// GetContainerServicePowersInput is the input of [Client.GetContainerServicePowers].
type GetContainerServicePowersInput struct{}

// GetContainerServicePowersOutput is the output of [Client.GetContainerServicePowers].
type GetContainerServicePowersOutput struct {
	// Powers are all powers. Those with IsActive false cannot be used.
	Powers []types.ContainerServicePower `json:"powers,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetContainerServicePowersOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
