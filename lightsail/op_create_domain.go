package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	DomainName *string `json:"domainName,omitzero" required:"true"`

	Tags []types.Tag `json:"tags,omitzero"`
}

// CreateDomainOutput is the output of [Client.CreateDomain].
type CreateDomainOutput struct {
	Operation *types.Operation `json:"operation,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateDomainOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
