package lightsailtest

import (
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	registerGlobal("GetDistributionBundles", types.ResourceTypeDistribution, (*state).getDistributionBundles)
	registerGlobal("UpdateDistributionBundle", types.ResourceTypeDistribution, (*state).updateDistributionBundle)
}

// distributionBundles holds the bundles of distributions. IDs, prices, and transfers are
// published. The names are guesses.
var distributionBundles = []types.DistributionBundle{
	distributionBundle("small_1_0", "Small", 2.5, 50),
	distributionBundle("medium_1_0", "Medium", 10, 200),
	distributionBundle("large_1_0", "Large", 35, 500),
}

func distributionBundle(id, name string, price float32, transferInGb int32) types.DistributionBundle {
	return types.DistributionBundle{
		BundleId: &id, IsActive: aws.Bool(true), Name: &name, Price: &price, TransferPerMonthInGb: &transferInGb,
	}
}

func (v *violations) distributionBundle(member string, id *string) {
	known := slices.ContainsFunc(distributionBundles, func(b types.DistributionBundle) bool { return *b.BundleId == deref(id) })
	v.check(known, member, "no bundle of distributions has this ID")
}

func (st *state) getDistributionBundles(*lightsail.GetDistributionBundlesInput) (*lightsail.GetDistributionBundlesOutput, error) {
	return &lightsail.GetDistributionBundlesOutput{Bundles: distributionBundles}, nil
}

// updateDistributionBundle makes the guesses of updateBucketBundle: the error, that setting
// the current bundle again counts as a change, and that a billing cycle is a calendar month
// in UTC. That the new bundle must have the rule groups of the firewall is a guess, too.
func (st *state) updateDistributionBundle(in *lightsail.UpdateDistributionBundleInput) (*lightsail.UpdateDistributionBundleOutput, error) {
	d, err := st.findDistribution(in.DistributionName)
	if err != nil {
		return nil, err
	}
	var v violations
	v.distributionBundle("bundleId", in.BundleId)
	v.firewall(d.Waf, nil, nil, deref(in.BundleId))
	if err := v.err(); err != nil {
		return nil, err
	}
	if !st.canChangeBundle(d) {
		return nil, invalidInput("The bundle of %s has already been changed in this billing cycle.", d.name)
	}
	d.BundleId, d.AbleToUpdateBundle = in.BundleId, aws.Bool(false)
	year, month, _ := st.now.Date()
	d.nextBundleChange = time.Date(year, month+1, 1, 0, 0, 0, 0, time.UTC)
	st.enter(d, distributionInProgress, distributionDeployed)
	return &lightsail.UpdateDistributionBundleOutput{Operation: &st.record(types.OperationTypeUpdateDistributionBundle, d)[0]}, nil
}

// canChangeBundle reports whether the bundle of a distribution can be changed, as
// AbleToUpdateBundle says until the next billing cycle.
func (st *state) canChangeBundle(d *distribution) bool {
	return deref(d.AbleToUpdateBundle) || !d.nextBundleChange.IsZero() && !st.now.Before(d.nextBundleChange)
}
