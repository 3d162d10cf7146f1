package lightsailtest

import (
	"time"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetBucketAccessKeys", (*state).getBucketAccessKeys) }

// The members are those of the one answer that is published, in which there is no
// LastUsed.
func (st *state) getBucketAccessKeys(_ time.Time, in *lightsail.GetBucketAccessKeysInput) (*lightsail.GetBucketAccessKeysOutput, error) {
	var p problems
	p.bucketName("bucketName", in.BucketName)
	if err := p.err(); err != nil {
		return nil, err
	}
	b, err := st.visible(*in.BucketName)
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
