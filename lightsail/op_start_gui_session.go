package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// StartGUISession starts the graphical session of a virtual computer of Lightsail
// for Research, or resumes it after it has expired.
//
// A virtual computer is an instance whose blueprint has the AppCategory "LfR". A
// session is active for 1 hour. The call is asynchronous.
// [Client.CreateGUISessionAccessDetails] returns the status of the session and the
// URLs by which a browser opens it. [Client.StopGUISession] ends it.
//
// If the virtual computer does not exist, StartGUISession returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_StartGUISession.html
func (c *Client) StartGUISession(ctx context.Context, params *StartGUISessionInput, optFns ...func(*Options)) (*StartGUISessionOutput, error) {
	return invoke[*StartGUISessionOutput](ctx, c, &startGUISession, params, optFns)
}

var startGUISession = transport.Operation{
	Name:   "StartGUISession",
	Input:  (*StartGUISessionInput)(nil),
	Output: (*StartGUISessionOutput)(nil),
}

// StartGUISessionInput is the input of [Client.StartGUISession].
type StartGUISessionInput struct {
	// ResourceName is the name of the virtual computer. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// StartGUISessionOutput is the output of [Client.StartGUISession].
type StartGUISessionOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *StartGUISessionOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
