package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetLoadBalancerTlsCertificates returns the TLS certificates of a load balancer,
// at most 2, of which the load balancer uses one.
//
// A certificate that has not been issued yet has the DNS records that must exist
// for its validation: see [Client.CreateLoadBalancerTlsCertificate].
//
// If no such load balancer exists, the error is a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetLoadBalancerTlsCertificates.html
func (c *Client) GetLoadBalancerTlsCertificates(ctx context.Context, params *GetLoadBalancerTlsCertificatesInput, optFns ...func(*Options)) (*GetLoadBalancerTlsCertificatesOutput, error) {
	return invoke[*GetLoadBalancerTlsCertificatesOutput](ctx, c, &getLoadBalancerTlsCertificates, params, optFns)
}

var getLoadBalancerTlsCertificates = transport.Operation{
	Name:       "GetLoadBalancerTlsCertificates",
	Input:      (*GetLoadBalancerTlsCertificatesInput)(nil),
	Output:     (*GetLoadBalancerTlsCertificatesOutput)(nil),
	Repeatable: true,
}

// GetLoadBalancerTlsCertificatesInput is the input of [Client.GetLoadBalancerTlsCertificates].
type GetLoadBalancerTlsCertificatesInput struct {
	// LoadBalancerName is the name of the load balancer that the certificates were
	// created for. Required.
	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`
}

// GetLoadBalancerTlsCertificatesOutput is the output of [Client.GetLoadBalancerTlsCertificates].
type GetLoadBalancerTlsCertificatesOutput struct {
	// TlsCertificates are the certificates of the load balancer. The IsAttached
	// field of the one in use is true.
	TlsCertificates []types.LoadBalancerTlsCertificate `json:"tlsCertificates,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetLoadBalancerTlsCertificatesOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
