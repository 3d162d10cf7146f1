package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("CreateBucketAccessKey", (*state).createBucketAccessKey) }

// maxAccessKeys is how many keys a bucket can have.
const maxAccessKeys = 2

func (st *state) createBucketAccessKey(now time.Time, in *lightsail.CreateBucketAccessKeyInput) (*lightsail.CreateBucketAccessKeyOutput, error) {
	var p problems
	p.bucketName("bucketName", in.BucketName)
	if err := p.err(); err != nil {
		return nil, err
	}
	b, err := st.visible(*in.BucketName)
	if err != nil {
		return nil, err
	}
	if len(b.accessKeys) >= maxAccessKeys {
		return nil, invalidInput("You have reached the limit of access keys for %s", *b.Name)
	}

	// Both have the length and the letters of real ones, and an end by which one
	// sees that they are none.
	id := "AKIA" + st.letters(9, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") + "EXAMPLE"
	secret := st.letters(30, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/") + "EXAMPLEKEY"
	key := accessKey{id: id, createdAt: now.UTC().Truncate(time.Millisecond)}
	b.accessKeys = append(b.accessKeys, key)
	return &lightsail.CreateBucketAccessKeyOutput{
		AccessKey: &types.AccessKey{
			AccessKeyId:     &key.id,
			CreatedAt:       &key.createdAt,
			SecretAccessKey: aws.String(secret),
			Status:          types.StatusTypeActive,
		},
		Operations: st.record(now, types.OperationTypeCreateBucketAccessKey, b.resource()),
	}, nil
}

// letters returns n letters of an alphabet. It is called with the lock.
func (st *state) letters(n int, alphabet string) string {
	text := make([]byte, n)
	for i := range text {
		text[i] = alphabet[st.random.IntN(len(alphabet))]
	}
	return string(text)
}
