package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("UntagResource", (*state).untagResource) }

// untagResource ignores keys that the resource does not have, which is a guess.
func (st *state) untagResource(now time.Time, in *lightsail.UntagResourceInput) (*lightsail.UntagResourceOutput, error) {
	var v violations
	v.required("resourceName", in.ResourceName)
	v.check(in.TagKeys != nil, "tagKeys", "must be set")
	if err := v.err(); err != nil {
		return nil, err
	}
	r, err := st.findResource(*in.ResourceName, in.ResourceArn)
	if err != nil {
		return nil, err
	}
	remaining := []types.Tag{}
	for _, tag := range *r.tags {
		if !slices.Contains(in.TagKeys, deref(tag.Key)) {
			remaining = append(remaining, tag)
		}
	}
	*r.tags = remaining
	// The operation type is a guess, as in tagResource.
	return &lightsail.UntagResourceOutput{Operations: st.addRecords(now, "UntagResource", r)}, nil
}
