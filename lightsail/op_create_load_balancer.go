package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateLoadBalancer creates a load balancer, which receives the requests of
// clients and distributes them among instances.
//
// A new load balancer has no instances: [Client.AttachInstancesToLoadBalancer] adds
// them. It accepts HTTP on port 80. For HTTPS, set CertificateName and
// CertificateDomainName, or call [Client.CreateLoadBalancerTlsCertificate] later.
// In both cases, attach the certificate with
// [Client.AttachLoadBalancerTlsCertificate] when it has been issued.
//
// A [LoadBalancerActiveWaiter] waits until State is "active". A load balancer
// is billed until [Client.DeleteLoadBalancer] deletes it. An account can have up to
// 10 load balancers in a Region.
//
// There is no idempotency token. Repeating a successful call returns a
// *[types.InvalidInputException], because the name is in use.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateLoadBalancer.html
func (c *Client) CreateLoadBalancer(ctx context.Context, params *CreateLoadBalancerInput, optFns ...func(*Options)) (*CreateLoadBalancerOutput, error) {
	return invoke[*CreateLoadBalancerOutput](ctx, c, &createLoadBalancer, params, optFns)
}

var createLoadBalancer = transport.Operation{
	Name:   "CreateLoadBalancer",
	Input:  (*CreateLoadBalancerInput)(nil),
	Output: (*CreateLoadBalancerOutput)(nil),
}

// CreateLoadBalancerInput is the input of [Client.CreateLoadBalancer].
type CreateLoadBalancerInput struct {
	// InstancePort is the port on which the instances receive requests, for example
	// 80. The service's model allows -1 to 65535. Required: there is no default,
	// and 0 is sent as 0.
	InstancePort int32 `json:"instancePort"`

	// LoadBalancerName is the name of the new load balancer: 2 or more letters,
	// digits, hyphens and underscores, without a hyphen at the ends. It must be
	// unique among the resources of the account in the Region. Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`

	// CertificateAlternativeNames are further domain names for the certificate, for
	// example "www.example.com". They are used only together with CertificateName
	// and CertificateDomainName.
	CertificateAlternativeNames []string `json:"certificateAlternativeNames,omitzero"`

	// CertificateDomainName is the primary domain name of the certificate to
	// create, for example "example.com". Set either both of CertificateName and
	// CertificateDomainName, or neither.
	CertificateDomainName *string `json:"certificateDomainName,omitzero"`

	// CertificateName is the name of the certificate to create: 2 or more letters,
	// digits, hyphens and underscores, without a hyphen at the ends. If nil, no
	// certificate is created.
	CertificateName *string `json:"certificateName,omitzero"`

	// HealthCheckPath is the path that the load balancer requests to check the
	// health of an instance, every 30 seconds. Choose a page that loads fast. The
	// default is "/".
	HealthCheckPath *string `json:"healthCheckPath,omitzero"`

	// IpAddressType is "ipv4", "ipv6", or "dualstack" for both. The default is
	// "dualstack".
	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	// Tags are the tags of the load balancer, at most 50. [Client.TagResource] adds
	// tags later.
	Tags []types.Tag `json:"tags,omitzero"`

	// TlsPolicyName is the name of the TLS policy, which determines the protocols
	// and ciphers of HTTPS connections. [Client.GetLoadBalancerTlsPolicies] lists
	// them. If nil, the default policy is used.
	TlsPolicyName *string `json:"tlsPolicyName,omitzero"`
}

// CreateLoadBalancerOutput is the output of [Client.CreateLoadBalancer].
type CreateLoadBalancerOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateLoadBalancerOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
