package lightsailtest_test

import (
	"math"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// The estimate of a month of 730 hours is the monthly price of an instance or a disk.
func TestCostEstimate(t *testing.T) {
	server, client := newTestServer(t)
	if err := server.PutJSON([]byte(`{"disks": [{"name": "data", "sizeInGb": 40}]}`)); err != nil {
		t.Fatal(err)
	}
	in := &lightsail.GetCostEstimateInput{StartTime: aws.Time(noon), EndTime: aws.Time(noon.Add(730 * time.Hour))}
	estimate := func(name string) types.ResourceBudgetEstimate {
		t.Helper()
		in.ResourceName = &name
		out := must[lightsail.GetCostEstimateOutput](t)(client.GetCostEstimate(t.Context(), in))
		if len(out.ResourcesBudgetEstimate) != 1 {
			t.Fatalf("got %d estimates, want 1", len(out.ResourcesBudgetEstimate))
		}
		return out.ResourcesBudgetEstimate[0]
	}
	for _, test := range []struct {
		name        string
		kind        types.ResourceType
		unit        types.PricingUnit
		amount, usd float64
	}{
		{"web", types.ResourceTypeInstance, types.PricingUnitHrs, 730, 5},
		{"data", types.ResourceTypeDisk, types.PricingUnitGBMo, 40, 4},
	} {
		got := estimate(test.name)
		byTime := got.CostEstimates[0].ResultsByTime[0]
		if math.Abs(*byTime.UsageCost-test.usd) > 1e-9 || *byTime.Unit != test.amount {
			t.Errorf("%s: got %v USD for %v %s, want %v USD for %v", test.name, *byTime.UsageCost, *byTime.Unit, byTime.PricingUnit, test.usd, test.amount)
		}
		wantEqual(t, "estimate of "+test.name, types.ResourceBudgetEstimate{
			CostEstimates: []types.CostEstimate{{
				ResultsByTime: []types.EstimateByTime{{
					Currency: types.CurrencyUsd, PricingUnit: test.unit, TimePeriod: &types.TimePeriod{Start: in.StartTime, End: in.EndTime},
					Unit: byTime.Unit, UsageCost: byTime.UsageCost,
				}},
				UsageType: got.CostEstimates[0].UsageType,
			}},
			EndTime: in.EndTime, ResourceName: &test.name, ResourceType: test.kind, StartTime: in.StartTime,
		}, got)
	}
	wantEqual(t, "estimates of a bucket", []types.CostEstimate{}, estimate("alpha").CostEstimates)

	in.ResourceName = aws.String("missing")
	_, err := client.GetCostEstimate(t.Context(), in)
	wantCode(t, "GetCostEstimate of a resource that does not exist", err, "NotFoundException")
	in.EndTime = in.StartTime
	_, err = client.GetCostEstimate(t.Context(), in)
	wantCode(t, "GetCostEstimate of no time", err, invalidInput)
}
