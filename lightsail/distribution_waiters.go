package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// DistributionEnabledWaiter waits until a distribution is enabled and all its
// servers have applied the last change.
//
// It calls GetDistributions, which works in us-east-1 only. DistributionName is
// required. The wait succeeds when IsEnabled is true and Status is not
// "InProgress". No state is a failure. A distribution that is in progress or not
// enabled is pending. A distribution that is not found is pending. The default
// delays are 15 seconds to 1 minute.
type DistributionEnabledWaiter struct {
	waiter waiter[*GetDistributionsInput, *GetDistributionsOutput]
}

// DistributionEnabledWaiterOptions are the options of a
// [DistributionEnabledWaiter].
type DistributionEnabledWaiterOptions = WaiterOptions[*GetDistributionsInput, *GetDistributionsOutput]

var distributionEnabled = waiterSpec{
	name:      "DistributionEnabled",
	operation: &getDistributions,
	resource:  types.ResourceTypeDistribution,
	requires:  "DistributionName",
	success:   []string{"enabled"},
	minDelay:  15 * time.Second,
	maxDelay:  time.Minute,
}

// NewDistributionEnabledWaiter returns a DistributionEnabledWaiter that calls
// client.
func NewDistributionEnabledWaiter(client GetDistributionsAPIClient, optFns ...func(*DistributionEnabledWaiterOptions)) *DistributionEnabledWaiter {
	call := func(ctx context.Context, in *GetDistributionsInput, optFns ...func(*Options)) (*GetDistributionsOutput, error) {
		p := NewGetDistributionsPaginator(client, in)
		return searchPages(ctx, p.paginator, optFns, func(out *GetDistributionsOutput) bool { return len(out.Distributions) > 0 })
	}
	return &DistributionEnabledWaiter{newWaiter(distributionEnabled, call, observeDistribution, optFns)}
}

// Wait waits until the distribution that params name is enabled, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *DistributionEnabledWaiter) Wait(ctx context.Context, params *GetDistributionsInput, maxWait time.Duration, optFns ...func(*DistributionEnabledWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [DistributionEnabledWaiter.Wait], and returns the output of
// the last poll.
func (w *DistributionEnabledWaiter) WaitForOutput(ctx context.Context, params *GetDistributionsInput, maxWait time.Duration, optFns ...func(*DistributionEnabledWaiterOptions)) (*GetDistributionsOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// observeDistribution makes one state of Status and IsEnabled. A distribution without a
// Status has none.
func observeDistribution(_ *GetDistributionsInput, out *GetDistributionsOutput) observation {
	if len(out.Distributions) == 0 {
		return observation{}
	}
	distribution := &out.Distributions[0]
	seen := observation{found: true, name: aws.ToString(distribution.Name), state: aws.ToString(distribution.Status)}
	switch {
	case seen.state == "" || seen.state == "InProgress":
	case aws.ToBool(distribution.IsEnabled):
		seen.state = "enabled"
	default:
		seen.state = "disabled"
	}
	return seen
}
