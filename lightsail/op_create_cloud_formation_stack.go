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

// CreateCloudFormationStack creates an Amazon EC2 instance from an instance
// snapshot that was exported with [Client.ExportSnapshot]. It does so by means of a
// stack of AWS CloudFormation.
//
// The call is asynchronous and creates a stack record. The stack is complete when
// the State of the record, which [Client.GetCloudFormationStackRecords] returns, is
// "Succeeded". Do not use the same export record again before the EC2 instance
// exists. Lightsail has no operation that undoes the call: delete the stack in AWS
// CloudFormation.
//
// If the export record does not exist, CreateCloudFormationStack returns a
// *[types.NotFoundException].
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateCloudFormationStack.html
func (c *Client) CreateCloudFormationStack(ctx context.Context, params *CreateCloudFormationStackInput, optFns ...func(*Options)) (*CreateCloudFormationStackOutput, error) {
	return invoke[*CreateCloudFormationStackOutput](ctx, c, &createCloudFormationStack, params, optFns)
}

var createCloudFormationStack = transport.Operation{
	Name:   "CreateCloudFormationStack",
	Input:  (*CreateCloudFormationStackInput)(nil),
	Output: (*CreateCloudFormationStackOutput)(nil),
}

// CreateCloudFormationStackInput is the input of [Client.CreateCloudFormationStack].
type CreateCloudFormationStackInput struct {
	// Instances describes the EC2 instance to create. It must have exactly one
	// element: the service rejects more. Required.
	Instances []types.InstanceEntry `json:"instances,omitzero" required:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateCloudFormationStackInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateCloudFormationStackInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateCloudFormationStackOutput is the output of [Client.CreateCloudFormationStack].
type CreateCloudFormationStackOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateCloudFormationStackOutput) metadata() *middleware.Metadata {
	return &out.ResultMetadata
}
