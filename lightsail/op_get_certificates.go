package lightsail

import (
	"context"
	"iter"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetCertificates returns one certificate by its name, or one page of the
// certificates in the Region. They are certificates for distributions and container
// services. [Client.GetLoadBalancerTlsCertificates] returns those of a load
// balancer.
//
// Without IncludeCertificateDetails, the output has only the names, ARNs, domain
// names and tags.
//
// Use [GetCertificatesPaginator] to list all certificates. If CertificateName is
// set and no such certificate exists, expect a *[types.NotFoundException] or an
// empty list: the service does not document which of them.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetCertificates.html
func (c *Client) GetCertificates(ctx context.Context, params *GetCertificatesInput, optFns ...func(*Options)) (*GetCertificatesOutput, error) {
	return invoke[*GetCertificatesOutput](ctx, c, &getCertificates, params, optFns)
}

var getCertificates = transport.Operation{
	Name:       "GetCertificates",
	Input:      (*GetCertificatesInput)(nil),
	Output:     (*GetCertificatesOutput)(nil),
	Repeatable: true,
}

// GetCertificatesInput is the input of [Client.GetCertificates].
type GetCertificatesInput struct {
	// CertificateName selects one certificate. If nil, GetCertificates returns all
	// certificates in the Region, one page at a time.
	CertificateName *string `json:"certificateName,omitzero"`

	// CertificateStatuses select the certificates with one of these statuses, for
	// example "ISSUED". If nil, certificates are returned regardless of their
	// status.
	CertificateStatuses []types.CertificateStatus `json:"certificateStatuses,omitzero"`

	// IncludeCertificateDetails sets the field CertificateDetail of the
	// certificates. The default is false.
	IncludeCertificateDetails bool `json:"includeCertificateDetails,omitzero"`

	// PageToken selects the page to return: the NextPageToken of the page before
	// it. If nil, the first page is returned.
	PageToken *string `json:"pageToken,omitzero"`
}

// GetCertificatesOutput is the output of [Client.GetCertificates].
type GetCertificatesOutput struct {
	// Certificates are the certificates of this page. A page can be empty without
	// being the last one.
	Certificates []types.CertificateSummary `json:"certificates,omitzero"`

	// NextPageToken is the PageToken of the next page. It is nil or empty on the
	// last page.
	NextPageToken *string `json:"nextPageToken,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetCertificatesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }

// GetCertificatesAPIClient is the part of [Client] that [GetCertificatesPaginator] calls.
type GetCertificatesAPIClient interface {
	// GetCertificates is [Client.GetCertificates].
	GetCertificates(context.Context, *GetCertificatesInput, ...func(*Options)) (*GetCertificatesOutput, error)
}

// GetCertificatesPaginatorOptions are the options of a [GetCertificatesPaginator].
type GetCertificatesPaginatorOptions = PaginatorOptions

// GetCertificatesPaginator iterates over the pages of [Client.GetCertificates], or over the
// Certificates in them. [PaginatorOptions] describes all paginators.
type GetCertificatesPaginator struct {
	paginator *paginator[*GetCertificatesInput, *GetCertificatesOutput]
}

// NewGetCertificatesPaginator returns a paginator that starts at the page that params
// select. Nil params select the first page.
func NewGetCertificatesPaginator(client GetCertificatesAPIClient, params *GetCertificatesInput, optFns ...func(*GetCertificatesPaginatorOptions)) *GetCertificatesPaginator {
	return &GetCertificatesPaginator{newPaginator(client.GetCertificates, params, optFns,
		func(in *GetCertificatesInput) **string { return &in.PageToken },
		func(out *GetCertificatesOutput) *string { return out.NextPageToken })}
}

// HasMorePages reports whether NextPage has a page or an error to return.
func (p *GetCertificatesPaginator) HasMorePages() bool { return p.paginator.hasMorePages() }

// NextPage returns the next page. optFns apply to this call only. After the last
// page it returns an error.
func (p *GetCertificatesPaginator) NextPage(ctx context.Context, optFns ...func(*Options)) (*GetCertificatesOutput, error) {
	return p.paginator.nextPage(ctx, optFns)
}

// Pages returns an iterator over the remaining pages. An error is yielded with a nil
// page and ends the iteration. A new iterator resumes with the page that failed.
func (p *GetCertificatesPaginator) Pages(ctx context.Context, optFns ...func(*Options)) iter.Seq2[*GetCertificatesOutput, error] {
	return p.paginator.pages(ctx, optFns)
}

// All returns an iterator over the items of the remaining pages. It holds one page at
// a time. An error is yielded with a zero item and ends the iteration. A new iterator
// resumes with the page that failed. After a break, it skips the remaining items of
// the current page.
func (p *GetCertificatesPaginator) All(ctx context.Context, optFns ...func(*Options)) iter.Seq2[types.CertificateSummary, error] {
	return allItems(ctx, p.paginator, optFns, func(out *GetCertificatesOutput) []types.CertificateSummary { return out.Certificates })
}
