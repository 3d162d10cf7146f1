package lightsail

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/redact"
	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// CreateGUISessionAccessDetails creates the URLs by which a browser opens the
// graphical sessions of a virtual computer of Lightsail for Research. A virtual
// computer is an instance whose blueprint has the AppCategory "LfR".
//
// There are two sessions: the primary one shows the application of the virtual
// computer, the secondary one its operating system. CreateGUISessionAccessDetails
// does not start a session: use [Client.StartGUISession]. While the virtual
// computer or the session is being set up, Status and PercentageComplete show the
// progress.
//
// The URLs are secrets: they give access to the sessions. They are redacted where
// the output is printed or logged. If the virtual computer does not exist,
// CreateGUISessionAccessDetails returns a *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateGUISessionAccessDetails.html
func (c *Client) CreateGUISessionAccessDetails(ctx context.Context, params *CreateGUISessionAccessDetailsInput, optFns ...func(*Options)) (*CreateGUISessionAccessDetailsOutput, error) {
	return invoke[*CreateGUISessionAccessDetailsOutput](ctx, c, &createGUISessionAccessDetails, params, optFns)
}

var createGUISessionAccessDetails = transport.Operation{
	Name:   "CreateGUISessionAccessDetails",
	Input:  (*CreateGUISessionAccessDetailsInput)(nil),
	Output: (*CreateGUISessionAccessDetailsOutput)(nil),
}

// CreateGUISessionAccessDetailsInput is the input of [Client.CreateGUISessionAccessDetails].
type CreateGUISessionAccessDetailsInput struct {
	// ResourceName is the name of the virtual computer. Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// CreateGUISessionAccessDetailsOutput is the output of [Client.CreateGUISessionAccessDetails].
type CreateGUISessionAccessDetailsOutput struct {
	// FailureReason explains a Status that is a failure.
	FailureReason *string `json:"failureReason,omitzero"`

	// PercentageComplete is the completed part of the operation, 0 to 100.
	PercentageComplete *int32 `json:"percentageComplete,omitzero"`

	// ResourceName is the name of the virtual computer.
	ResourceName *string `json:"resourceName,omitzero"`

	// Sessions are the sessions with their URLs.
	Sessions []types.Session `json:"sessions,omitzero"`

	// Status is the status of the operation, for example "started".
	Status types.Status `json:"status,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateGUISessionAccessDetailsOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateGUISessionAccessDetailsOutput) Format(f fmt.State, verb rune) {
	redact.Format(f, verb, v)
}

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateGUISessionAccessDetailsOutput) LogValue() slog.Value { return redact.LogValue(v) }
