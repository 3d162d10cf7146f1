package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_UpdateRelationalDatabaseParameters.html
func (c *Client) UpdateRelationalDatabaseParameters(ctx context.Context, params *UpdateRelationalDatabaseParametersInput, optFns ...func(*Options)) (*UpdateRelationalDatabaseParametersOutput, error) {
	return invoke[*UpdateRelationalDatabaseParametersOutput](ctx, c, &updateRelationalDatabaseParameters, params, optFns)
}

var updateRelationalDatabaseParameters = transport.Operation{
	Name:   "UpdateRelationalDatabaseParameters",
	Input:  (*UpdateRelationalDatabaseParametersInput)(nil),
	Output: (*UpdateRelationalDatabaseParametersOutput)(nil),
}

// UpdateRelationalDatabaseParametersInput is the input of [Client.UpdateRelationalDatabaseParameters].
type UpdateRelationalDatabaseParametersInput struct {
	Parameters []types.RelationalDatabaseParameter `json:"parameters,omitzero" required:"true"`

	RelationalDatabaseName *string `json:"relationalDatabaseName,omitzero" required:"true"`
}

// UpdateRelationalDatabaseParametersOutput is the output of [Client.UpdateRelationalDatabaseParameters].
type UpdateRelationalDatabaseParametersOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *UpdateRelationalDatabaseParametersOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
