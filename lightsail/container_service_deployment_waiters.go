package lightsail

import (
	"context"
	"fmt"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetContainerServiceDeploymentsAPIClient is the part of [Client] that the
// container service deployment waiters call.
type GetContainerServiceDeploymentsAPIClient interface {
	// GetContainerServiceDeployments is [Client.GetContainerServiceDeployments].
	GetContainerServiceDeployments(context.Context, *GetContainerServiceDeploymentsInput, ...func(*Options)) (*GetContainerServiceDeploymentsOutput, error)
}

// ContainerServiceDeploymentActiveWaiter waits until one deployment of a
// container service is active.
//
// It calls GetContainerServiceDeployments. ServiceName is required. The wait
// succeeds when the state of the deployment is "ACTIVE". If it is "FAILED" or
// "INACTIVE", the wait fails with a *[ResourceStateError]. The service has no
// reason for these states; [Client.GetContainerLog] returns the output of the
// containers, which usually has it. Every other state is pending. A deployment
// that is not in the list is pending. If the service does not exist, the wait
// fails with the service's error. The default delays are 5 to 30 seconds.
type ContainerServiceDeploymentActiveWaiter struct {
	waiter waiter[*GetContainerServiceDeploymentsInput, *GetContainerServiceDeploymentsOutput]
}

// ContainerServiceDeploymentActiveWaiterOptions are the options of a
// [ContainerServiceDeploymentActiveWaiter].
type ContainerServiceDeploymentActiveWaiterOptions = WaiterOptions[*GetContainerServiceDeploymentsInput, *GetContainerServiceDeploymentsOutput]

var containerServiceDeploymentActive = waiterSpec{
	name:      "ContainerServiceDeploymentActive",
	operation: &getContainerServiceDeployments,
	resource:  "ContainerServiceDeployment",
	success:   []string{string(types.ContainerServiceDeploymentStateActive)},
	failure:   []string{string(types.ContainerServiceDeploymentStateFailed), string(types.ContainerServiceDeploymentStateInactive)},
	notFound:  failed,
	minDelay:  5 * time.Second,
	maxDelay:  30 * time.Second,
}

// NewContainerServiceDeploymentActiveWaiter returns a
// ContainerServiceDeploymentActiveWaiter that calls client until the deployment
// with the given version is active. The output of
// [Client.CreateContainerServiceDeployment] has the version of the new
// deployment, as that of the NextDeployment of its service.
func NewContainerServiceDeploymentActiveWaiter(client GetContainerServiceDeploymentsAPIClient, version int32, optFns ...func(*ContainerServiceDeploymentActiveWaiterOptions)) *ContainerServiceDeploymentActiveWaiter {
	observe := func(in *GetContainerServiceDeploymentsInput, out *GetContainerServiceDeploymentsOutput) observation {
		return observeDeployment(in, out, version)
	}
	return &ContainerServiceDeploymentActiveWaiter{newWaiter(containerServiceDeploymentActive, client.GetContainerServiceDeployments, observe, optFns)}
}

// Wait waits until the wanted deployment of the container service that params
// name is active, for at most maxWait. See [WaiterOptions] for the errors.
func (w *ContainerServiceDeploymentActiveWaiter) Wait(ctx context.Context, params *GetContainerServiceDeploymentsInput, maxWait time.Duration, optFns ...func(*ContainerServiceDeploymentActiveWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [ContainerServiceDeploymentActiveWaiter.Wait], and returns the
// output of the last poll.
func (w *ContainerServiceDeploymentActiveWaiter) WaitForOutput(ctx context.Context, params *GetContainerServiceDeploymentsInput, maxWait time.Duration, optFns ...func(*ContainerServiceDeploymentActiveWaiterOptions)) (*GetContainerServiceDeploymentsOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeDeployment(in *GetContainerServiceDeploymentsInput, out *GetContainerServiceDeploymentsOutput, version int32) observation {
	for i := range out.Deployments {
		deployment := &out.Deployments[i]
		if deployment.Version == nil || *deployment.Version != version {
			continue
		}
		seen := observation{
			found: true,
			name:  fmt.Sprintf("%s version %d", aws.ToString(in.ServiceName), version),
			state: string(deployment.State),
		}
		if deployment.State == types.ContainerServiceDeploymentStateFailed {
			seen.reason = "GetContainerLog returns the output of its containers"
		}
		return seen
	}
	return observation{text: fmt.Sprintf("the container service has no deployment with version %d", version)}
}
