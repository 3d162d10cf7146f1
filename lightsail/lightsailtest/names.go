package lightsailtest

import (
	"maps"
	"slices"

	"github.com/lightsail-go/sdk/lightsail"
)

func init() { register("GetActiveNames", (*state).getActiveNames) }

// getActiveNames also returns the names of resources that are being created or deleted,
// which are in use.
func (st *state) getActiveNames(in *lightsail.GetActiveNamesInput) (*lightsail.GetActiveNamesOutput, error) {
	names := slices.Sorted(maps.Keys(st.resources))
	page, next, err := pageOf(st, in, names, func(name string) string { return name })
	return &lightsail.GetActiveNamesOutput{ActiveNames: append([]string{}, page...), NextPageToken: next}, err
}
