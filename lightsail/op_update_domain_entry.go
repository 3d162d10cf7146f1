package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	DomainEntry *types.DomainEntry `json:"domainEntry,omitzero" required:"true"`

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
