package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

// GetRegions returns the AWS Regions in which Lightsail is available.
//
// API reference: https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_GetRegions.html
func (c *Client) GetRegions(ctx context.Context, params *GetRegionsInput, optFns ...func(*Options)) (*GetRegionsOutput, error) {
	return invoke[*GetRegionsOutput](ctx, c, &getRegions, params, optFns)
}

var getRegions = transport.Operation{
	Name:       "GetRegions",
	Input:      (*GetRegionsInput)(nil),
	Output:     (*GetRegionsOutput)(nil),
	Repeatable: true,
}

// GetRegionsInput is the input of [Client.GetRegions].
type GetRegionsInput struct {
	// IncludeAvailabilityZones sets the field AvailabilityZones of the Regions. The
	// default is false.
	IncludeAvailabilityZones *bool `json:"includeAvailabilityZones,omitzero"`

	// IncludeRelationalDatabaseAvailabilityZones sets the field
	// RelationalDatabaseAvailabilityZones of the Regions. The default is false.
	IncludeRelationalDatabaseAvailabilityZones *bool `json:"includeRelationalDatabaseAvailabilityZones,omitzero"`
}

// GetRegionsOutput is the output of [Client.GetRegions].
type GetRegionsOutput struct {
	// Regions are the Regions in which Lightsail is available.
	Regions []types.Region `json:"regions,omitzero"`

	// ResultMetadata holds metadata of the call: request ID, attempts, response times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRegionsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
