package lightsailtest

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// A resource is what operations are on and tags are put on: a bucket or an
// instance.
type resource struct {
	kind     types.ResourceType
	name     string
	location *types.ResourceLocation
	tags     *[]types.Tag

	// arn is nil for an instance, and bucket, too.
	arn    *string
	bucket *bucket
}

// resource returns the one of a name, unless it is a bucket that does not show.
// That an ARN beside the name must be the resource's own is a guess.
func (st *state) resource(name string, arn *string) (resource, error) {
	var r resource
	if b, err := st.visible(name); err == nil {
		r = b.resource()
	} else if i, ok := st.instances[name]; ok {
		r = st.instanceResource(i)
	} else {
		return r, notFound("resource", name)
	}
	if arn != nil && r.arn != nil && *arn != *r.arn {
		return r, invalidInput("resourceArn: it is not that of %s", name)
	}
	return r, nil
}

func (b *bucket) resource() resource {
	return resource{
		kind: types.ResourceTypeBucket, name: *b.Name, location: b.Location, tags: &b.Tags,
		arn: b.Arn, bucket: b,
	}
}

func (st *state) instanceResource(i *instance) resource {
	location := st.location()
	// Instances are in a zone. Which one the server's are in makes no difference.
	location.AvailabilityZone = aws.String(st.settings.region + "a")
	return resource{kind: types.ResourceTypeInstance, name: i.Name, location: &location, tags: &i.Tags}
}

// tagged returns tags with more put over them, key by key. Those without a value
// have an empty one from then on.
func tagged(tags, more []types.Tag) []types.Tag {
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
