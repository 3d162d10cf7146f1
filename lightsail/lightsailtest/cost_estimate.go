package lightsailtest

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetCostEstimate", (*state).getCostEstimate) }

const (
	// hoursPerMonth converts the monthly prices of bundles to hourly ones. AWS calculates
	// with this number.
	hoursPerMonth = 730

	// diskPrice is the published price of a disk in USD for each GB and month.
	diskPrice = 0.1
)

// getCostEstimate estimates that an instance or a disk exists during the whole time. There
// is one estimate for this time, and none for other resources, which are guesses, as are
// the types of usage.
func (st *state) getCostEstimate(in *lightsail.GetCostEstimateInput) (*lightsail.GetCostEstimateOutput, error) {
	var v violations
	if v.check(in.StartTime.Before(*in.EndTime), "startTime", "must be before endTime"); v.err() != nil {
		return nil, v.err()
	}
	r, ok := st.findAny(in.ResourceName)
	if !ok {
		return nil, notFound("resource", *in.ResourceName)
	}
	hours := in.EndTime.Sub(*in.StartTime).Hours()
	estimates := []types.CostEstimate{}
	add := func(usage string, unit types.PricingUnit, amount, price float64) {
		estimates = append(estimates, types.CostEstimate{
			ResultsByTime: []types.EstimateByTime{{
				Currency:    types.CurrencyUsd,
				PricingUnit: unit,
				TimePeriod:  &types.TimePeriod{Start: in.StartTime, End: in.EndTime},
				Unit:        &amount,
				UsageCost:   aws.Float64(amount * price),
			}},
			UsageType: &usage,
		})
	}
	switch r := r.(type) {
	case *instance:
		bundle, _ := st.bundle(*r.BundleId)
		add("BundleUsage", types.PricingUnitHrs, hours, float64(deref(bundle.Price))/hoursPerMonth)
	case *disk:
		add("DiskUsage", types.PricingUnitGBMo, float64(deref(r.SizeInGb))*hours/hoursPerMonth, diskPrice)
	}
	return &lightsail.GetCostEstimateOutput{ResourcesBudgetEstimate: []types.ResourceBudgetEstimate{{
		CostEstimates: estimates,
		EndTime:       in.EndTime,
		ResourceName:  in.ResourceName,
		ResourceType:  r.kind(),
		StartTime:     in.StartTime,
	}}}, nil
}
