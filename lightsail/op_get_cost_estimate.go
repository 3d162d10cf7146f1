package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetCostEstimate returns the estimated cost of a resource of Lightsail for
// Research over a period of time.
//
// There is no estimate for a resource that has been deleted.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetCostEstimate.html
func (c *Client) GetCostEstimate(ctx context.Context, params *GetCostEstimateInput, optFns ...func(*Options)) (*GetCostEstimateOutput, error) {
	return invoke[*GetCostEstimateOutput](ctx, c, &getCostEstimate, params, optFns)
}

var getCostEstimate = transport.Operation{
	Name:       "GetCostEstimate",
	Input:      (*GetCostEstimateInput)(nil),
	Output:     (*GetCostEstimateOutput)(nil),
	Repeatable: true,
}

// GetCostEstimateInput is the input of [Client.GetCostEstimate].
type GetCostEstimateInput struct {
	// EndTime is the end of the time that the estimate covers. Required.
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	// ResourceName is the name of the resource, for example of a virtual computer.
	// Required.
	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	// StartTime is the start of the time that the estimate covers. Required.
	StartTime *time.Time `json:"startTime,omitzero" required:"true"`
}

// GetCostEstimateOutput is the output of [Client.GetCostEstimate].
type GetCostEstimateOutput struct {
	// ResourcesBudgetEstimate are the estimates by resource.
	ResourcesBudgetEstimate []types.ResourceBudgetEstimate `json:"resourcesBudgetEstimate,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetCostEstimateOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
