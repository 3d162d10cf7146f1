package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// prepare chooses the blueprint, the bundle and the Availability Zone. It does not
// modify anything.
func (r *runner) prepare(ctx context.Context) error {
	r.progress.Show("listing blueprints")
	var blueprints []types.Blueprint
	for b, err := range lightsail.NewGetBlueprintsPaginator(r.client, nil).All(ctx) {
		if err != nil {
			return fmt.Errorf("list blueprints: %w", err)
		}
		blueprints = append(blueprints, b)
	}
	r.progress.Show("listing bundles")
	var bundles []types.Bundle
	for b, err := range lightsail.NewGetBundlesPaginator(r.client, nil).All(ctx) {
		if err != nil {
			return fmt.Errorf("list bundles: %w", err)
		}
		bundles = append(bundles, b)
	}
	if err := r.choose(blueprints, bundles); err != nil {
		return err
	}
	r.progress.Show("listing Availability Zones")
	out, err := r.client.GetRegions(ctx, &lightsail.GetRegionsInput{IncludeAvailabilityZones: aws.Bool(true)})
	if err != nil {
		return fmt.Errorf("list Availability Zones: %w", err)
	}
	for _, region := range out.Regions {
		if string(region.Name) == r.region && len(region.AvailabilityZones) > 0 {
			r.zone = aws.ToString(region.AvailabilityZones[0].ZoneName)
			return nil
		}
	}
	return fmt.Errorf("no Availability Zone found in Region %s", r.region)
}

// choose sets the blueprint and the bundle of the instance.
func (r *runner) choose(blueprints []types.Blueprint, bundles []types.Bundle) error {
	var ids []string
	for _, b := range blueprints {
		ids = append(ids, aws.ToString(b.BlueprintId))
	}
	i := slices.Index(ids, r.options.blueprint)
	if i < 0 {
		return fmt.Errorf("-blueprint: unknown blueprint %s: use one of %s", r.options.blueprint, strings.Join(ids, ", "))
	}
	r.blueprint = blueprints[i]

	slices.SortStableFunc(bundles, func(a, b types.Bundle) int {
		return cmp.Compare(aws.ToFloat32(a.Price), aws.ToFloat32(b.Price))
	})
	fits := slices.DeleteFunc(slices.Clone(bundles), func(b types.Bundle) bool { return r.checkBundle(b) != nil })
	if len(fits) == 0 {
		return fmt.Errorf("-blueprint: no bundle in %s can run %s", r.region, r.options.blueprint)
	}
	if r.options.bundle == "" {
		r.bundle = fits[0]
		return nil
	}
	ids = nil
	for _, b := range fits {
		ids = append(ids, aws.ToString(b.BundleId))
	}
	reason := errors.New("it does not exist")
	for _, b := range bundles {
		if aws.ToString(b.BundleId) == r.options.bundle {
			r.bundle, reason = b, r.checkBundle(b)
		}
	}
	if reason != nil {
		return fmt.Errorf("-bundle: cannot use %s with %s: %w: use one of %s",
			r.options.bundle, r.options.blueprint, reason, strings.Join(ids, ", "))
	}
	return nil
}

// checkBundle returns an error if an instance with the bundle cannot run the blueprint
// or cannot have a static IP.
func (r *runner) checkBundle(b types.Bundle) error {
	switch {
	case !slices.Contains(b.SupportedPlatforms, r.blueprint.Platform):
		return fmt.Errorf("it does not support the platform %s", r.blueprint.Platform)
	case aws.ToInt32(b.Power) < aws.ToInt32(r.blueprint.MinPower):
		return fmt.Errorf("its power is %d and must be at least %d", aws.ToInt32(b.Power), aws.ToInt32(r.blueprint.MinPower))
	case b.PublicIpv4AddressCount != nil && *b.PublicIpv4AddressCount == 0:
		return errors.New("it has no public IPv4 address, which a static IP requires")
	}
	return nil
}

// plan describes the instance to create.
func (r *runner) plan() string {
	price := "unknown price"
	if r.bundle.Price != nil {
		price = fmt.Sprintf("USD %.2f/month", *r.bundle.Price)
	}
	return fmt.Sprintf("%s, %s, %s, %s", r.options.blueprint, aws.ToString(r.bundle.BundleId), r.zone, price)
}

// question returns the question that the user must confirm.
func (r *runner) question() string {
	return fmt.Sprintf("Create instance %s (%s), a static IP and a snapshot in your account?", r.options.name, r.plan())
}
