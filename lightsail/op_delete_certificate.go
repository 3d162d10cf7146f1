package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteCertificate deletes a TLS certificate of [Client.CreateCertificate]. There
// is no way to undo it. For a certificate of a load balancer, use
// [Client.DeleteLoadBalancerTlsCertificate] instead.
//
// A certificate that is attached to a distribution cannot be deleted. Call
// [Client.DetachCertificateFromDistribution] first.
//
// If no such certificate exists, the error is a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteCertificate.html
func (c *Client) DeleteCertificate(ctx context.Context, params *DeleteCertificateInput, optFns ...func(*Options)) (*DeleteCertificateOutput, error) {
	return invoke[*DeleteCertificateOutput](ctx, c, &deleteCertificate, params, optFns)
}

var deleteCertificate = transport.Operation{
	Name:   "DeleteCertificate",
	Input:  (*DeleteCertificateInput)(nil),
	Output: (*DeleteCertificateOutput)(nil),
}

// DeleteCertificateInput is the input of [Client.DeleteCertificate].
type DeleteCertificateInput struct {
	// CertificateName is the name of the certificate to delete. Required.
	CertificateName *string `json:"certificateName,omitzero" required:"true"`
}

// DeleteCertificateOutput is the output of [Client.DeleteCertificate].
type DeleteCertificateOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteCertificateOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
