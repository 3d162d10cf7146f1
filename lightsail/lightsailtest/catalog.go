package lightsailtest

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("GetBlueprints", (*state).getBlueprints)
	register("GetBucketBundles", (*state).getBucketBundles)
	register("GetBundles", (*state).getBundles)

	registerPut("blueprints", func(st *state, blueprints []types.Blueprint) { st.options.blueprints = blueprints })
	registerPut("bundles", func(st *state, bundles []types.Bundle) { st.options.bundles = bundles })
}

func (st *state) getBlueprints(in *lightsail.GetBlueprintsInput) (*lightsail.GetBlueprintsOutput, error) {
	matching := []types.Blueprint{}
	for _, b := range st.options.blueprints {
		if b.AppCategory == in.AppCategory && (deref(b.IsActive) || deref(in.IncludeInactive)) {
			matching = append(matching, b)
		}
	}
	page, next, err := pageByPosition(st, in, matching)
	return &lightsail.GetBlueprintsOutput{Blueprints: page, NextPageToken: next}, err
}

func (st *state) getBundles(in *lightsail.GetBundlesInput) (*lightsail.GetBundlesOutput, error) {
	matching := []types.Bundle{}
	for _, b := range st.bundles() {
		categories := b.SupportedAppCategories
		matches := in.AppCategory == "" && len(categories) == 0 || slices.Contains(categories, in.AppCategory)
		if matches && (deref(b.IsActive) || deref(in.IncludeInactive)) {
			matching = append(matching, b)
		}
	}
	page, next, err := pageByPosition(st, in, matching)
	return &lightsail.GetBundlesOutput{Bundles: page, NextPageToken: next}, err
}

// bundles returns the instance bundles of the Region.
func (st *state) bundles() []types.Bundle {
	if st.options.bundles != nil {
		return st.options.bundles
	}
	return bundles(st.region)
}

// getBucketBundles ignores IncludeInactive: no inactive bucket bundle is known.
func (st *state) getBucketBundles(*lightsail.GetBucketBundlesInput) (*lightsail.GetBucketBundlesOutput, error) {
	out := new(lightsail.GetBucketBundlesOutput)
	for _, b := range bucketBundles {
		out.Bundles = append(out.Bundles, types.BucketBundle{
			BundleId:             aws.String(b.id),
			IsActive:             aws.Bool(true),
			Name:                 aws.String(fmt.Sprintf("Object Storage %dGB", b.storage)),
			Price:                aws.Float32(b.price),
			StoragePerMonthInGb:  aws.Int32(b.storage),
			TransferPerMonthInGb: aws.Int32(b.transfer),
		})
	}
	return out, nil
}

// blueprint returns the blueprint with the given ID.
func (st *state) blueprint(id string) (types.Blueprint, bool) {
	i := slices.IndexFunc(st.options.blueprints, func(b types.Blueprint) bool { return deref(b.BlueprintId) == id })
	if i < 0 {
		return types.Blueprint{}, false
	}
	return st.options.blueprints[i], true
}

// bundle returns the instance bundle with the given ID.
func (st *state) bundle(id string) (types.Bundle, bool) {
	all := st.bundles()
	i := slices.IndexFunc(all, func(b types.Bundle) bool { return deref(b.BundleId) == id })
	if i < 0 {
		return types.Bundle{}, false
	}
	return all[i], true
}
