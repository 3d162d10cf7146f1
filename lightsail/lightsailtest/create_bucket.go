package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("CreateBucket", (*state).createBucket) }

func (st *state) createBucket(now time.Time, in *lightsail.CreateBucketInput) (*lightsail.CreateBucketOutput, error) {
	var p problems
	p.newBucketName("bucketName", in.BucketName)
	p.bucketBundle("bundleId", in.BundleId)
	p.tags(in.Tags)
	if err := p.err(); err != nil {
		return nil, err
	}
	name := *in.BucketName
	_, isBucket := st.buckets[name]
	_, isInstance := st.instances[name]
	if isBucket || isInstance {
		return nil, invalidInput("Some names are already in use: %s", name)
	}

	b := types.Bucket{Name: in.BucketName, BundleId: in.BundleId, Tags: tagged(nil, in.Tags)}
	if deref(in.EnableObjectVersioning) {
		b.ObjectVersioning = aws.String(versioningEnabled)
	}
	lag := st.settings.lag
	if lag.Failed {
		// That the record of the creation ends well all the same is a guess.
		b.State = &types.BucketState{Code: aws.String("Unknown"), Message: aws.String("The creation of the bucket timed out.")}
	}
	made := st.putBucket(now, b)
	made.hidden, made.pending = lag.Hidden, lag.Pending
	return &lightsail.CreateBucketOutput{
		Bucket:     made.answer(false, false),
		Operations: st.record(now, types.OperationTypeCreateBucket, made.resource()),
	}, nil
}

// answer returns the bucket as an answer holds it.
func (b *bucket) answer(cors, connected bool) *types.Bucket {
	answer := b.Bucket
	if !cors {
		answer.Cors = nil
	}
	if !connected {
		answer.ResourcesReceivingAccess = nil
	}
	if b.hidden > 0 || b.pending > 0 {
		answer.State = nil
	}
	return &answer
}
