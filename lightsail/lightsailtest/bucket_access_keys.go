package lightsailtest

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateBucketAccessKey", (*state).createBucketAccessKey)
	register("DeleteBucketAccessKey", (*state).deleteBucketAccessKey)
	register("GetBucketAccessKeys", (*state).getBucketAccessKeys)
}

// maxAccessKeys is the maximum number of access keys of a bucket.
const maxAccessKeys = 2

func (st *state) createBucketAccessKey(in *lightsail.CreateBucketAccessKeyInput) (*lightsail.CreateBucketAccessKeyOutput, error) {
	b, err := st.findBucket(in.BucketName)
	if err != nil {
		return nil, err
	}
	if len(b.accessKeys) >= maxAccessKeys {
		return nil, invalidInput("You have reached the limit of access keys for %s", *b.Name)
	}

	// Both have the length and the characters of real ones. The suffix shows that they
	// are examples.
	id := "AKIA" + st.randomString(9, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") + "EXAMPLE"
	secret := st.randomString(30, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") + "EXAMPLEKEY"
	key := types.AccessKey{
		AccessKeyId: &id,
		CreatedAt:   aws.Time(st.now),
		// No access key of this server is ever used.
		LastUsed: &types.AccessKeyLastUsed{Region: aws.String("N/A"), ServiceName: aws.String("N/A")},
		Status:   types.StatusTypeActive,
	}
	b.accessKeys = append(slices.Clone(b.accessKeys), key)
	key.LastUsed, key.SecretAccessKey = nil, &secret
	return &lightsail.CreateBucketAccessKeyOutput{
		AccessKey:  &key,
		Operations: st.record(types.OperationTypeCreateBucketAccessKey, b),
	}, nil
}

func (st *state) getBucketAccessKeys(in *lightsail.GetBucketAccessKeysInput) (*lightsail.GetBucketAccessKeysOutput, error) {
	b, err := st.findBucket(in.BucketName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetBucketAccessKeysOutput{AccessKeys: append([]types.AccessKey{}, b.accessKeys...)}, nil
}

func (st *state) deleteBucketAccessKey(in *lightsail.DeleteBucketAccessKeyInput) (*lightsail.DeleteBucketAccessKeyOutput, error) {
	b, err := st.findBucket(in.BucketName)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(b.accessKeys, func(key types.AccessKey) bool { return *key.AccessKeyId == *in.AccessKeyId })
	if i < 0 {
		// That the service returns this error is a guess.
		return nil, notFound("AccessKey", *in.AccessKeyId)
	}
	b.accessKeys = slices.Delete(slices.Clone(b.accessKeys), i, i+1)
	return &lightsail.DeleteBucketAccessKeyOutput{
		Operations: st.record(types.OperationTypeDeleteBucketAccessKey, b),
	}, nil
}

// findBucket is find for a name that is not checked yet.
func (st *state) findBucket(name *string) (*bucket, error) {
	var v violations
	if v.bucketName("bucketName", name); v.err() != nil {
		return nil, v.err()
	}
	return find[*bucket](st, name)
}
