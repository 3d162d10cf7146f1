package lightsailtest

import (
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("SetResourceAccessForBucket", (*state).setResourceAccessForBucket) }

// That an instance can have access to several buckets, and that to deny what it
// does not have is no error, are guesses.
func (st *state) setResourceAccessForBucket(now time.Time, in *lightsail.SetResourceAccessForBucketInput) (*lightsail.SetResourceAccessForBucketOutput, error) {
	var p problems
	p.check(slices.Contains(in.Access.Values(), in.Access), "access", "it must be allow or deny")
	p.bucketName("bucketName", in.BucketName)
	p.check(deref(in.ResourceName) != "", "resourceName", "it is required")
	if err := p.err(); err != nil {
		return nil, err
	}
	b, err := st.visible(*in.BucketName)
	if err != nil {
		return nil, err
	}
	i, ok := st.instances[*in.ResourceName]
	if !ok {
		return nil, notFound(types.ResourceTypeInstance, *in.ResourceName)
	}

	others := []types.ResourceReceivingAccess{}
	for _, r := range b.ResourcesReceivingAccess {
		if deref(r.Name) != i.Name {
			others = append(others, r)
		}
	}
	b.ResourcesReceivingAccess = others
	if in.Access == types.ResourceBucketAccessAllow {
		b.ResourcesReceivingAccess = append(others, types.ResourceReceivingAccess{
			Name:         aws.String(i.Name),
			ResourceType: aws.String(string(types.ResourceTypeInstance)),
		})
	}
	return &lightsail.SetResourceAccessForBucketOutput{
		// That there are two records is a guess.
		Operations: st.record(now, types.OperationTypeSetResourceAccessForBucket, b.resource(), st.instanceResource(i)),
	}, nil
}
