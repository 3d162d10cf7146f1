package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("UpdateBucketBundle", (*state).updateBucketBundle) }

func (st *state) updateBucketBundle(now time.Time, in *lightsail.UpdateBucketBundleInput) (*lightsail.UpdateBucketBundleOutput, error) {
	var p problems
	p.bucketName("bucketName", in.BucketName)
	p.bucketBundle("bundleId", in.BundleId)
	if err := p.err(); err != nil {
		return nil, err
	}
	b, err := st.visible(*in.BucketName)
	if err != nil {
		return nil, err
	}
	if !*b.AbleToUpdateBundle {
		// By which error the service tells that is a guess.
		return nil, invalidInput("The bundle of %s was changed in this billing cycle already.", *b.Name)
	}
	// That the plan that it has counts as another one, and that the cycle is the
	// month of the calendar, are guesses.
	b.BundleId = in.BundleId
	b.AbleToUpdateBundle = aws.Bool(false)
	year, month, _ := now.UTC().Date()
	st.spent[b] = time.Date(year, month+1, 1, 0, 0, 0, 0, time.UTC)
	return &lightsail.UpdateBucketBundleOutput{
		Operations: st.record(now, types.OperationTypeUpdateBucketBundle, b.resource()),
	}, nil
}
