package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateDomain creates a DNS zone, which holds the DNS records of a domain. It does
// not register the domain.
//
// The service creates the entries of type "NS" and "SOA";
// [Client.CreateDomainEntry] adds others. The zone is used once its name servers
// are set at the registrar of the domain. They are the targets of the "NS" entries
// that [Client.GetDomain] returns. If the domain is registered in Amazon Route 53
// by the same account, Lightsail tries to set them itself; see
// [types.RegisteredDomainDelegationInfo].
//
// Domains exist in us-east-1 only. A client of another Region gets a
// *[types.InvalidInputException]; set Region in the [Options] of the client or the
// call.
//
// There is no idempotency token. A *[types.InvalidInputException] is returned if
// the domain exists, also after a successful call with the same name, or if a limit
// is reached. [Client.DeleteDomain] deletes the zone.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDomain.html
func (c *Client) CreateDomain(ctx context.Context, params *CreateDomainInput, optFns ...func(*Options)) (*CreateDomainOutput, error) {
	return invoke[*CreateDomainOutput](ctx, c, &createDomain, params, optFns)
}

var createDomain = transport.Operation{
	Name:   "CreateDomain",
	Input:  (*CreateDomainInput)(nil),
	Output: (*CreateDomainOutput)(nil),
}

// CreateDomainInput is the input of [Client.CreateDomain].
type CreateDomainInput struct {
	// DomainName is the domain of the new DNS zone, such as "example.com".
	// Required.
	DomainName *string `json:"domainName,omitzero" required:"true"`

	// Tags are the tags of the domain, at most 50. If they cannot be applied, the
	// domain is not created.
	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateDomainOutput is the output of [Client.CreateDomain].
type CreateDomainOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDomainOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
