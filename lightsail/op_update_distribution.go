package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDistribution.html
func (c *Client) UpdateDistribution(ctx context.Context, params *UpdateDistributionInput, optFns ...func(*Options)) (*UpdateDistributionOutput, error) {
	return invoke[*UpdateDistributionOutput](ctx, c, &updateDistribution, params, optFns)
}

var updateDistribution = transport.Operation{
	Name:   "UpdateDistribution",
	Input:  (*UpdateDistributionInput)(nil),
	Output: (*UpdateDistributionOutput)(nil),
}

// UpdateDistributionInput is the input of [Client.UpdateDistribution].
type UpdateDistributionInput struct {
	DistributionName *string `json:"distributionName,omitzero" required:"true"`

	CacheBehaviorSettings *types.CacheSettings `json:"cacheBehaviorSettings,omitzero"`

	CacheBehaviors []types.CacheBehaviorPerPath `json:"cacheBehaviors,omitzero"`

	CertificateName *string `json:"certificateName,omitzero"`

	CustomErrorResponses []types.DistributionCustomErrorResponse `json:"customErrorResponses,omitzero"`

	DefaultCacheBehavior *types.CacheBehavior `json:"defaultCacheBehavior,omitzero"`

	DefaultRootObject *string `json:"defaultRootObject,omitzero"`

	EnablePrivateOriginAccess *bool `json:"enablePrivateOriginAccess,omitzero"`

	EnableWaf *bool `json:"enableWaf,omitzero"`

	IsEnabled *bool `json:"isEnabled,omitzero"`

	Origin *types.InputOrigin `json:"origin,omitzero"`

	UseDefaultCertificate *bool `json:"useDefaultCertificate,omitzero"`

	ViewerMinimumTlsProtocolVersion types.ViewerMinimumTlsProtocolVersionEnum `json:"viewerMinimumTlsProtocolVersion,omitzero"`

	WafRules []types.WafRule `json:"wafRules,omitzero"`
}

// UpdateDistributionOutput is the output of [Client.UpdateDistribution].
type UpdateDistributionOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateDistributionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
