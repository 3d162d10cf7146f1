package lightsailtest

import (
	"strings"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("DeleteBucket", (*state).deleteBucket) }

func (st *state) deleteBucket(now time.Time, in *lightsail.DeleteBucketInput) (*lightsail.DeleteBucketOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := st.findBucket(*in.BucketName)
	if err != nil {
		return nil, err
	}
	if blockers := b.deleteBlockers(); len(blockers) > 0 && !deref(in.ForceDelete) {
		// That the service returns this error is a guess.
		return nil, invalidInput("The bucket %s has %s. Set forceDelete to delete it.", *b.Name, strings.Join(blockers, ", "))
	}
	if b.deletedPolls = st.options.lag.Deleted; b.deletedPolls <= 0 {
		delete(st.buckets, *b.Name)
	}
	return &lightsail.DeleteBucketOutput{
		Operations: st.addRecords(now, types.OperationTypeDeleteBucket, b.resource()),
	}, nil
}

// deleteBlockers returns the reasons why the bucket can be deleted only with
// ForceDelete. The service has one more, which this server does not implement: the
// bucket is the origin of a distribution.
func (b *bucket) deleteBlockers() (blockers []string) {
	if b.hasObjects {
		blockers = append(blockers, "objects")
	}
	if len(b.accessKeys) > 0 {
		blockers = append(blockers, "access keys")
	}
	if len(b.ResourcesReceivingAccess) > 0 {
		blockers = append(blockers, "attached instances")
	}
	return blockers
}
