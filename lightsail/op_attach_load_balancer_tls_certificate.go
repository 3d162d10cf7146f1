package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// AttachLoadBalancerTlsCertificate makes a load balancer use a TLS certificate,
// which enables HTTPS on port 443.
//
// The certificate must have been created for this load balancer by
// [Client.CreateLoadBalancerTlsCertificate] or [Client.CreateLoadBalancer], and its
// Status must be "ISSUED". Certificates of [Client.CreateCertificate] are for
// distributions and container services, not for load balancers.
//
// A load balancer uses one certificate at a time. If it already uses one, the new
// certificate replaces it. The old one still exists afterwards, but is not
// attached.
//
// If the load balancer or the certificate does not exist, the error is a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_AttachLoadBalancerTlsCertificate.html
func (c *Client) AttachLoadBalancerTlsCertificate(ctx context.Context, params *AttachLoadBalancerTlsCertificateInput, optFns ...func(*Options)) (*AttachLoadBalancerTlsCertificateOutput, error) {
	return invoke[*AttachLoadBalancerTlsCertificateOutput](ctx, c, &attachLoadBalancerTlsCertificate, params, optFns)
}

var attachLoadBalancerTlsCertificate = transport.Operation{
	Name:   "AttachLoadBalancerTlsCertificate",
	Input:  (*AttachLoadBalancerTlsCertificateInput)(nil),
	Output: (*AttachLoadBalancerTlsCertificateOutput)(nil),
}

// AttachLoadBalancerTlsCertificateInput is the input of [Client.AttachLoadBalancerTlsCertificate].
type AttachLoadBalancerTlsCertificateInput struct {
	// CertificateName is the name of the certificate to attach. Required.
	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	// LoadBalancerName is the name of the load balancer that uses the certificate.
	// Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// AttachLoadBalancerTlsCertificateOutput is the output of [Client.AttachLoadBalancerTlsCertificate].
type AttachLoadBalancerTlsCertificateOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *AttachLoadBalancerTlsCertificateOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
