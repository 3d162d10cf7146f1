package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDistribution.html
func (c *Client) CreateDistribution(ctx context.Context, params *CreateDistributionInput, optFns ...func(*Options)) (*CreateDistributionOutput, error) {
	return invoke[*CreateDistributionOutput](ctx, c, &createDistribution, params, optFns)
}

var createDistribution = transport.Operation{
	Name:   "CreateDistribution",
	Input:  (*CreateDistributionInput)(nil),
	Output: (*CreateDistributionOutput)(nil),
}

// CreateDistributionInput is the input of [Client.CreateDistribution].
type CreateDistributionInput struct {
	BundleId *string `json:"bundleId,omitzero" required:"true"`

	DefaultCacheBehavior *types.CacheBehavior `json:"defaultCacheBehavior,omitzero" required:"true"`

	DistributionName *string `json:"distributionName,omitzero" required:"true"`

	Origin *types.InputOrigin `json:"origin,omitzero" required:"true"`

	CacheBehaviorSettings *types.CacheSettings `json:"cacheBehaviorSettings,omitzero"`

	CacheBehaviors []types.CacheBehaviorPerPath `json:"cacheBehaviors,omitzero"`

	CertificateName *string `json:"certificateName,omitzero"`

	CustomErrorResponses []types.DistributionCustomErrorResponse `json:"customErrorResponses,omitzero"`

	DefaultRootObject *string `json:"defaultRootObject,omitzero"`

	EnablePrivateOriginAccess *bool `json:"enablePrivateOriginAccess,omitzero"`

	EnableWaf *bool `json:"enableWaf,omitzero"`

	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`

	ViewerMinimumTlsProtocolVersion types.ViewerMinimumTlsProtocolVersionEnum `json:"viewerMinimumTlsProtocolVersion,omitzero"`

	WafRules []types.WafRule `json:"wafRules,omitzero"`
}

// CreateDistributionOutput is the output of [Client.CreateDistribution].
type CreateDistributionOutput struct {
	Distribution *types.LightsailDistribution `json:"distribution,omitzero"`

	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDistributionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
