package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateLoadBalancerTlsCertificate requests a TLS certificate for a load balancer.
// Only load balancers can use it: it cannot be exported. For a distribution or a
// container service, use [Client.CreateCertificate] instead.
//
// The certificate is issued when every domain name in it has been validated:
//  1. Get the certificate with [Client.GetLoadBalancerTlsCertificates].
//  2. Add each of its DomainValidationRecords to the DNS of the domain within 72
//     hours. Lightsail adds them itself if the account has a DNS zone for the
//     domain.
//  3. Wait with a [LoadBalancerTlsCertificateIssuedWaiter] until Status is
//     "ISSUED". It stops if Status is "FAILED" or "VALIDATION_TIMED_OUT".
//  4. Call [Client.AttachLoadBalancerTlsCertificate].
//
// Do not remove the DNS records afterwards: Lightsail uses them to renew the
// certificate.
//
// A load balancer can have 2 certificates, of which it uses one. An account can
// have 10 certificates at a time, and the number of certificates per year is
// limited. [Client.DeleteLoadBalancerTlsCertificate] deletes a certificate.
//
// If the load balancer does not exist, the error is a *[types.NotFoundException].
// If the name is in use or a limit is reached, it is a
// *[types.InvalidInputException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateLoadBalancerTlsCertificate.html
func (c *Client) CreateLoadBalancerTlsCertificate(ctx context.Context, params *CreateLoadBalancerTlsCertificateInput, optFns ...func(*Options)) (*CreateLoadBalancerTlsCertificateOutput, error) {
	return invoke[*CreateLoadBalancerTlsCertificateOutput](ctx, c, &createLoadBalancerTlsCertificate, params, optFns)
}

var createLoadBalancerTlsCertificate = transport.Operation{
	Name:   "CreateLoadBalancerTlsCertificate",
	Input:  (*CreateLoadBalancerTlsCertificateInput)(nil),
	Output: (*CreateLoadBalancerTlsCertificateOutput)(nil),
}

// CreateLoadBalancerTlsCertificateInput is the input of [Client.CreateLoadBalancerTlsCertificate].
type CreateLoadBalancerTlsCertificateInput struct {
	// CertificateDomainName is the primary domain name of the certificate, for
	// example "example.com". Required.
	CertificateDomainName *string `json:"certificateDomainName,omitzero" required:"true"`

	// CertificateName is the name of the new certificate: 2 or more letters,
	// digits, hyphens and underscores, without a hyphen at the ends. Required.
	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	// LoadBalancerName is the name of the load balancer that the certificate is
	// for. Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`

	// CertificateAlternativeNames are further domain names for the certificate, at
	// most 9, for example "www.example.com". Wildcards such as "*.example.com" are
	// not supported. The service removes duplicates.
	CertificateAlternativeNames []string `json:"certificateAlternativeNames,omitzero"`

	// Tags are the tags of the certificate, at most 50. [Client.TagResource] adds
	// tags later.
	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateLoadBalancerTlsCertificateOutput is the output of [Client.CreateLoadBalancerTlsCertificate].
type CreateLoadBalancerTlsCertificateOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateLoadBalancerTlsCertificateOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
