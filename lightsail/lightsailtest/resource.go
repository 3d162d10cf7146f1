package lightsailtest

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// A resource is a bucket or an instance: something that operation records refer to and
// that can have tags.
type resource struct {
	resourceType types.ResourceType
	name         string
	location     *types.ResourceLocation
	tags         *[]types.Tag

	// arn and bucket are nil for an instance.
	arn    *string
	bucket *bucket
}

// findResource returns the resource with the given name, except for a bucket that is hidden
// or being deleted. That the service compares arn with the ARN of the resource is a
// guess.
func (st *state) findResource(name string, arn *string) (resource, error) {
	var r resource
	if b, err := st.findBucket(name); err == nil {
		r = b.resource()
	} else if i, ok := st.instances[name]; ok {
		r = st.instanceResource(i)
	} else {
		return r, notFound("resource", name)
	}
	if arn != nil && r.arn != nil && *arn != *r.arn {
		return r, invalidInput("resourceArn: must be the ARN of %s", name)
	}
	return r, nil
}

func (b *bucket) resource() resource {
	return resource{
		resourceType: types.ResourceTypeBucket, name: *b.Name, location: b.Location, tags: &b.Tags,
		arn: b.Arn, bucket: b,
	}
}

func (st *state) instanceResource(i *instance) resource {
	location := st.location()
	location.AvailabilityZone = aws.String(st.options.region + "a")
	return resource{resourceType: types.ResourceTypeInstance, name: i.Name, location: &location, tags: &i.Tags}
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
