package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("DeleteBucketAccessKey", (*state).deleteBucketAccessKey) }

func (st *state) deleteBucketAccessKey(now time.Time, in *lightsail.DeleteBucketAccessKeyInput) (*lightsail.DeleteBucketAccessKeyOutput, error) {
	var p problems
	p.check(deref(in.AccessKeyId) != "", "accessKeyId", "it is required")
	p.bucketName("bucketName", in.BucketName)
	if err := p.err(); err != nil {
		return nil, err
	}
	b, err := st.visible(*in.BucketName)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(b.accessKeys, func(key accessKey) bool { return key.id == *in.AccessKeyId })
	if i < 0 {
		// By which error the service tells that is a guess.
		return nil, notFound("AccessKey", *in.AccessKeyId)
	}
	b.accessKeys = slices.Delete(slices.Clone(b.accessKeys), i, i+1)
	return &lightsail.DeleteBucketAccessKeyOutput{
		Operations: st.record(now, types.OperationTypeDeleteBucketAccessKey, b.resource()),
	}, nil
}
