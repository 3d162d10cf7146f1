package lightsailtest

import (
	"strings"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("DeleteBucket", (*state).deleteBucket) }

func (st *state) deleteBucket(now time.Time, in *lightsail.DeleteBucketInput) (*lightsail.DeleteBucketOutput, error) {
	var p problems
	p.bucketName("bucketName", in.BucketName)
	if err := p.err(); err != nil {
		return nil, err
	}
	b, err := st.visible(*in.BucketName)
	if err != nil {
		return nil, err
	}
	if uses := b.uses(); len(uses) > 0 && !deref(in.ForceDelete) {
		// By which error the service tells that is a guess.
		return nil, invalidInput("The bucket %s has %s. Set forceDelete to delete it.", *b.Name, strings.Join(uses, ", "))
	}
	if b.leaving = st.settings.lag.Deleted; b.leaving <= 0 {
		delete(st.buckets, *b.Name)
	}
	return &lightsail.DeleteBucketOutput{
		Operations: st.record(now, types.OperationTypeDeleteBucket, b.resource()),
	}, nil
}

// uses are what keeps a bucket from being deleted but by force. One more, that it
// is the origin of a distribution, does not come about here.
func (b *bucket) uses() (uses []string) {
	if b.filled {
		uses = append(uses, "objects")
	}
	if len(b.accessKeys) > 0 {
		uses = append(uses, "access keys")
	}
	if len(b.ResourcesReceivingAccess) > 0 {
		uses = append(uses, "attached instances")
	}
	return uses
}
