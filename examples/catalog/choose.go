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

// A catalog is what is shown. With -json it is printed as it is.
type catalog struct {
	Region     string      `json:"region"`
	Blueprints []blueprint `json:"blueprints"`
	Bundles    []bundle    `json:"bundles"` // the cheapest first
}

// A blueprint is one of the service, and what runs it.
type blueprint struct {
	types.Blueprint
	Bundles []string `json:"bundles"` // the cheapest first
}

// A bundle is one of the service, and what it runs.
type bundle struct {
	types.Bundle
	Blueprints []string `json:"blueprints"`
}

// list reads the catalogue of a Region, to the last page.
func list(ctx context.Context, client *lightsail.Client, inactive bool) (blueprints []types.Blueprint, bundles []types.Bundle, err error) {
	forBlueprints := &lightsail.GetBlueprintsInput{IncludeInactive: &inactive}
	for b, err := range lightsail.NewGetBlueprintsPaginator(client, forBlueprints).All(ctx) {
		if err != nil {
			return nil, nil, fmt.Errorf("listing the blueprints: %w", err)
		}
		blueprints = append(blueprints, b)
	}
	forBundles := &lightsail.GetBundlesInput{IncludeInactive: &inactive}
	for b, err := range lightsail.NewGetBundlesPaginator(client, forBundles).All(ctx) {
		if err != nil {
			return nil, nil, fmt.Errorf("listing the bundles: %w", err)
		}
		bundles = append(bundles, b)
	}
	return blueprints, bundles, nil
}

// choose leaves in what the flags ask for, sorts it and says what runs what.
func choose(o *options, blueprints []types.Blueprint, bundles []types.Bundle) (*catalog, error) {
	if o.blueprint != "" && !slices.ContainsFunc(blueprints, func(b types.Blueprint) bool { return aws.ToString(b.BlueprintId) == o.blueprint }) {
		return nil, fmt.Errorf("there is no blueprint %s in this Region", o.blueprint)
	}
	c := &catalog{Blueprints: []blueprint{}, Bundles: []bundle{}}
	for _, b := range blueprints {
		if o.wantsBlueprint(&b) {
			c.Blueprints = append(c.Blueprints, blueprint{b, []string{}})
		}
	}
	for _, b := range bundles {
		if o.wantsBundle(&b) {
			c.Bundles = append(c.Bundles, bundle{b, []string{}})
		}
	}

	slices.SortStableFunc(c.Bundles, func(a, b bundle) int {
		return cmp.Or(
			cmp.Compare(orLast(a.Price), orLast(b.Price)),
			cmp.Compare(orLast(a.RamSizeInGb), orLast(b.RamSizeInGb)),
			cmp.Compare(aws.ToString(a.BundleId), aws.ToString(b.BundleId)))
	})
	slices.SortStableFunc(c.Blueprints, func(a, b blueprint) int {
		return cmp.Or(
			cmp.Compare(orLast(c.cheapest(&a).Price), orLast(c.cheapest(&b).Price)),
			cmp.Compare(aws.ToString(a.BlueprintId), aws.ToString(b.BlueprintId)))
	})

	for i := range c.Blueprints {
		for j := range c.Bundles {
			if image, plan := &c.Blueprints[i], &c.Bundles[j]; runs(&plan.Bundle, &image.Blueprint) {
				image.Bundles = append(image.Bundles, aws.ToString(plan.BundleId))
				plan.Blueprints = append(plan.Blueprints, aws.ToString(image.BlueprintId))
			}
		}
	}
	if o.filters() {
		c.Blueprints = slices.DeleteFunc(c.Blueprints, func(b blueprint) bool { return len(b.Bundles) == 0 })
		c.Bundles = slices.DeleteFunc(c.Bundles, func(b bundle) bool { return len(b.Blueprints) == 0 })
	}
	return c, nil
}

// filters tells whether anything is to be left out.
func (o *options) filters() bool {
	return o.platform != "" || o.kind != "" || o.blueprint != "" || o.minRAM != 0 || o.maxPrice != 0
}

func (o *options) wantsBlueprint(b *types.Blueprint) bool {
	return (o.platform == "" || b.Platform == o.platform) &&
		(o.kind == "" || b.Type == o.kind) &&
		(o.blueprint == "" || aws.ToString(b.BlueprintId) == o.blueprint)
}

func (o *options) wantsBundle(b *types.Bundle) bool {
	return (o.platform == "" || slices.Contains(b.SupportedPlatforms, o.platform)) &&
		(o.minRAM == 0 || known(b.RamSizeInGb) && *b.RamSizeInGb >= o.minRAM) &&
		(o.maxPrice == 0 || known(b.Price) && *b.Price <= o.maxPrice)
}

// runs tells whether a bundle can run a blueprint.
func runs(b *types.Bundle, image *types.Blueprint) bool {
	return slices.Contains(b.SupportedPlatforms, image.Platform) && aws.ToInt32(b.Power) >= aws.ToInt32(image.MinPower)
}

// cheapest returns the cheapest bundle of which a new instance with a blueprint
// can be made, an empty one where there is none. The bundles are sorted by then.
func (c *catalog) cheapest(image *blueprint) *types.Bundle {
	for i := range c.Bundles {
		b := &c.Bundles[i].Bundle
		// Those that are inactive say so.
		if (b.IsActive == nil || *b.IsActive) && runs(b, &image.Blueprint) {
			return b
		}
	}
	return &types.Bundle{}
}

// known tells whether the service told a number that means anything.
func known(p *float32) bool { return p != nil && *p >= 0 && *p <= math.MaxFloat32 }

// orLast returns a number, or one that sorts last where it is not known.
func orLast(p *float32) float64 {
	if !known(p) {
		return math.Inf(1)
	}
	return float64(*p)
}
