package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteLoadBalancerTlsCertificate deletes a TLS certificate of a load balancer.
// There is no way to undo it.
//
// A certificate that is in use is deleted only if Force is true. To replace it
// without an interruption of HTTPS, attach another certificate first with
// [Client.AttachLoadBalancerTlsCertificate], then delete the old one.
//
// If the load balancer or the certificate does not exist, the error is a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteLoadBalancerTlsCertificate.html
func (c *Client) DeleteLoadBalancerTlsCertificate(ctx context.Context, params *DeleteLoadBalancerTlsCertificateInput, optFns ...func(*Options)) (*DeleteLoadBalancerTlsCertificateOutput, error) {
	return invoke[*DeleteLoadBalancerTlsCertificateOutput](ctx, c, &deleteLoadBalancerTlsCertificate, params, optFns)
}

var deleteLoadBalancerTlsCertificate = transport.Operation{
	Name:   "DeleteLoadBalancerTlsCertificate",
	Input:  (*DeleteLoadBalancerTlsCertificateInput)(nil),
	Output: (*DeleteLoadBalancerTlsCertificateOutput)(nil),
}

// DeleteLoadBalancerTlsCertificateInput is the input of [Client.DeleteLoadBalancerTlsCertificate].
type DeleteLoadBalancerTlsCertificateInput struct {
	// CertificateName is the name of the certificate to delete. Required.
	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	// LoadBalancerName is the name of the load balancer that the certificate was
	// created for. Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`

	// Force deletes the certificate even if the load balancer uses it and has
	// instances. The default is false.
	Force *bool `json:"force,omitzero"`
}

// DeleteLoadBalancerTlsCertificateOutput is the output of [Client.DeleteLoadBalancerTlsCertificate].
type DeleteLoadBalancerTlsCertificateOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteLoadBalancerTlsCertificateOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
