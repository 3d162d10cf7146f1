package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("UpdateBucketBundle", (*state).updateBucketBundle) }

func (st *state) updateBucketBundle(now time.Time, in *lightsail.UpdateBucketBundleInput) (*lightsail.UpdateBucketBundleOutput, error) {
	var v violations
	v.bucketName("bucketName", in.BucketName)
	v.bucketBundle("bundleId", in.BundleId)
	if err := v.err(); err != nil {
		return nil, err
	}
	b, err := st.findBucket(*in.BucketName)
	if err != nil {
		return nil, err
	}
	if !*b.AbleToUpdateBundle {
		// That the service returns this error is a guess.
		return nil, invalidInput("The bundle of %s has already been changed in this billing cycle.", *b.Name)
	}
	// Two guesses: setting the current bundle again counts as a change, and a billing
	// cycle is a calendar month in UTC.
	b.BundleId = in.BundleId
	b.AbleToUpdateBundle = aws.Bool(false)
	year, month, _ := now.UTC().Date()
	st.nextBundleChange[b] = time.Date(year, month+1, 1, 0, 0, 0, 0, time.UTC)
	return &lightsail.UpdateBucketBundleOutput{
		Operations: st.addRecords(now, types.OperationTypeUpdateBucketBundle, b.resource()),
	}, nil
}
