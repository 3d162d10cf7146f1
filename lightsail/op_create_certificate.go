package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateCertificate requests a TLS certificate for a distribution or a container
// service. For a load balancer, use [Client.CreateLoadBalancerTlsCertificate]
// instead.
//
// A certificate for a distribution must be created in us-east-1.
//
// The certificate is issued when every domain name in it has been validated:
//  1. Get the certificate with [Client.GetCertificates] and
//     IncludeCertificateDetails.
//  2. Add each of its DomainValidationRecords to the DNS of the domain. Lightsail
//     adds them itself if the account has a DNS zone for the domain.
//  3. Wait with a [CertificateIssuedWaiter] until Status is "ISSUED". It stops if
//     Status is "FAILED" or "VALIDATION_TIMED_OUT".
//  4. Call [Client.AttachCertificateToDistribution] or
//     [Client.UpdateContainerService].
//
// Do not remove the DNS records afterwards: Lightsail uses them to renew the
// certificate. [Client.DeleteCertificate] deletes the certificate.
//
// If the name is in use or a limit is reached, the error is a
// *[types.InvalidInputException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateCertificate.html
func (c *Client) CreateCertificate(ctx context.Context, params *CreateCertificateInput, optFns ...func(*Options)) (*CreateCertificateOutput, error) {
	return invoke[*CreateCertificateOutput](ctx, c, &createCertificate, params, optFns)
}

var createCertificate = transport.Operation{
	Name:   "CreateCertificate",
	Input:  (*CreateCertificateInput)(nil),
	Output: (*CreateCertificateOutput)(nil),
}

// CreateCertificateInput is the input of [Client.CreateCertificate].
type CreateCertificateInput struct {
	// CertificateName is the name of the new certificate. Required.
	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	// DomainName is the primary domain name of the certificate, for example
	// "example.com". Required.
	DomainName *string `json:"domainName,omitzero" required:"true"`

	// SubjectAlternativeNames are further domain names for the certificate, at most
	// 9, for example "www.example.com". Wildcards such as "*.example.com" are not
	// supported.
	SubjectAlternativeNames []string `json:"subjectAlternativeNames,omitzero"`

	// Tags are the tags of the certificate, at most 50. [Client.TagResource] adds
	// tags later.
	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateCertificateOutput is the output of [Client.CreateCertificate].
type CreateCertificateOutput struct {
	// Certificate is the new certificate. It has not been issued yet.
	Certificate *types.CertificateSummary `json:"certificate,omitzero"`

	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateCertificateOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
