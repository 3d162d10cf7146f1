package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// StopGUISession ends the graphical session of a virtual computer of Lightsail for
// Research. Data that has not been saved in the session is lost.
//
// A virtual computer is an instance whose blueprint has the AppCategory "LfR". The
// virtual computer itself keeps running. To stop it, use [Client.StopInstance].
//
// The call is asynchronous. [Client.StartGUISession] starts a session again.
//
// If the virtual computer does not exist, StopGUISession returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StopGUISession.html
func (c *Client) StopGUISession(ctx context.Context, params *StopGUISessionInput, optFns ...func(*Options)) (*StopGUISessionOutput, error) {
	return invoke[*StopGUISessionOutput](ctx, c, &stopGUISession, params, optFns)
}

var stopGUISession = transport.Operation{
	Name:   "StopGUISession",
	Input:  (*StopGUISessionInput)(nil),
	Output: (*StopGUISessionOutput)(nil),
}

// StopGUISessionInput is the input of [Client.StopGUISession].
type StopGUISessionInput struct {
	// ResourceName is the name of the virtual computer. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// StopGUISessionOutput is the output of [Client.StopGUISession].
type StopGUISessionOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *StopGUISessionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
