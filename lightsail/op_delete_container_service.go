package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
)

// DeleteContainerService deletes a container service, including its deployments.
// Its containers stop and its public address no longer works.
//
// The call returns while the service is being deleted. The output has no
// Operations. A [ContainerServiceDeletedWaiter] waits for the end: State is
// "DELETING" until [Client.GetContainerServices] with the name of the service
// returns a *[types.NotFoundException]; allow 30 minutes.
//
// Deleting cannot be undone. If the service does not exist, DeleteContainerService
// returns a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_DeleteContainerService.html
func (c *Client) DeleteContainerService(ctx context.Context, params *DeleteContainerServiceInput, optFns ...func(*Options)) (*DeleteContainerServiceOutput, error) {
	return invoke[*DeleteContainerServiceOutput](ctx, c, &deleteContainerService, params, optFns)
}

var deleteContainerService = transport.Operation{
	Name:   "DeleteContainerService",
	Input:  (*DeleteContainerServiceInput)(nil),
	Output: (*DeleteContainerServiceOutput)(nil),
}

// DeleteContainerServiceInput is the input of [Client.DeleteContainerService].
type DeleteContainerServiceInput struct {
	// ServiceName is the name of the container service to delete. Required.
	ServiceName *string `json:"serviceName,omitzero" required:"true"`
}

// DeleteContainerServiceOutput is the output of [Client.DeleteContainerService].
type DeleteContainerServiceOutput struct {
	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *DeleteContainerServiceOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
