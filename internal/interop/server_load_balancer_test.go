package interop_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerLoadBalancers creates, changes and deletes load balancers with instances and
// TLS certificates.
func TestServerLoadBalancers(t *testing.T) {
	runSessions(t, func(s *session) {
		createLoadBalancers(s)
		attachTargets(s)
		useTLSCertificates(s)
		readRenewedTLSCertificate(s)
		deleteLoadBalancers(s)
	},
		lightsailtest.WithPageSize(1),
		lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}, types.Instance{Name: aws.String("db")}),
		lightsailtest.WithLag(
			lightsailtest.Lag{State: "provisioning", Polls: 1},
			lightsailtest.Lag{State: "PENDING_VALIDATION", Polls: 1},
			lightsailtest.Lag{Name: "broken", State: "PENDING_VALIDATION", Polls: 1, End: "FAILED", Reason: "INVALID_PUBLIC_DOMAIN"},
			lightsailtest.Lag{State: "initial", Polls: 1},
			lightsailtest.Lag{State: "draining", Polls: 1},
		),
	)
}

func getLoadBalancer(s *session) types.LoadBalancer {
	s.Helper()
	return *must[lightsail.GetLoadBalancerOutput](s, &lightsail.GetLoadBalancerInput{LoadBalancerName: aws.String("front")}).LoadBalancer
}

func getTLSCertificates(s *session) []types.LoadBalancerTlsCertificate {
	s.Helper()
	return must[lightsail.GetLoadBalancerTlsCertificatesOutput](s, &lightsail.GetLoadBalancerTlsCertificatesInput{LoadBalancerName: aws.String("front")}).TlsCertificates
}

func createLoadBalancers(s *session) {
	var policies []string
	followPages(s, func(token *string) *string {
		out := must[lightsail.GetLoadBalancerTlsPoliciesOutput](s, &lightsail.GetLoadBalancerTlsPoliciesInput{PageToken: token})
		policies = append(policies, *out.TlsPolicies[0].Name)
		return out.NextPageToken
	})
	for _, name := range []string{"back", "front"} {
		create := &lightsail.CreateLoadBalancerInput{
			HealthCheckPath: aws.String("/health"), InstancePort: 8080, IpAddressType: types.IpAddressTypeIpv4, LoadBalancerName: &name,
			Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}}, TlsPolicyName: &policies[1],
		}
		if name == "front" {
			create.CertificateDomainName, create.CertificateName = aws.String("example.com"), aws.String("tls-1")
			create.CertificateAlternativeNames = []string{"www.example.com"}
		}
		s.waitSucceeded(must[lightsail.CreateLoadBalancerOutput](s, create).Operations)
		s.mustFail("InvalidInputException", create)
	}
	var names []string
	followPages(s, func(token *string) *string {
		out := must[lightsail.GetLoadBalancersOutput](s, &lightsail.GetLoadBalancersInput{PageToken: token})
		names = append(names, *out.LoadBalancers[0].Name)
		return out.NextPageToken
	})
	assertEqual(s, names, []string{"back", "front"})
	s.mustFail("NotFoundException", &lightsail.GetLoadBalancerInput{LoadBalancerName: aws.String("missing")})
}

func attachTargets(s *session) {
	front := aws.String("front")
	attach := &lightsail.AttachInstancesToLoadBalancerInput{InstanceNames: []string{"web", "db"}, LoadBalancerName: front}
	s.waitSucceeded(must[lightsail.AttachInstancesToLoadBalancerOutput](s, attach).Operations)
	assertEqual(s, getLoadBalancer(s).InstanceHealthSummary[1].InstanceHealthReason, types.InstanceHealthReasonLbInitialHealthChecking)
	assertEqual(s, getLoadBalancer(s).InstanceHealthSummary[1].InstanceHealth, types.InstanceHealthStateHealthy)
	must[lightsail.StopInstanceOutput](s, &lightsail.StopInstanceInput{InstanceName: aws.String("db")})
	assertEqual(s, getLoadBalancer(s).InstanceHealthSummary[1].InstanceHealth, types.InstanceHealthStateUnused)
	s.mustFail("OperationFailureException", attach)
	detach := &lightsail.DetachInstancesFromLoadBalancerInput{InstanceNames: []string{"db"}, LoadBalancerName: front}
	s.waitSucceeded(must[lightsail.DetachInstancesFromLoadBalancerOutput](s, detach).Operations)
	assertEqual(s, len(getLoadBalancer(s).InstanceHealthSummary), 1)
	s.mustFail("InvalidInputException", detach)

	update := &lightsail.UpdateLoadBalancerAttributeInput{
		AttributeName: types.LoadBalancerAttributeNameSessionStickinessEnabled, AttributeValue: aws.String("true"), LoadBalancerName: front,
	}
	s.waitSucceeded(must[lightsail.UpdateLoadBalancerAttributeOutput](s, update).Operations)
	assertEqual(s, getLoadBalancer(s).ConfigurationOptions["SessionStickinessEnabled"], "true")
	update.AttributeName = types.LoadBalancerAttributeNameHttpsRedirectionEnabled
	s.mustFail("InvalidInputException", update)
	s.waitSucceeded(must[lightsail.SetIpAddressTypeOutput](s, &lightsail.SetIpAddressTypeInput{
		IpAddressType: types.IpAddressTypeDualstack, ResourceName: front, ResourceType: types.ResourceTypeLoadBalancer,
	}).Operations)
}

