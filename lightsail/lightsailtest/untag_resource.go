package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("UntagResource", (*state).untagResource) }

// That keys which the resource does not have are passed over is a guess.
func (st *state) untagResource(now time.Time, in *lightsail.UntagResourceInput) (*lightsail.UntagResourceOutput, error) {
	var p problems
	p.check(deref(in.ResourceName) != "", "resourceName", "it is required")
	p.check(in.TagKeys != nil, "tagKeys", "it is required")
	if err := p.err(); err != nil {
		return nil, err
	}
	r, err := st.resource(*in.ResourceName, in.ResourceArn)
	if err != nil {
		return nil, err
	}
	left := []types.Tag{}
	for _, tag := range *r.tags {
		if !slices.Contains(in.TagKeys, deref(tag.Key)) {
			left = append(left, tag)
		}
	}
	*r.tags = left
	// The type is a guess, as for TagResource.
	return &lightsail.UntagResourceOutput{Operations: st.record(now, "UntagResource", r)}, nil
}
