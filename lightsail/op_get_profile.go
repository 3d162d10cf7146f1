package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetProfile returns the profile of the AWS account that makes the call: whether it
// is in the Lightsail partner program, and with which membership.
//
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
	// ProfileType is the type of the profile: "Lightsailor", or "LightsailPartner"
	// for an account in the partner program.
	ProfileType types.ProfileType `json:"profileType,omitzero"`

	// Partner is the membership in the partner program. It is nil if ProfileType is
	// "Lightsailor".
	Partner *types.PartnerInfo `json:"partner,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetProfileOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
