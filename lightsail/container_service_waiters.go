package lightsail

import (
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetContainerServicesAPIClient is the part of [Client] that the container
// service waiters call.
type GetContainerServicesAPIClient interface {
	// GetContainerServices is [Client.GetContainerServices].
	GetContainerServices(context.Context, *GetContainerServicesInput, ...func(*Options)) (*GetContainerServicesOutput, error)
}

// ContainerServiceReadyWaiter waits until a container service is up: after it was
// created, updated or enabled, or after the end of a deployment. It does not
// report whether that deployment succeeded: see
// [ContainerServiceDeploymentActiveWaiter].
//
// It calls GetContainerServices. ServiceName is required. The wait succeeds when
// the state is "READY", which is without an active deployment, or "RUNNING". If
// the state is "DELETING", or the code of its details is
// "CERTIFICATE_LIMIT_EXCEEDED" or "UNKNOWN_ERROR", which mean that the creation
// failed, the wait fails with a *[ResourceStateError] whose Reason has code and
// message. Every other state is pending, such as "UPDATING" or "DISABLED". A
// service that is not found is pending. The default delays are 5 to 30 seconds.
type ContainerServiceReadyWaiter struct {
	waiter waiter[*GetContainerServicesInput, *GetContainerServicesOutput]
}

// ContainerServiceReadyWaiterOptions are the options of a
// [ContainerServiceReadyWaiter].
type ContainerServiceReadyWaiterOptions = WaiterOptions[*GetContainerServicesInput, *GetContainerServicesOutput]

var containerServiceReady = waiterSpec{
	name:      "ContainerServiceReady",
	operation: &getContainerServices,
	resource:  types.ResourceTypeContainerService,
	requires:  "ServiceName",
	success:   []string{string(types.ContainerServiceStateReady), string(types.ContainerServiceStateRunning)},
	failure: []string{
		string(types.ContainerServiceStateDeleting),
		string(types.ContainerServiceStateDetailCodeCertificateLimitExceeded),
		string(types.ContainerServiceStateDetailCodeUnknownError),
	},
	minDelay: 5 * time.Second,
	maxDelay: 30 * time.Second,
}

// NewContainerServiceReadyWaiter returns a ContainerServiceReadyWaiter that calls
// client.
func NewContainerServiceReadyWaiter(client GetContainerServicesAPIClient, optFns ...func(*ContainerServiceReadyWaiterOptions)) *ContainerServiceReadyWaiter {
	return &ContainerServiceReadyWaiter{newWaiter(containerServiceReady, client.GetContainerServices, observeContainerService, optFns)}
}

// Wait waits until the container service that params name is up, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *ContainerServiceReadyWaiter) Wait(ctx context.Context, params *GetContainerServicesInput, maxWait time.Duration, optFns ...func(*ContainerServiceReadyWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [ContainerServiceReadyWaiter.Wait], and returns the output of
// the last poll.
func (w *ContainerServiceReadyWaiter) WaitForOutput(ctx context.Context, params *GetContainerServicesInput, maxWait time.Duration, optFns ...func(*ContainerServiceReadyWaiterOptions)) (*GetContainerServicesOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// ContainerServiceDisabledWaiter waits until a container service is disabled and
// its containers are shut down.
//
// It calls GetContainerServices. ServiceName is required. The wait succeeds when
// the state is "DISABLED". If it is "DELETING", the wait fails with a
// *[ResourceStateError]. Every other state is pending, such as "UPDATING" or
// "RUNNING". If the service does not exist, the wait fails with the service's
// error. The default delays are 5 to 30 seconds.
type ContainerServiceDisabledWaiter struct {
	waiter waiter[*GetContainerServicesInput, *GetContainerServicesOutput]
}

// ContainerServiceDisabledWaiterOptions are the options of a
// [ContainerServiceDisabledWaiter].
type ContainerServiceDisabledWaiterOptions = WaiterOptions[*GetContainerServicesInput, *GetContainerServicesOutput]

var containerServiceDisabled = waiterSpec{
	name:      "ContainerServiceDisabled",
	operation: &getContainerServices,
	resource:  types.ResourceTypeContainerService,
	requires:  "ServiceName",
	success:   []string{string(types.ContainerServiceStateDisabled)},
	failure:   []string{string(types.ContainerServiceStateDeleting)},
	notFound:  failed,
	minDelay:  5 * time.Second,
	maxDelay:  30 * time.Second,
}

// NewContainerServiceDisabledWaiter returns a ContainerServiceDisabledWaiter that
// calls client.
func NewContainerServiceDisabledWaiter(client GetContainerServicesAPIClient, optFns ...func(*ContainerServiceDisabledWaiterOptions)) *ContainerServiceDisabledWaiter {
	return &ContainerServiceDisabledWaiter{newWaiter(containerServiceDisabled, client.GetContainerServices, observeContainerService, optFns)}
}

// Wait waits until the container service that params name is disabled, for at
// most maxWait. See [WaiterOptions] for the errors.
func (w *ContainerServiceDisabledWaiter) Wait(ctx context.Context, params *GetContainerServicesInput, maxWait time.Duration, optFns ...func(*ContainerServiceDisabledWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [ContainerServiceDisabledWaiter.Wait], and returns the output
// of the last poll.
func (w *ContainerServiceDisabledWaiter) WaitForOutput(ctx context.Context, params *GetContainerServicesInput, maxWait time.Duration, optFns ...func(*ContainerServiceDisabledWaiterOptions)) (*GetContainerServicesOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

// ContainerServiceDeletedWaiter waits until a container service does not exist.
//
// It calls GetContainerServices. ServiceName is required. The wait succeeds when
// the service is not found. Every state of a service that exists is pending. The
// default delays are 5 to 30 seconds.
type ContainerServiceDeletedWaiter struct {
	waiter waiter[*GetContainerServicesInput, *GetContainerServicesOutput]
}

// ContainerServiceDeletedWaiterOptions are the options of a
// [ContainerServiceDeletedWaiter].
type ContainerServiceDeletedWaiterOptions = WaiterOptions[*GetContainerServicesInput, *GetContainerServicesOutput]

var containerServiceDeleted = waiterSpec{
	name:      "ContainerServiceDeleted",
	operation: &getContainerServices,
	resource:  types.ResourceTypeContainerService,
	requires:  "ServiceName",
	notFound:  succeeded,
	minDelay:  5 * time.Second,
	maxDelay:  30 * time.Second,
}

// NewContainerServiceDeletedWaiter returns a ContainerServiceDeletedWaiter that
// calls client.
func NewContainerServiceDeletedWaiter(client GetContainerServicesAPIClient, optFns ...func(*ContainerServiceDeletedWaiterOptions)) *ContainerServiceDeletedWaiter {
	return &ContainerServiceDeletedWaiter{newWaiter(containerServiceDeleted, client.GetContainerServices, observeContainerService, optFns)}
}

// Wait waits until the container service that params name does not exist, for at
// most maxWait. See [WaiterOptions] for the errors.
func (w *ContainerServiceDeletedWaiter) Wait(ctx context.Context, params *GetContainerServicesInput, maxWait time.Duration, optFns ...func(*ContainerServiceDeletedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [ContainerServiceDeletedWaiter.Wait], and returns the output
// of the last poll. The output is nil if the service responded that the container
// service does not exist.
func (w *ContainerServiceDeletedWaiter) WaitForOutput(ctx context.Context, params *GetContainerServicesInput, maxWait time.Duration, optFns ...func(*ContainerServiceDeletedWaiterOptions)) (*GetContainerServicesOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeContainerService(_ *GetContainerServicesInput, out *GetContainerServicesOutput) observation {
	if len(out.ContainerServices) == 0 {
		return observation{}
	}
	service := &out.ContainerServices[0]
	seen := observation{found: true, name: aws.ToString(service.ContainerServiceName), state: string(service.State)}
	if detail := service.StateDetail; detail != nil {
		seen.code = string(detail.Code)
		seen.reason = seen.code
		if message := aws.ToString(detail.Message); message != "" {
			seen.reason += ": " + message
		}
	}
	return seen
}
