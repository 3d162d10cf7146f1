package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateDistribution creates a distribution: a content delivery network (CDN) of
// servers around the world that fetch content from an origin, cache it and serve it
// to viewers nearby.
//
// The origin is an instance, a bucket, a container service or a load balancer in
// any Region. Distributions themselves exist in us-east-1 only; in another Region
// the call returns a *[types.InvalidInputException]. The same error reports a name
// that is in use. If the origin does not exist, a *[types.NotFoundException] is
// returned.
//
// The distribution is created when the returned Operation has succeeded;
// [OperationSucceededWaiter] waits for that. The Status of the distribution, which
// [Client.GetDistributions] returns, can still be "InProgress" then.
//
// A distribution is billed monthly. The price and the included data transfer depend
// on its bundle, and data transfer beyond it is billed in addition. Use
// [Client.DeleteDistribution] to delete it.
//
// There is no idempotency token. If the outcome of a call is unknown, check with
// [Client.GetDistributions] before you repeat it.
//
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
	// BundleId is the ID of the bundle, which determines the price and the monthly
	// data transfer, for example "small_1_0". [Client.GetDistributionBundles] lists
	// them. Required.
	BundleId *string `json:"bundleId,omitzero" required:"true"`

	// DefaultCacheBehavior determines whether the distribution caches content that
	// matches no entry of CacheBehaviors. Required.
	DefaultCacheBehavior *types.CacheBehavior `json:"defaultCacheBehavior,omitzero" required:"true"`

	// DistributionName is the name of the new distribution: letters, digits,
	// underscores and hyphens, at least 2, with no hyphen at either end. Required.
	DistributionName *string `json:"distributionName,omitzero" required:"true"`

	// Origin is the resource from which the distribution fetches content. Set at
	// least its Name and RegionName. Required.
	Origin *types.InputOrigin `json:"origin,omitzero" required:"true"`

	// CacheBehaviorSettings determine how long content is cached, which HTTP
	// methods are accepted, and which parts of a request reach the origin. They
	// apply to content that is cached.
	CacheBehaviorSettings *types.CacheSettings `json:"cacheBehaviorSettings,omitzero"`

	// CacheBehaviors are exceptions from DefaultCacheBehavior for the paths of
	// directories, files or file types.
	CacheBehaviors []types.CacheBehaviorPerPath `json:"cacheBehaviors,omitzero"`

	// CertificateName is the name of the SSL/TLS certificate for the domain names
	// of the website. [Client.GetCertificates] lists certificates. If nil, the
	// distribution is reachable by its default domain name only;
	// [Client.AttachCertificateToDistribution] attaches a certificate later.
	CertificateName *string `json:"certificateName,omitzero"`

	// CustomErrorResponses determine which page and which status code viewers get
	// instead of an HTTP error of the origin.
	CustomErrorResponses []types.DistributionCustomErrorResponse `json:"customErrorResponses,omitzero"`

	// DefaultRootObject is the object that is returned for the path "/", such as
	// "index.html". The origin must have it.
	DefaultRootObject *string `json:"defaultRootObject,omitzero"`

	// EnablePrivateOriginAccess lets the distribution read the private objects of
	// the bucket that is its origin. The access rules of the bucket do not change,
	// and its public objects remain readable without the distribution. True is
	// invalid for an origin that is not a bucket. The default is not documented.
	EnablePrivateOriginAccess *bool `json:"enablePrivateOriginAccess,omitzero"`

	// EnableWaf turns on the web application firewall (WAF), which blocks requests
	// that match WafRules. Without WafRules it blocks none. It requires the bundle
	// "medium_1_0" or "large_1_0". The default is not documented.
	EnableWaf *bool `json:"enableWaf,omitzero"`

	// IpAddressType determines how viewers reach the distribution: "ipv4", or
	// "dualstack" for IPv4 and IPv6. The default is "dualstack".
	// [Client.SetIpAddressType] changes it.
	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	// Tags are the tags of the distribution. [Client.TagResource] adds more later.
	Tags []types.Tag `json:"tags,omitzero"`

	// ViewerMinimumTlsProtocolVersion is the oldest version of TLS that viewers can
	// use. The default is not documented.
	ViewerMinimumTlsProtocolVersion types.ViewerMinimumTlsProtocolVersionEnum `json:"viewerMinimumTlsProtocolVersion,omitzero"`

	// WafRules are the rule groups of the web application firewall. The bundle
	// determines which ones are available; see [types.WafRule].
	WafRules []types.WafRule `json:"wafRules,omitzero"`
}

// CreateDistributionOutput is the output of [Client.CreateDistribution].
type CreateDistributionOutput struct {
	// Distribution is the new distribution as it is at the time of the response.
	Distribution *types.LightsailDistribution `json:"distribution,omitzero"`

	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDistributionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
