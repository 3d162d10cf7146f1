package interop_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerCertificates requests, lists and deletes certificates.
func TestServerCertificates(t *testing.T) {
	now := time.Now().Unix()
	// One certificate was revoked, and one has expired since the test has put it.
	certificates := fmt.Sprintf(`{"certificates": [
		{"certificateName": "revoked", "certificateDetail": {"status": "REVOKED", "revokedAt": %d, "revocationReason": "KEY_COMPROMISE"}},
		{"certificateName": "expired", "certificateDetail": {"issuedAt": %d, "notAfter": %d}}
	]}`, now, now-3600, now-60)
	runSessions(t, func(s *session) {
		if err := s.server.PutJSON([]byte(certificates)); err != nil {
			s.Fatal(err)
		}
		must[lightsail.CreateDomainOutput](s, &lightsail.CreateDomainInput{DomainName: aws.String("example.com")})
		create := &lightsail.CreateCertificateInput{
			CertificateName: aws.String("site"), DomainName: aws.String("example.com"), SubjectAlternativeNames: []string{"www.example.com"},
			Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("web")}},
		}
		created := must[lightsail.CreateCertificateOutput](s, create)
		s.mustFail("InvalidInputException", create)
		read := func(name string) types.Certificate {
			in := &lightsail.GetCertificatesInput{CertificateName: &name, IncludeCertificateDetails: true}
			return *must[lightsail.GetCertificatesOutput](s, in).Certificates[0].CertificateDetail
		}
		pending := read("site")
		assertEqual(s, pending.Status, types.CertificateStatusPendingValidation)
		assertEqual(s, pending.DomainValidationRecords[1].DnsRecordCreationState.Code, types.DnsRecordCreationStateCodeSucceeded)
		s.waitSucceeded(created.Operations)
		assertEqual(s, read("site").Status, types.CertificateStatusIssued)

		create.CertificateName, create.SubjectAlternativeNames = aws.String("broken"), nil
		broken := must[lightsail.CreateCertificateOutput](s, create)
		assertEqual(s, *s.wait(broken.Operations[0]).ErrorDetails, "CAA_ERROR")
		assertEqual(s, *read("broken").RequestFailureReason, "CAA_ERROR")
		assertEqual(s, *read("revoked").RevocationReason, "KEY_COMPROMISE")
		assertEqual(s, read("expired").RenewalSummary.RenewalStatus, types.RenewalStatusFailed)

		in := &lightsail.GetCertificatesInput{
			CertificateStatuses: []types.CertificateStatus{types.CertificateStatusIssued, types.CertificateStatusFailed},
		}
		page := must[lightsail.GetCertificatesOutput](s, in)
		assertEqual(s, *page.Certificates[0].CertificateName, "broken")
		in.PageToken = page.NextPageToken
		page = must[lightsail.GetCertificatesOutput](s, in)
		assertEqual(s, page.Certificates, []types.CertificateSummary{*created.Certificate})

		remove := &lightsail.DeleteCertificateInput{CertificateName: aws.String("site")}
		s.waitSucceeded(must[lightsail.DeleteCertificateOutput](s, remove).Operations)
		s.mustFail("NotFoundException", remove)
		s.mustFail("NotFoundException", &lightsail.GetCertificatesInput{CertificateName: aws.String("site")})
	},
		lightsailtest.WithPageSize(1),
		lightsailtest.WithLag(
			lightsailtest.Lag{State: "PENDING_VALIDATION", Polls: 2},
			lightsailtest.Lag{Name: "broken", State: "PENDING_VALIDATION", Polls: 1, End: "FAILED", Reason: "CAA_ERROR"},
		),
	)
}
