package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// UpdateRelationalDatabaseParameters changes parameters of a database: settings of
// its engine. Parameters that are not in params do not change.
//
// The change does not interrupt the database and does not wait for the maintenance
// window. A dynamic parameter can take effect immediately. Other parameters take
// effect when the database is restarted with [Client.RebootRelationalDatabase]; the
// field ParameterApplyStatus of [types.RelationalDatabase] is the status of the
// change. [Client.GetRelationalDatabaseParameters] returns the parameters, with the
// values that are allowed and whether each can be changed.
//
// If the database does not exist, a *[types.NotFoundException] is returned.
//
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
	// Parameters are the parameters to change. Set at least ParameterName and
	// ParameterValue of each, and ApplyMethod to choose when it takes effect.
	// Required.
	Parameters []types.RelationalDatabaseParameter `json:"parameters,omitzero" required:"true"`

	// RelationalDatabaseName is the name of the database whose parameters are
	// changed. Required.
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
