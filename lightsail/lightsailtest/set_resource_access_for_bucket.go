package lightsailtest

import (
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("SetResourceAccessForBucket", (*state).setResourceAccessForBucket) }

// setResourceAccessForBucket makes two guesses: an instance can have access to several
// buckets, and denying access that an instance does not have is not an error.
func (st *state) setResourceAccessForBucket(now time.Time, in *lightsail.SetResourceAccessForBucketInput) (*lightsail.SetResourceAccessForBucketOutput, error) {
	var v violations
	v.check(slices.Contains(in.Access.Values(), in.Access), "access", "must be allow or deny")
	v.bucketName("bucketName", in.BucketName)
	v.required("resourceName", in.ResourceName)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := st.findBucket(*in.BucketName)
	if err != nil {
		return nil, err
	}
	i, ok := st.instances[*in.ResourceName]
	if !ok {
		return nil, notFound(types.ResourceTypeInstance, *in.ResourceName)
	}

	remaining := []types.ResourceReceivingAccess{}
	for _, r := range b.ResourcesReceivingAccess {
		if deref(r.Name) != i.Name {
			remaining = append(remaining, r)
		}
	}
	b.ResourcesReceivingAccess = remaining
	if in.Access == types.ResourceBucketAccessAllow {
		b.ResourcesReceivingAccess = append(remaining, types.ResourceReceivingAccess{
			Name:         aws.String(i.Name),
			ResourceType: aws.String(string(types.ResourceTypeInstance)),
		})
	}
	return &lightsail.SetResourceAccessForBucketOutput{
		// That there are two operation records is a guess.
		Operations: st.addRecords(now, types.OperationTypeSetResourceAccessForBucket, b.resource(), st.instanceResource(i)),
	}, nil
}
