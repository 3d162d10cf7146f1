package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// DeleteDomainEntry deletes one DNS record of a domain.
//
// Find the entry by its name, type and target among the DomainEntries that
// [Client.GetDomain] returns, and pass it unchanged, including its Id. In the
// output of GetDomain, "*" in a name is written as `\052`.
//
// Domains exist in us-east-1 only. A client of another Region gets a
// *[types.InvalidInputException]. A *[types.NotFoundException] is returned if the
// domain or the entry does not exist.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteDomainEntry.html
func (c *Client) DeleteDomainEntry(ctx context.Context, params *DeleteDomainEntryInput, optFns ...func(*Options)) (*DeleteDomainEntryOutput, error) {
	return invoke[*DeleteDomainEntryOutput](ctx, c, &deleteDomainEntry, params, optFns)
}

var deleteDomainEntry = transport.Operation{
	Name:   "DeleteDomainEntry",
	Input:  (*DeleteDomainEntryInput)(nil),
	Output: (*DeleteDomainEntryOutput)(nil),
}

// DeleteDomainEntryInput is the input of [Client.DeleteDomainEntry].
type DeleteDomainEntryInput struct {
	// DomainEntry is the entry to delete, with its Id, Name, Type and Target.
	// Required.
	DomainEntry *types.DomainEntry `json:"domainEntry,omitzero" required:"true"`

	// DomainName is the domain that has the entry, such as "example.com". It is not
	// the name of the entry. Required.
	DomainName *string `json:"domainName,omitzero" required:"true"`
}

// DeleteDomainEntryOutput is the output of [Client.DeleteDomainEntry].
type DeleteDomainEntryOutput struct {
	// Operation is the record of the change that the call started. To wait for it,
	// pass it to [OperationSucceededWaiter] in a slice.
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteDomainEntryOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
