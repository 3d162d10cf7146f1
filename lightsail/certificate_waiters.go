package lightsail

import (
	"cmp"
	"context"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// CertificateIssuedWaiter waits until a certificate for distributions and
// container services can be attached. The certificate is issued when the DNS
// records that prove control of its domain names exist.
//
// It calls GetCertificates, with IncludeCertificateDetails set. CertificateName
// is required. The wait succeeds when the status is "ISSUED". If it is
// "VALIDATION_TIMED_OUT", "FAILED", "EXPIRED" or "REVOKED", the wait fails with a
// *[ResourceStateError] whose Reason is the certificate's RequestFailureReason or
// RevocationReason. Every other status is pending. A certificate that is not
// found is pending. The default delays are 30 seconds to 2 minutes.
type CertificateIssuedWaiter struct {
	waiter waiter[*GetCertificatesInput, *GetCertificatesOutput]
}

// CertificateIssuedWaiterOptions are the options of a [CertificateIssuedWaiter].
type CertificateIssuedWaiterOptions = WaiterOptions[*GetCertificatesInput, *GetCertificatesOutput]

var certificateIssued = waiterSpec{
	name:      "CertificateIssued",
	operation: &getCertificates,
	resource:  types.ResourceTypeCertificate,
	requires:  "CertificateName",
	success:   []string{string(types.CertificateStatusIssued)},
	failure: []string{
		string(types.CertificateStatusValidationTimedOut),
		string(types.CertificateStatusFailed),
		string(types.CertificateStatusExpired),
		string(types.CertificateStatusRevoked),
	},
	minDelay: 30 * time.Second,
	maxDelay: 2 * time.Minute,
}

// NewCertificateIssuedWaiter returns a CertificateIssuedWaiter that calls client.
func NewCertificateIssuedWaiter(client GetCertificatesAPIClient, optFns ...func(*CertificateIssuedWaiterOptions)) *CertificateIssuedWaiter {
	call := func(ctx context.Context, in *GetCertificatesInput, optFns ...func(*Options)) (*GetCertificatesOutput, error) {
		detailed := *in
		detailed.IncludeCertificateDetails = true
		p := NewGetCertificatesPaginator(client, &detailed)
		return searchPages(ctx, p.paginator, optFns, func(out *GetCertificatesOutput) bool { return len(out.Certificates) > 0 })
	}
	return &CertificateIssuedWaiter{newWaiter(certificateIssued, call, observeCertificate, optFns)}
}

// Wait waits until the certificate that params name is issued, for at most
// maxWait. See [WaiterOptions] for the errors.
func (w *CertificateIssuedWaiter) Wait(ctx context.Context, params *GetCertificatesInput, maxWait time.Duration, optFns ...func(*CertificateIssuedWaiterOptions)) error {
	_, err := wait(ctx, &w.waiter, params, maxWait, optFns)
	return err
}

// WaitForOutput is [CertificateIssuedWaiter.Wait], and returns the output of the
// last poll.
func (w *CertificateIssuedWaiter) WaitForOutput(ctx context.Context, params *GetCertificatesInput, maxWait time.Duration, optFns ...func(*CertificateIssuedWaiterOptions)) (*GetCertificatesOutput, error) {
	return wait(ctx, &w.waiter, params, maxWait, optFns)
}

func observeCertificate(_ *GetCertificatesInput, out *GetCertificatesOutput) observation {
	if len(out.Certificates) == 0 {
		return observation{}
	}
	seen := observation{found: true, name: aws.ToString(out.Certificates[0].CertificateName)}
	if detail := out.Certificates[0].CertificateDetail; detail != nil {
		seen.state = string(detail.Status)
		seen.reason = cmp.Or(aws.ToString(detail.RequestFailureReason), aws.ToString(detail.RevocationReason))
	}
	return seen
}
