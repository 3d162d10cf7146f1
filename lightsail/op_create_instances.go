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

// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateInstances.html
func (c *Client) CreateInstances(ctx context.Context, params *CreateInstancesInput, optFns ...func(*Options)) (*CreateInstancesOutput, error) {
	return invoke[*CreateInstancesOutput](ctx, c, &createInstances, params, optFns)
}

var createInstances = transport.Operation{
	Name:   "CreateInstances",
	Input:  (*CreateInstancesInput)(nil),
	Output: (*CreateInstancesOutput)(nil),
}

// CreateInstancesInput is the input of [Client.CreateInstances].
type CreateInstancesInput struct {
	AvailabilityZone *string `json:"availabilityZone,omitzero" required:"true"`

	BlueprintId *string `json:"blueprintId,omitzero" required:"true"`

	BundleId *string `json:"bundleId,omitzero" required:"true"`

	InstanceNames []string `json:"instanceNames,omitzero" required:"true"`

	AddOns []types.AddOnRequest `json:"addOns,omitzero"`

	CustomImageName *string `json:"customImageName,omitzero"`

	IpAddressType types.IpAddressType `json:"ipAddressType,omitzero"`

	KeyPairName *string `json:"keyPairName,omitzero"`

	Tags []types.Tag `json:"tags,omitzero"`

	UserData *string `json:"userData,omitzero" sensitive:"true"`
}

// Format implements [fmt.Formatter]. It prints sensitive fields as [REDACTED].
func (v CreateInstancesInput) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }

// LogValue implements [slog.LogValuer]. It logs sensitive fields as [REDACTED].
func (v CreateInstancesInput) LogValue() slog.Value { return redact.LogValue(v) }

// CreateInstancesOutput is the output of [Client.CreateInstances].
type CreateInstancesOutput struct {
	// Operations are records of the changes that the call started.
	// [OperationSucceededWaiter] waits for them.
	Operations []types.Operation `json:"operations,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *CreateInstancesOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
