package lightsail

import (
	"cmp"
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// GetLoadBalancerTlsCertificatesAPIClient is the part of [Client] that the load
// balancer TLS certificate waiters call.
type GetLoadBalancerTlsCertificatesAPIClient interface {
	// GetLoadBalancerTlsCertificates is [Client.GetLoadBalancerTlsCertificates].
	GetLoadBalancerTlsCertificates(context.Context, *GetLoadBalancerTlsCertificatesInput, ...func(*Options)) (*GetLoadBalancerTlsCertificatesOutput, error)
}

// LoadBalancerTlsCertificateIssuedWaiter waits until a certificate can be
// attached to its load balancer. The certificate is issued when the DNS records
// that prove control of its domain names exist.
//
// It calls GetLoadBalancerTlsCertificates. LoadBalancerName is required. The wait
// succeeds when the status of the certificate is "ISSUED". If it is
// "VALIDATION_TIMED_OUT", "FAILED", "EXPIRED" or "REVOKED", the wait fails with a
// *[ResourceStateError] whose Reason is the certificate's FailureReason or
// RevocationReason. Every other status is pending. A certificate that is not in
// the list is pending. If the load balancer does not exist, the wait fails with
// the service's error. The default delays are 30 seconds to 2 minutes.
type LoadBalancerTlsCertificateIssuedWaiter struct {
	waiter waiter[*GetLoadBalancerTlsCertificatesInput, *GetLoadBalancerTlsCertificatesOutput]
}

// LoadBalancerTlsCertificateIssuedWaiterOptions are the options of a
// [LoadBalancerTlsCertificateIssuedWaiter].
type LoadBalancerTlsCertificateIssuedWaiterOptions = WaiterOptions[*GetLoadBalancerTlsCertificatesInput, *GetLoadBalancerTlsCertificatesOutput]

var loadBalancerTlsCertificateIssued = waiterSpec{
	name:      "LoadBalancerTlsCertificateIssued",
	operation: &getLoadBalancerTlsCertificates,
	resource:  types.ResourceTypeLoadBalancerTlsCertificate,
	success:   []string{string(types.LoadBalancerTlsCertificateStatusIssued)},
	failure: []string{
		string(types.LoadBalancerTlsCertificateStatusValidationTimedOut),
		string(types.LoadBalancerTlsCertificateStatusFailed),
		string(types.LoadBalancerTlsCertificateStatusExpired),
		string(types.LoadBalancerTlsCertificateStatusRevoked),
	},
	notFound: failed,
	minDelay: 30 * time.Second,
	maxDelay: 2 * time.Minute,
}

// NewLoadBalancerTlsCertificateIssuedWaiter returns a
// LoadBalancerTlsCertificateIssuedWaiter that calls client until the certificate
// with the given name is issued.
func NewLoadBalancerTlsCertificateIssuedWaiter(client GetLoadBalancerTlsCertificatesAPIClient, certificateName string, optFns ...func(*LoadBalancerTlsCertificateIssuedWaiterOptions)) *LoadBalancerTlsCertificateIssuedWaiter {
	observe := func(_ *GetLoadBalancerTlsCertificatesInput, out *GetLoadBalancerTlsCertificatesOutput) observation {
		for i := range out.TlsCertificates {
			if certificate := &out.TlsCertificates[i]; aws.ToString(certificate.Name) == certificateName {
				reason := cmp.Or(string(certificate.FailureReason), string(certificate.RevocationReason))
				return observation{found: true, name: certificateName, state: string(certificate.Status), reason: reason}
			}
		}
		return observation{}
	}
	return &LoadBalancerTlsCertificateIssuedWaiter{newWaiter(loadBalancerTlsCertificateIssued, client.GetLoadBalancerTlsCertificates, observe, optFns)}
}

// Wait waits until the wanted certificate of the load balancer that params name
// is issued, for at most maxWait. See [WaiterOptions] for the errors.
func (w *LoadBalancerTlsCertificateIssuedWaiter) Wait(ctx context.Context, params *GetLoadBalancerTlsCertificatesInput, maxWait time.Duration, optFns ...func(*LoadBalancerTlsCertificateIssuedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [LoadBalancerTlsCertificateIssuedWaiter.Wait], and returns the
// output of the last poll.
func (w *LoadBalancerTlsCertificateIssuedWaiter) WaitForOutput(ctx context.Context, params *GetLoadBalancerTlsCertificatesInput, maxWait time.Duration, optFns ...func(*LoadBalancerTlsCertificateIssuedWaiterOptions)) (*GetLoadBalancerTlsCertificatesOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}
