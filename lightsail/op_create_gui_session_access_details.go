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
	ResourceName *string `json:"resourceName,omitzero" required:"true"`
}

// CreateGUISessionAccessDetailsOutput is the output of [Client.CreateGUISessionAccessDetails].
type CreateGUISessionAccessDetailsOutput struct {
	FailureReason *string `json:"failureReason,omitzero"`

	PercentageComplete *int32 `json:"percentageComplete,omitzero"`

	ResourceName *string `json:"resourceName,omitzero"`

	Sessions []types.Session `json:"sessions,omitzero"`

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
