package lightsailtest

import (
	"time"

	"github.com/lightsail-go/sdk/lightsail"
)

func init() { register("TagResource", (*state).tagResource) }

func (st *state) tagResource(now time.Time, in *lightsail.TagResourceInput) (*lightsail.TagResourceOutput, error) {
	var v violations
	v.required("resourceName", in.ResourceName)
	v.check(in.Tags != nil, "tags", "must be set")
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	r, err := st.findResource(*in.ResourceName, in.ResourceArn)
	if err != nil {
		return nil, err
	}
	all := mergeTags(*r.tags, in.Tags)
	if len(all) > maxTags {
		return nil, invalidInput("tags: %s must have at most %d tags", r.name, maxTags)
	}
	*r.tags = all
	// The model has no operation type for TagResource. Its name is a guess.
	return &lightsail.TagResourceOutput{Operations: st.addRecords(now, "TagResource", r)}, nil
}
