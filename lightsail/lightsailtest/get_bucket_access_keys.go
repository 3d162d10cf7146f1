package lightsailtest

import (
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetBucketAccessKeys", (*state).getBucketAccessKeys) }

// getBucketAccessKeys does not set LastUsed, because the only published example of an
// output does not have it.
func (st *state) getBucketAccessKeys(_ time.Time, in *lightsail.GetBucketAccessKeysInput) (*lightsail.GetBucketAccessKeysOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := st.findBucket(*in.BucketName)
	if err != nil {
		return nil, err
	}
	out := &lightsail.GetBucketAccessKeysOutput{AccessKeys: []types.AccessKey{}}
	for _, key := range b.accessKeys {
		out.AccessKeys = append(out.AccessKeys, types.AccessKey{
			AccessKeyId: &key.id,
			CreatedAt:   &key.createdAt,
			Status:      types.StatusTypeActive,
		})
	}
	return out, nil
}
