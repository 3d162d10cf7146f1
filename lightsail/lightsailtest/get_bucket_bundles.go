package lightsailtest

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetBucketBundles", (*state).getBucketBundles) }

// No plan of buckets is known to have been retired, so that there is none for
// IncludeInactive to include.
func (st *state) getBucketBundles(time.Time, *lightsail.GetBucketBundlesInput) (*lightsail.GetBucketBundlesOutput, error) {
	out := new(lightsail.GetBucketBundlesOutput)
	for _, plan := range bucketPlans {
		out.Bundles = append(out.Bundles, types.BucketBundle{
			BundleId:             aws.String(plan.id),
			IsActive:             aws.Bool(true),
			Name:                 aws.String(fmt.Sprintf("Object Storage %dGB", plan.storage)),
			Price:                aws.Float32(plan.price),
			StoragePerMonthInGb:  aws.Int32(plan.storage),
			TransferPerMonthInGb: aws.Int32(plan.transfer),
		})
	}
	return out, nil
}
