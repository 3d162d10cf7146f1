package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	DomainEntry *types.DomainEntry `json:"domainEntry,omitzero" required:"true"`

	DomainName *string `json:"domainName,omitzero" required:"true"`
}

// CreateDomainEntryOutput is the output of [Client.CreateDomainEntry].
type CreateDomainEntryOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDomainEntryOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
