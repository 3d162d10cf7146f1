package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetProfile.html
func (c *Client) GetProfile(ctx context.Context, params *GetProfileInput, optFns ...func(*Options)) (*GetProfileOutput, error) {
	return invoke[*GetProfileOutput](ctx, c, &getProfile, params, optFns)
}

var getProfile = transport.Operation{
	Name:       "GetProfile",
	Input:      (*GetProfileInput)(nil),
	Output:     (*GetProfileOutput)(nil),
	Repeatable: true,
}

// GetProfileInput is the input of [Client.GetProfile].
type GetProfileInput struct{}

// GetProfileOutput is the output of [Client.GetProfile].
type GetProfileOutput struct {
	ProfileType types.ProfileType `json:"profileType,omitzero"`

	Partner *types.PartnerInfo `json:"partner,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetProfileOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
