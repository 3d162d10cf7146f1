package main

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// A catalog holds the blueprints and bundles to print. It is also the document that
// -json prints.
type catalog struct {
	Region     string      `json:"region"`
	Blueprints []blueprint `json:"blueprints"`
	Bundles    []bundle    `json:"bundles"` // sorted by price
}

// A blueprint holds a blueprint and the IDs of the bundles that can run it.
type blueprint struct {
	types.Blueprint
	Bundles []string `json:"bundles"` // sorted by price
}

// A bundle holds a bundle and the IDs of the blueprints that it can run.
type bundle struct {
	types.Bundle
	Blueprints []string `json:"blueprints"`
}

// list gets all pages of blueprints and bundles.
func list(ctx context.Context, client *lightsail.Client, inactive bool) (blueprints []types.Blueprint, bundles []types.Bundle, err error) {
	blueprintsInput := &lightsail.GetBlueprintsInput{IncludeInactive: &inactive}
	for b, err := range lightsail.NewGetBlueprintsPaginator(client, blueprintsInput).All(ctx) {
		if err != nil {
			return nil, nil, fmt.Errorf("list blueprints: %w", err)
		}
		blueprints = append(blueprints, b)
	}
	bundlesInput := &lightsail.GetBundlesInput{IncludeInactive: &inactive}
	for b, err := range lightsail.NewGetBundlesPaginator(client, bundlesInput).All(ctx) {
		if err != nil {
			return nil, nil, fmt.Errorf("list bundles: %w", err)
		}
		bundles = append(bundles, b)
	}
	return blueprints, bundles, nil
}

// newCatalog returns a catalog of the blueprints and bundles that match the filter
// flags, sorted and linked to each other.
func newCatalog(o *options, blueprints []types.Blueprint, bundles []types.Bundle) (*catalog, error) {
	if o.blueprint != "" && !slices.ContainsFunc(blueprints, func(b types.Blueprint) bool { return aws.ToString(b.BlueprintId) == o.blueprint }) {
		return nil, fmt.Errorf("blueprint %s does not exist in this Region: "+
			"run catalog without -blueprint for a list, with -inactive to include inactive blueprints", o.blueprint)
	}
	c := &catalog{Blueprints: []blueprint{}, Bundles: []bundle{}}
	for _, b := range blueprints {
		if o.matchesBlueprint(&b) {
			c.Blueprints = append(c.Blueprints, blueprint{b, []string{}})
		}
	}
	for _, b := range bundles {
		if o.matchesBundle(&b) {
			c.Bundles = append(c.Bundles, bundle{b, []string{}})
		}
	}

	slices.SortStableFunc(c.Bundles, func(a, b bundle) int {
		return cmp.Or(
			cmp.Compare(sortKey(a.Price), sortKey(b.Price)),
			cmp.Compare(sortKey(a.RamSizeInGb), sortKey(b.RamSizeInGb)),
			cmp.Compare(aws.ToString(a.BundleId), aws.ToString(b.BundleId)))
	})
	slices.SortStableFunc(c.Blueprints, func(a, b blueprint) int {
		return cmp.Or(
			cmp.Compare(sortKey(c.cheapest(&a).Price), sortKey(c.cheapest(&b).Price)),
			cmp.Compare(aws.ToString(a.BlueprintId), aws.ToString(b.BlueprintId)))
	})

	for i := range c.Blueprints {
		for j := range c.Bundles {
			if blueprint, bundle := &c.Blueprints[i], &c.Bundles[j]; canRun(&bundle.Bundle, &blueprint.Blueprint) {
				blueprint.Bundles = append(blueprint.Bundles, aws.ToString(bundle.BundleId))
				bundle.Blueprints = append(bundle.Blueprints, aws.ToString(blueprint.BlueprintId))
			}
		}
	}
	if o.hasFilter() {
		c.Blueprints = slices.DeleteFunc(c.Blueprints, func(b blueprint) bool { return len(b.Bundles) == 0 })
		c.Bundles = slices.DeleteFunc(c.Bundles, func(b bundle) bool { return len(b.Blueprints) == 0 })
	}
	return c, nil
}

// hasFilter reports whether a filter flag is set.
func (o *options) hasFilter() bool {
	return o.platform != "" || o.kind != "" || o.blueprint != "" || o.minRAM != 0 || o.maxPrice != 0
}

func (o *options) matchesBlueprint(b *types.Blueprint) bool {
	return (o.platform == "" || b.Platform == o.platform) &&
		(o.kind == "" || b.Type == o.kind) &&
		(o.blueprint == "" || aws.ToString(b.BlueprintId) == o.blueprint)
}

func (o *options) matchesBundle(b *types.Bundle) bool {
	return (o.platform == "" || slices.Contains(b.SupportedPlatforms, o.platform)) &&
		(o.minRAM == 0 || isValid(b.RamSizeInGb) && *b.RamSizeInGb >= o.minRAM) &&
		(o.maxPrice == 0 || isValid(b.Price) && *b.Price <= o.maxPrice)
}

// canRun reports whether an instance with the bundle can run the blueprint.
func canRun(bundle *types.Bundle, blueprint *types.Blueprint) bool {
	return slices.Contains(bundle.SupportedPlatforms, blueprint.Platform) && aws.ToInt32(bundle.Power) >= aws.ToInt32(blueprint.MinPower)
}

// cheapest returns the cheapest active bundle that can run the blueprint, or an empty
// bundle if there is none. It requires c.Bundles to be sorted by price.
func (c *catalog) cheapest(image *blueprint) *types.Bundle {
	for i := range c.Bundles {
		b := &c.Bundles[i].Bundle
		if !isInactive(b.IsActive) && canRun(b, &image.Blueprint) {
			return b
		}
	}
	return &types.Bundle{}
}

// isInactive reports whether a blueprint or bundle cannot be used for new instances. If
// the field is not set, it is assumed to be active.
func isInactive(active *bool) bool { return active != nil && !*active }

// isValid reports whether a number is set, finite and not negative.
func isValid(p *float32) bool { return p != nil && *p >= 0 && *p <= math.MaxFloat32 }

// sortKey returns the number, or infinity if it is not valid.
func sortKey(p *float32) float64 {
	if !isValid(p) {
		return math.Inf(1)
	}
	return float64(*p)
}
