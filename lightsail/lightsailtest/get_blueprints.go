package lightsailtest

import (
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetBlueprints", (*state).getBlueprints) }

func (st *state) getBlueprints(_ time.Time, in *lightsail.GetBlueprintsInput) (*lightsail.GetBlueprintsOutput, error) {
	query := *in
	query.PageToken = nil
	matching := []types.Blueprint{}
	for _, b := range st.options.blueprints {
		if b.AppCategory == in.AppCategory && (deref(b.IsActive) || deref(in.IncludeInactive)) {
			matching = append(matching, b)
		}
	}
	items, next, err := page(st.pager, "GetBlueprints", &query, in.PageToken, matching, byPosition)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetBlueprintsOutput{Blueprints: items, NextPageToken: next}, nil
}
