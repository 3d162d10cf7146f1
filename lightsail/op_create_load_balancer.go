package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	InstancePort int32 `json:"instancePort"`

	LoadBalancerName *string `json:"loadBalancerName,omitzero" required:"true"`

	CertificateAlternativeNames []string `json:"certificateAlternativeNames,omitzero"`

	CertificateDomainName *string `json:"certificateDomainName,omitzero"`

	CertificateName *string `json:"certificateName,omitzero"`

	HealthCheckPath *string `json:"healthCheckPath,omitzero"`

	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`

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
