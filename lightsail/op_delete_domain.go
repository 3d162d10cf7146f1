package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteDomain deletes the DNS zone of a domain with all its entries.
//
// The name servers of the zone no longer serve the domain. The registration of
// the domain does not change. [Client.CreateDomain] creates a new zone, without the
// deleted entries.
//
// Domains exist in us-east-1 only. A client of another Region gets a
// *[types.InvalidInputException]. A *[types.NotFoundException] is returned if the
// domain does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteDomain.html
func (c *Client) DeleteDomain(ctx context.Context, params *DeleteDomainInput, optFns ...func(*Options)) (*DeleteDomainOutput, error) {
	return invoke[*DeleteDomainOutput](ctx, c, &deleteDomain, params, optFns)
}

var deleteDomain = transport.Operation{
	Name:   "DeleteDomain",
	Input:  (*DeleteDomainInput)(nil),
	Output: (*DeleteDomainOutput)(nil),
}

// DeleteDomainInput is the input of [Client.DeleteDomain].
type DeleteDomainInput struct {
	// DomainName is the domain to delete, such as "example.com". Required.
	DomainName *string `json:"domainName,omitzero" required:"true"`
}

// DeleteDomainOutput is the output of [Client.DeleteDomain].
type DeleteDomainOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteDomainOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
