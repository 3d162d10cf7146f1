package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateDomainEntry changes one DNS record of a domain, for example its target.
//
// Get the entry from [Client.GetDomain], change its fields, and pass it with the Id
// that it has. The same rules apply as for [Client.CreateDomainEntry]: Name is a
// full name, and targets of type "TXT" are in double quotes. Resolvers can return
// the previous record until it expires from their caches.
//
// Domains exist in us-east-1 only. A client of another Region gets a
// *[types.InvalidInputException]. A *[types.NotFoundException] is returned if the
// domain or the entry does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateDomainEntry.html
func (c *Client) UpdateDomainEntry(ctx context.Context, params *UpdateDomainEntryInput, optFns ...func(*Options)) (*UpdateDomainEntryOutput, error) {
	return invoke[*UpdateDomainEntryOutput](ctx, c, &updateDomainEntry, params, optFns)
}

var updateDomainEntry = transport.Operation{
	Name:   "UpdateDomainEntry",
	Input:  (*UpdateDomainEntryInput)(nil),
	Output: (*UpdateDomainEntryOutput)(nil),
}

// UpdateDomainEntryInput is the input of [Client.UpdateDomainEntry].
type UpdateDomainEntryInput struct {
	// DomainEntry is the entry after the change, complete, with the Id of the
	// existing entry. Required.
	DomainEntry *types.DomainEntry `json:"domainEntry,omitzero" required:"true"`

	// DomainName is the domain that has the entry, such as "example.com". It is not
	// the name of the entry. Required.
	DomainName *string `json:"domainName,omitzero" required:"true"`
}

// UpdateDomainEntryOutput is the output of [Client.UpdateDomainEntry].
type UpdateDomainEntryOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateDomainEntryOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
