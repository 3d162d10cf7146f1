package lightsail

import (
	"context"

	"github.com/aws/smithy-go/middleware"

	"github.com/lightsail-go/sdk/internal/transport"
	"github.com/lightsail-go/sdk/types"
)

var getRegions = transport.Operation{
	Name:      "GetRegions",
	ReadOnly:  true,
	NewOutput: func() any { return new(GetRegionsOutput) },
}

// GetRegions returns the AWS Regions in which Lightsail is offered.
func (c *Client) GetRegions(ctx context.Context, params *GetRegionsInput, optFns ...func(*Options)) (*GetRegionsOutput, error) {
	if params == nil {
		params = new(GetRegionsInput)
	}
	result, err := c.invoke(ctx, &getRegions, params, optFns)
	out, _ := result.(*GetRegionsOutput)
	return out, err
}

// GetRegionsInput says what of the Regions to return.
type GetRegionsInput struct {
	// IncludeAvailabilityZones fills AvailabilityZones. The default is false,
	// which leaves an empty list.
	IncludeAvailabilityZones *bool `json:"includeAvailabilityZones,omitzero"`

	// IncludeRelationalDatabaseAvailabilityZones fills the list of that name. The
	// default is false, which leaves it empty.
	IncludeRelationalDatabaseAvailabilityZones *bool `json:"includeRelationalDatabaseAvailabilityZones,omitzero"`
}

// GetRegionsOutput is the Regions.
type GetRegionsOutput struct {
	// Regions are the Regions.
	Regions []types.Region `json:"regions,omitzero"`

	// ResultMetadata tells about the call itself: request ID, attempts, times.
	ResultMetadata middleware.Metadata `json:"-"`
}

func (out *GetRegionsOutput) metadata() *middleware.Metadata { return &out.ResultMetadata }
