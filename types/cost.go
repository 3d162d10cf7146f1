package types

import "time"

// CostEstimate is the estimated cost of one type of usage of a resource of Lightsail for Research.
// It is part of [ResourceBudgetEstimate].
type CostEstimate struct {
	// ResultsByTime are the estimates, one for each period of time.
	ResultsByTime []EstimateByTime `json:"resultsByTime,omitzero"`

	// UsageType is the type of usage that is estimated, for example data transfer.
	UsageType *string `json:"usageType,omitzero"`
}

// Currency is the currency of a cost estimate.
type Currency string

// Values of [Currency].
const (
	CurrencyUsd Currency = "USD"
)

// Values returns the known values of [Currency].
func (Currency) Values() []Currency {
	return []Currency{
		CurrencyUsd,
	}
}

// EstimateByTime is the estimate for one period of time. It is part of [CostEstimate].
type EstimateByTime struct {
	// Currency is the currency of UsageCost.
	Currency Currency `json:"currency,omitzero"`

	// PricingUnit is the unit in which the usage is measured.
	PricingUnit PricingUnit `json:"pricingUnit,omitzero"`

	// TimePeriod is the period, in days, that the estimate covers.
	TimePeriod *TimePeriod `json:"timePeriod,omitzero"`

	// Unit is the usage as a number of pricing units, for example a number of hours.
	Unit *float64 `json:"unit,omitzero"`

	// UsageCost is the estimated cost of the period, in Currency.
	UsageCost *float64 `json:"usageCost,omitzero"`
}

// PricingUnit is the unit in which usage is measured and priced. "Hrs" is hours, and "GB-Mo" is GB
// stored for a month.
type PricingUnit string

// Values of [PricingUnit].
const (
	PricingUnitGb      PricingUnit = "GB"
	PricingUnitHrs     PricingUnit = "Hrs"
	PricingUnitGBMo    PricingUnit = "GB-Mo"
	PricingUnitBundles PricingUnit = "Bundles"
	PricingUnitQueries PricingUnit = "Queries"
)

// Values returns the known values of [PricingUnit].
func (PricingUnit) Values() []PricingUnit {
	return []PricingUnit{
		PricingUnitGb,
		PricingUnitHrs,
		PricingUnitGBMo,
		PricingUnitBundles,
		PricingUnitQueries,
	}
}

// ResourceBudgetEstimate is the estimated cost of a resource of Lightsail for Research.
// GetCostEstimate returns it.
type ResourceBudgetEstimate struct {
	// CostEstimates are the estimates, one for each type of usage.
	CostEstimates []CostEstimate `json:"costEstimates,omitzero"`

	// EndTime is the end of the time that the estimate covers.
	EndTime *time.Time `json:"endTime,omitzero"`

	// ResourceName is the name of the resource that the estimate is for.
	ResourceName *string `json:"resourceName,omitzero"`

	// ResourceType is the kind of the resource.
	ResourceType ResourceType `json:"resourceType,omitzero"`

	// StartTime is the start of the time that the estimate covers.
	StartTime *time.Time `json:"startTime,omitzero"`
}

// TimePeriod is the period of time of an [EstimateByTime].
type TimePeriod struct {
	// End is the end of the period. The day of End is not part of it.
	End *time.Time `json:"end,omitzero"`

	// Start is the start of the period. The day of Start is part of it.
	Start *time.Time `json:"start,omitzero"`
}
