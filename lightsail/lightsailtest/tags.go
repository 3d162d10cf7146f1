package lightsailtest

import (
	"reflect"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("TagResource", (*state).tagResource)
	register("UntagResource", (*state).untagResource)
}

func (st *state) tagResource(in *lightsail.TagResourceInput) (*lightsail.TagResourceOutput, error) {
	var v violations
	if v.tags(in.Tags); v.err() != nil {
		return nil, v.err()
	}
	r, tags, err := st.findTags(in.ResourceName, in.ResourceArn)
	if err != nil {
		return nil, err
	}
	all := mergeTags(*tags, in.Tags)
	if len(all) > maxTags {
		return nil, invalidInput("tags: %s must have at most %d tags", *in.ResourceName, maxTags)
	}
	*tags = all
	// The model has no operation type for TagResource. Its name is a guess.
	return &lightsail.TagResourceOutput{Operations: st.record("TagResource", r)}, nil
}

// untagResource ignores keys that the resource does not have, which is a guess.
func (st *state) untagResource(in *lightsail.UntagResourceInput) (*lightsail.UntagResourceOutput, error) {
	r, tags, err := st.findTags(in.ResourceName, in.ResourceArn)
	if err != nil {
		return nil, err
	}
	remaining := []types.Tag{}
	for _, tag := range *tags {
		if !slices.Contains(in.TagKeys, deref(tag.Key)) {
			remaining = append(remaining, tag)
		}
	}
	*tags = remaining
	// The operation type is a guess, as in tagResource.
	return &lightsail.UntagResourceOutput{Operations: st.record("UntagResource", r)}, nil
}

// findTags returns the resource with the given name and its tags. Two things are guesses:
// that the service compares arn with the ARN of the resource, and the error for a
// resource that cannot have tags.
func (st *state) findTags(name, arn *string) (resource, *[]types.Tag, error) {
	r, ok := st.resources[*name]
	if !ok || r.base().hidden > 0 || r.base().deleted > 0 {
		return nil, nil, notFound("resource", *name)
	}
	v := reflect.ValueOf(r.value()).Elem()
	if got := v.FieldByName("Arn"); arn != nil && got.IsValid() && got.Elem().String() != *arn {
		return nil, nil, invalidInput("resourceArn: must be the ARN of %s", *name)
	}
	field := v.FieldByName("Tags")
	if !field.IsValid() {
		return nil, nil, invalidInput("resourceName: a %s cannot have tags", r.kind())
	}
	return r, field.Addr().Interface().(*[]types.Tag), nil
}

// mergeTags returns tags with more added. A tag in more replaces the tag with the same
// key. A value that is nil becomes empty.
func mergeTags(tags, more []types.Tag) []types.Tag {
	all := append([]types.Tag{}, tags...)
	for _, tag := range more {
		tag = types.Tag{Key: tag.Key, Value: aws.String(deref(tag.Value))}
		if i := slices.IndexFunc(all, func(t types.Tag) bool { return deref(t.Key) == *tag.Key }); i >= 0 {
			all[i] = tag
		} else {
			all = append(all, tag)
		}
	}
	return all
}