func useTLSCertificates(s *session) {
	front := aws.String("front")
	attach := &lightsail.AttachLoadBalancerTlsCertificateInput{CertificateName: aws.String("tls-1"), LoadBalancerName: front}
	s.mustFail("InvalidInputException", attach)
	assertEqual(s, getTLSCertificates(s)[0].Status, types.LoadBalancerTlsCertificateStatusPendingValidation)
	assertEqual(s, getTLSCertificates(s)[0].Status, types.LoadBalancerTlsCertificateStatusIssued)
	s.waitSucceeded(must[lightsail.AttachLoadBalancerTlsCertificateOutput](s, attach).Operations)
	assertEqual(s, getLoadBalancer(s).Protocol, types.LoadBalancerProtocolHttpHttps)

	create := &lightsail.CreateLoadBalancerTlsCertificateInput{
		CertificateDomainName: aws.String("example.invalid"), CertificateName: aws.String("broken"), LoadBalancerName: front,
		Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
	}
	s.waitSucceeded(must[lightsail.CreateLoadBalancerTlsCertificateOutput](s, create).Operations)
	s.mustFail("InvalidInputException", create)
	getTLSCertificates(s)
	broken := getTLSCertificates(s)[0]
	assertEqual(s, broken.FailureReason, types.LoadBalancerTlsCertificateFailureReasonInvalidPublicDomain)
	s.mustFail("InvalidInputException", &lightsail.DeleteLoadBalancerTlsCertificateInput{CertificateName: aws.String("tls-1"), LoadBalancerName: front})
	for _, name := range []string{"broken", "tls-1"} {
		s.waitSucceeded(must[lightsail.DeleteLoadBalancerTlsCertificateOutput](s, &lightsail.DeleteLoadBalancerTlsCertificateInput{
			CertificateName: &name, Force: aws.Bool(true), LoadBalancerName: front,
		}).Operations)
	}
	assertEqual(s, getLoadBalancer(s).Protocol, types.LoadBalancerProtocolHttp)
}

// readRenewedTLSCertificate reads a certificate with what only a test can set.
func readRenewedTLSCertificate(s *session) {
	if err := s.server.PutJSON([]byte(`{"tlsCertificates": [{
		"name": "old", "loadBalancerName": "front", "status": "REVOKED", "revocationReason": "SUPERCEDED", "revokedAt": 1700000000,
		"domainValidationRecords": [{"dnsRecordCreationState": {"code": "SUCCEEDED", "message": "created"}}],
		"renewalSummary": {"renewalStatus": "SUCCESS", "domainValidationOptions": [{"domainName": "example.com", "validationStatus": "SUCCESS"}]}
	}]}`)); err != nil {
		s.Fatal(err)
	}
	old := getTLSCertificates(s)[0]
	assertEqual(s, old.RevocationReason, types.LoadBalancerTlsCertificateRevocationReasonSuperceded)
	assertEqual(s, *old.RenewalSummary.DomainValidationOptions[0].DomainName, "example.com")
}

func deleteLoadBalancers(s *session) {
	remove := &lightsail.DeleteLoadBalancerInput{LoadBalancerName: aws.String("front")}
	operations := must[lightsail.DeleteLoadBalancerOutput](s, remove).Operations
	assertEqual(s, len(operations), 3)
	s.waitSucceeded(operations)
	s.mustFail("NotFoundException", remove)
	s.mustFail("NotFoundException", &lightsail.GetLoadBalancerTlsCertificatesInput{LoadBalancerName: aws.String("front")})
}
