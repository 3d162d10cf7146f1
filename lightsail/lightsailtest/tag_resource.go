package lightsailtest

import (
	"time"

	"github.com/lightsail-go/sdk/lightsail"
)

func init() { register("TagResource", (*state).tagResource) }

func (st *state) tagResource(now time.Time, in *lightsail.TagResourceInput) (*lightsail.TagResourceOutput, error) {
	var p problems
	p.check(deref(in.ResourceName) != "", "resourceName", "it is required")
	p.check(in.Tags != nil, "tags", "it is required")
	p.tags(in.Tags)
	if err := p.err(); err != nil {
		return nil, err
	}
	r, err := st.resource(*in.ResourceName, in.ResourceArn)
	if err != nil {
		return nil, err
	}
	all := tagged(*r.tags, in.Tags)
	if len(all) > maxTags {
		return nil, invalidInput("tags: %s would have more than %d", r.name, maxTags)
	}
	*r.tags = all
	// The enum of operation types has none for this. That it is the name of the
	// operation, as with the others, is a guess.
	return &lightsail.TagResourceOutput{Operations: st.record(now, "TagResource", r)}, nil
}
