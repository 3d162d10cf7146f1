package types

import "time"

type CostEstimate struct {
	ResultsByTime []EstimateByTime `json:"resultsByTime,omitzero"`

	UsageType *string `json:"usageType,omitzero"`
}

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

type EstimateByTime struct {
	Currency Currency `json:"currency,omitzero"`

	PricingUnit PricingUnit `json:"pricingUnit,omitzero"`

	TimePeriod *TimePeriod `json:"timePeriod,omitzero"`

	Unit *float64 `json:"unit,omitzero"`

	UsageCost *float64 `json:"usageCost,omitzero"`
}

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

type ResourceBudgetEstimate struct {
	CostEstimates []CostEstimate `json:"costEstimates,omitzero"`

	EndTime *time.Time `json:"endTime,omitzero"`

	ResourceName *string `json:"resourceName,omitzero"`

	ResourceType ResourceType `json:"resourceType,omitzero"`

	StartTime *time.Time `json:"startTime,omitzero"`
}

type TimePeriod struct {
	End *time.Time `json:"end,omitzero"`

	Start *time.Time `json:"start,omitzero"`
}
