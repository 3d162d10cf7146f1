package lightsail

import (
	"context"
	"time"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

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
	EndTime *time.Time `json:"endTime,omitzero" required:"true"`

	ResourceName *string `json:"resourceName,omitzero" required:"true"`

	StartTime *time.Time `json:"startTime,omitzero" required:"true"`
}

// GetCostEstimateOutput is the output of [Client.GetCostEstimate].
type GetCostEstimateOutput struct {
	ResourcesBudgetEstimate []types.ResourceBudgetEstimate `json:"resourcesBudgetEstimate,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetCostEstimateOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
