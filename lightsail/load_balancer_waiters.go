package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetLoadBalancerAPIClient is the part of [Client] that the load balancer waiters
// call.
type GetLoadBalancerAPIClient interface {
	// GetLoadBalancer is [Client.GetLoadBalancer].
	GetLoadBalancer(context.Context, *GetLoadBalancerInput, ...func(*Options)) (*GetLoadBalancerOutput, error)
}

// LoadBalancerActiveWaiter waits until a load balancer can be used.
//
// It calls GetLoadBalancer. LoadBalancerName is required. The wait succeeds when
// the state is "active". If it is "failed", the wait fails with a
// *[ResourceStateError]. Every other state is pending, also "active_impaired". A
// load balancer that is not found is pending. The default delays are 5 to 30
// seconds.
type LoadBalancerActiveWaiter struct {
	waiter waiter[*GetLoadBalancerInput, *GetLoadBalancerOutput]
}

// LoadBalancerActiveWaiterOptions are the options of a
// [LoadBalancerActiveWaiter].
type LoadBalancerActiveWaiterOptions = WaiterOptions[*GetLoadBalancerInput, *GetLoadBalancerOutput]

var loadBalancerActive = waiterSpec{
	name:      "LoadBalancerActive",
	operation: &getLoadBalancer,
	resource:  types.ResourceTypeLoadBalancer,
	success:   []string{string(types.LoadBalancerStateActive)},
	failure:   []string{string(types.LoadBalancerStateFailed)},
	minDelay:  5 * time.Second,
	maxDelay:  30 * time.Second,
}

// NewLoadBalancerActiveWaiter returns a LoadBalancerActiveWaiter that calls
// client.
func NewLoadBalancerActiveWaiter(client GetLoadBalancerAPIClient, optFns ...func(*LoadBalancerActiveWaiterOptions)) *LoadBalancerActiveWaiter {
	return &LoadBalancerActiveWaiter{newWaiter(loadBalancerActive, client.GetLoadBalancer, observeLoadBalancer, optFns)}
}

// Wait waits until the load balancer that params name is active, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *LoadBalancerActiveWaiter) Wait(ctx context.Context, params *GetLoadBalancerInput, maxWait time.Duration, optFns ...func(*LoadBalancerActiveWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [LoadBalancerActiveWaiter.Wait], and returns the output of the
// last poll.
func (w *LoadBalancerActiveWaiter) WaitForOutput(ctx context.Context, params *GetLoadBalancerInput, maxWait time.Duration, optFns ...func(*LoadBalancerActiveWaiterOptions)) (*GetLoadBalancerOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeLoadBalancer(_ *GetLoadBalancerInput, out *GetLoadBalancerOutput) observation {
	if out.LoadBalancer == nil {
		return observation{found: true}
	}
	return observation{found: true, name: aws.ToString(out.LoadBalancer.Name), state: string(out.LoadBalancer.State)}
}
