package lightsailtest

import (
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("CreateBucket", (*state).createBucket) }

func (st *state) createBucket(now time.Time, in *lightsail.CreateBucketInput) (*lightsail.CreateBucketOutput, error) {
	var v violations
	v.newBucketName("bucketName", in.BucketName)
	v.bucketBundle("bundleId", in.BundleId)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	name := *in.BucketName
	_, isBucket := st.buckets[name]
	_, isInstance := st.instances[name]
	if isBucket || isInstance {
		return nil, invalidInput("Some names are already in use: %s", name)
	}

	b := types.Bucket{Name: in.BucketName, BundleId: in.BundleId, Tags: mergeTags(nil, in.Tags)}
	if deref(in.EnableObjectVersioning) {
		b.ObjectVersioning = aws.String(versioningEnabled)
	}
	lag := st.options.lag
	if lag.Failed {
		// That the operation record still becomes Succeeded is a guess.
		b.State = &types.BucketState{Code: aws.String("Unknown"), Message: aws.String("The creation of the bucket timed out.")}
	}
	created := st.putBucket(now, b)
	created.hiddenPolls, created.pendingPolls = lag.Hidden, lag.Pending
	return &lightsail.CreateBucketOutput{
		Bucket:     created.output(false, false),
		Operations: st.addRecords(now, types.OperationTypeCreateBucket, created.resource()),
	}, nil
}

// output returns the bucket for the output of an API operation, with or without the
// fields that GetBuckets returns only on request.
func (b *bucket) output(includeCors, includeConnected bool) *types.Bucket {
	out := b.Bucket
	if !includeCors {
		out.Cors = nil
	}
	if !includeConnected {
		out.ResourcesReceivingAccess = nil
	}
	if b.hiddenPolls > 0 || b.pendingPolls > 0 {
		out.State = nil
	}
	return &out
}
