package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetBundles", (*state).getBundles) }

func (st *state) getBundles(_ time.Time, in *lightsail.GetBundlesInput) (*lightsail.GetBundlesOutput, error) {
	query := *in
	query.PageToken = nil
	matching := []types.Bundle{}
	for _, b := range st.options.bundles {
		categories := b.SupportedAppCategories
		matches := in.AppCategory == "" && len(categories) == 0 || slices.Contains(categories, in.AppCategory)
		if matches && (deref(b.IsActive) || deref(in.IncludeInactive)) {
			matching = append(matching, b)
		}
	}
	items, next, err := page(st.pager, "GetBundles", &query, in.PageToken, matching, byPosition)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetBundlesOutput{Bundles: items, NextPageToken: next}, nil
}
