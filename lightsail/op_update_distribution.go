package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateDistribution changes the settings of a distribution that are set in params.
// Other settings do not change.
//
// The change is finished when the returned Operation has succeeded;
// [OperationSucceededWaiter] waits for that. Some servers of the distribution can
// still use the previous settings while its Status, which [Client.GetDistributions]
// returns, is "InProgress". A change of the origin does not remove cached content;
// [Client.ResetDistributionCache] does.
//
// [Client.UpdateDistributionBundle] changes the bundle and
// [Client.SetIpAddressType] the IP address type.
//
// Distributions exist in us-east-1 only. In another Region the call returns a
// *[types.InvalidInputException]. If the distribution does not exist, a
// *[types.NotFoundException] is returned.
//
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
	// DistributionName is the name of the distribution to change. Required.
	DistributionName *string `json:"distributionName,omitzero" required:"true"`

	// CacheBehaviorSettings replace all cache settings of the distribution: how
	// long content is cached, which HTTP methods are accepted, and which parts of a
	// request reach the origin. If nil, they do not change.
	CacheBehaviorSettings *types.CacheSettings `json:"cacheBehaviorSettings,omitzero"`

	// CacheBehaviors are exceptions from DefaultCacheBehavior for the paths of
	// directories, files or file types.
	CacheBehaviors []types.CacheBehaviorPerPath `json:"cacheBehaviors,omitzero"`

	// CertificateName is the name of the SSL/TLS certificate to attach. The
	// certificate must have the status "ISSUED". [Client.GetCertificates] lists
	// certificates. Set UseDefaultCertificate to false together with it.
	CertificateName *string `json:"certificateName,omitzero"`

	// CustomErrorResponses determine which page and which status code viewers get
	// instead of an HTTP error of the origin. If nil, they do not change.
	CustomErrorResponses []types.DistributionCustomErrorResponse `json:"customErrorResponses,omitzero"`

	// DefaultCacheBehavior determines whether the distribution caches content that
	// matches no entry of CacheBehaviors.
	DefaultCacheBehavior *types.CacheBehavior `json:"defaultCacheBehavior,omitzero"`

	// DefaultRootObject is the object that is returned for the path "/", such as
	// "index.html". The origin must have it.
	DefaultRootObject *string `json:"defaultRootObject,omitzero"`

	// EnablePrivateOriginAccess lets the distribution read the private objects of
	// the bucket that is its origin. The access rules of the bucket do not change,
	// and its public objects remain readable without the distribution. If it is
	// set, Origin must be set too, with at least its Name, even if the origin stays
	// the same. True is invalid for an origin that is not a bucket.
	EnablePrivateOriginAccess *bool `json:"enablePrivateOriginAccess,omitzero"`

	// EnableWaf turns the web application firewall (WAF) on or off. The firewall
	// blocks requests that match WafRules; without rules it blocks none. It
	// requires the bundle "medium_1_0" or "large_1_0". False also removes all
	// rules: set WafRules again when you turn the firewall on later. If nil, it
	// does not change.
	EnableWaf *bool `json:"enableWaf,omitzero"`

	// IsEnabled turns the distribution on or off. While it is off, the distribution
	// serves no content. If nil, it does not change.
	IsEnabled *bool `json:"isEnabled,omitzero"`

	// Origin is the resource from which the distribution fetches content, with its
	// settings. If nil, it does not change.
	Origin *types.InputOrigin `json:"origin,omitzero"`

	// UseDefaultCertificate determines which certificate is used. True selects the
	// certificate of the default domain name, such as
	// "d111111abcdef8.cloudfront.net"; false selects the one of CertificateName.
	// The default, true, is the state of a distribution without an attached
	// certificate.
	UseDefaultCertificate *bool `json:"useDefaultCertificate,omitzero"`

	// ViewerMinimumTlsProtocolVersion is the oldest version of TLS that viewers can
	// use. If empty, it does not change.
	ViewerMinimumTlsProtocolVersion types.ViewerMinimumTlsProtocolVersionEnum `json:"viewerMinimumTlsProtocolVersion,omitzero"`

	// WafRules replace all rule groups of the web application firewall. An empty
	// non-nil slice removes all. It is valid only if the firewall is turned on. The
	// bundle determines which rule groups are available; see [types.WafRule].
	WafRules []types.WafRule `json:"wafRules,omitzero"`
}

// UpdateDistributionOutput is the output of [Client.UpdateDistribution].
type UpdateDistributionOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateDistributionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
