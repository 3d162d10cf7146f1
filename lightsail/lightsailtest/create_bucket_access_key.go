package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("CreateBucketAccessKey", (*state).createBucketAccessKey) }

// maxAccessKeys is the maximum number of access keys of a bucket.
const maxAccessKeys = 2

func (st *state) createBucketAccessKey(now time.Time, in *lightsail.CreateBucketAccessKeyInput) (*lightsail.CreateBucketAccessKeyOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := st.findBucket(*in.BucketName)
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
	key := accessKey{id: id, createdAt: now.UTC().Truncate(time.Millisecond)}
	b.accessKeys = append(b.accessKeys, key)
	return &lightsail.CreateBucketAccessKeyOutput{
		AccessKey: &types.AccessKey{
			AccessKeyId:     &key.id,
			CreatedAt:       &key.createdAt,
			SecretAccessKey: aws.String(secret),
			Status:          types.StatusTypeActive,
		},
		Operations: st.addRecords(now, types.OperationTypeCreateBucketAccessKey, b.resource()),
	}, nil
}

// randomString returns n random characters of alphabet. It requires that st.mu is
// locked.
func (st *state) randomString(n int, alphabet string) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = alphabet[st.random.IntN(len(alphabet))]
	}
	return string(text)
}
