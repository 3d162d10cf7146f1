package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	CertificateDomainName *string `json:"certificateDomainName,omitzero" required:"true"`

	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`

	CertificateAlternativeNames []string `json:"certificateAlternativeNames,omitzero"`

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
