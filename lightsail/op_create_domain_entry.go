package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateDomainEntry adds a DNS record to the DNS zone of a domain.
//
// The name of an entry is a full name, such as "www.example.com", not "www". The
// target of an entry of type "TXT" must be in double quotes, which are part of the
// string. [types.DomainEntry] describes the targets of the other types.
//
// The output does not have the ID of the new entry. [Client.GetDomain] returns the
// entries with their IDs, to pass to [Client.UpdateDomainEntry] and
// [Client.DeleteDomainEntry].
//
// Domains exist in us-east-1 only. A client of another Region gets a
// *[types.InvalidInputException]. A *[types.NotFoundException] is returned if the
// domain does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateDomainEntry.html
func (c *Client) CreateDomainEntry(ctx context.Context, params *CreateDomainEntryInput, optFns ...func(*Options)) (*CreateDomainEntryOutput, error) {
	return invoke[*CreateDomainEntryOutput](ctx, c, &createDomainEntry, params, optFns)
}

var createDomainEntry = transport.Operation{
	Name:   "CreateDomainEntry",
	Input:  (*CreateDomainEntryInput)(nil),
	Output: (*CreateDomainEntryOutput)(nil),
}

// CreateDomainEntryInput is the input of [Client.CreateDomainEntry].
type CreateDomainEntryInput struct {
	// DomainEntry is the entry to create. Set Name, Type and Target, and IsAlias if
	// the target is a load balancer, a distribution or a container service. The
	// service assigns the Id. Required.
	DomainEntry *types.DomainEntry `json:"domainEntry,omitzero" required:"true"`

	// DomainName is the domain that the entry is added to, such as "example.com".
	// Required.
	DomainName *string `json:"domainName,omitzero" required:"true"`
}

// CreateDomainEntryOutput is the output of [Client.CreateDomainEntry].
type CreateDomainEntryOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDomainEntryOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
