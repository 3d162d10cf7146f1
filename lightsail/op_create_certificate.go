package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	CertificateName *string `json:"certificateName,omitzero" required:"true"`

	DomainName *string `json:"domainName,omitzero" required:"true"`

	SubjectAlternativeNames []string `json:"subjectAlternativeNames,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateCertificateOutput is the output of [Client.CreateCertificate].
type CreateCertificateOutput struct {
	Certificate *types.CertificateSummary `json:"certificate,omitzero"`

	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateCertificateOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
