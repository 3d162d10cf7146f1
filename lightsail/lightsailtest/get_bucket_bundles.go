package lightsailtest

import (
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("GetBucketBundles", (*state).getBucketBundles) }

// getBucketBundles ignores IncludeInactive: no inactive bucket bundle is known.
func (st *state) getBucketBundles(time.Time, *lightsail.GetBucketBundlesInput) (*lightsail.GetBucketBundlesOutput, error) {
	out := new(lightsail.GetBucketBundlesOutput)
	for _, b := range bucketBundles {
		out.Bundles = append(out.Bundles, types.BucketBundle{
			BundleId:             aws.String(b.id),
			IsActive:             aws.Bool(true),
			Name:                 aws.String(fmt.Sprintf("Object Storage %dGB", b.storage)),
			Price:                aws.Float32(b.price),
			StoragePerMonthInGb:  aws.Int32(b.storage),
			TransferPerMonthInGb: aws.Int32(b.transfer),
		})
	}
	return out, nil
}
