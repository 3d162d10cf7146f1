package lightsailtest

import (
	"slices"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("DeleteBucketAccessKey", (*state).deleteBucketAccessKey) }

func (st *state) deleteBucketAccessKey(now time.Time, in *lightsail.DeleteBucketAccessKeyInput) (*lightsail.DeleteBucketAccessKeyOutput, error) {
	var v violations
	v.required("accessKeyId", in.AccessKeyId)
	v.bucketName("bucketName", in.BucketName)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := st.findBucket(*in.BucketName)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(b.accessKeys, func(key accessKey) bool { return key.id == *in.AccessKeyId })
	if i < 0 {
		// That the service returns this error is a guess.
		return nil, notFound("AccessKey", *in.AccessKeyId)
	}
	b.accessKeys = slices.Delete(slices.Clone(b.accessKeys), i, i+1)
	return &lightsail.DeleteBucketAccessKeyOutput{
		Operations: st.addRecords(now, types.OperationTypeDeleteBucketAccessKey, b.resource()),
	}, nil
}
