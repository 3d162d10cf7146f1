package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetDomain returns one domain by its name, with all DNS records in its DNS zone.
//
// Domains exist in us-east-1 only. A client of another Region gets a
// *[types.InvalidInputException]. A *[types.NotFoundException] is returned if the
// domain does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetDomain.html
func (c *Client) GetDomain(ctx context.Context, params *GetDomainInput, optFns ...func(*Options)) (*GetDomainOutput, error) {
	return invoke[*GetDomainOutput](ctx, c, &getDomain, params, optFns)
}

var getDomain = transport.Operation{
	Name:       "GetDomain",
	Input:      (*GetDomainInput)(nil),
	Output:     (*GetDomainOutput)(nil),
	Repeatable: true,
}

// GetDomainInput is the input of [Client.GetDomain].
type GetDomainInput struct {
	// DomainName is the domain to return, such as "example.com". Required.
	DomainName *string `json:"domainName,omitzero" required:"true"`
}

// GetDomainOutput is the output of [Client.GetDomain].
type GetDomainOutput struct {
	// Domain is the domain with that name and its entries.
	Domain *types.Domain `json:"domain,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetDomainOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
