package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	DomainEntry *types.DomainEntry `json:"domainEntry,omitzero" required:"true"`

	DomainName *string `json:"domainName,omitzero" required:"true"`
}

// DeleteDomainEntryOutput is the output of [Client.DeleteDomainEntry].
type DeleteDomainEntryOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteDomainEntryOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
