package lightsailtest_test

import (
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

func createTLSCertificate(t *testing.T, client *lightsail.Client, name string) ([]types.Operation, error) {
	t.Helper()
	out, err := client.CreateLoadBalancerTlsCertificate(t.Context(), &lightsail.CreateLoadBalancerTlsCertificateInput{
		CertificateAlternativeNames: []string{"www.example.com", "example.com"},
		CertificateDomainName:       aws.String("example.com"),
		CertificateName:             &name,
		LoadBalancerName:            front,
	})
	if err != nil {
		return nil, err
	}
	return out.Operations, nil
}

func attachTLSCertificate(t *testing.T, client *lightsail.Client, name string) ([]types.Operation, error) {
	t.Helper()
	out, err := client.AttachLoadBalancerTlsCertificate(t.Context(), &lightsail.AttachLoadBalancerTlsCertificateInput{CertificateName: &name, LoadBalancerName: front})
	if err != nil {
		return nil, err
	}
	return out.Operations, nil
}

func deleteTLSCertificate(t *testing.T, client *lightsail.Client, name string, force *bool) ([]types.Operation, error) {
	t.Helper()
	out, err := client.DeleteLoadBalancerTlsCertificate(t.Context(), &lightsail.DeleteLoadBalancerTlsCertificateInput{
		CertificateName: &name, Force: force, LoadBalancerName: front,
	})
	if err != nil {
		return nil, err
	}
	return out.Operations, nil
}

func readCertificates(t *testing.T, client *lightsail.Client) []types.LoadBalancerTlsCertificate {
	t.Helper()
	return must[lightsail.GetLoadBalancerTlsCertificatesOutput](t)(client.GetLoadBalancerTlsCertificates(t.Context(),
		&lightsail.GetLoadBalancerTlsCertificatesInput{LoadBalancerName: front})).TlsCertificates
}

// A certificate is validated, attached, replaced by another one, and deleted.
func TestLoadBalancerTLSCertificateLifecycle(t *testing.T) {
	now := time.Date(2026, 1, 31, 10, 0, 0, 0, time.UTC)
	server, _ := newTestServer(t, lightsailtest.WithUnsigned(), lightsailtest.WithClock(func() time.Time { return now }), lightsailtest.WithLag(
		lightsailtest.Lag{State: "PENDING_VALIDATION", Polls: 1},
		lightsailtest.Lag{Type: types.ResourceTypeLoadBalancerTlsCertificate, State: lightsailtest.Deleted, Polls: 1},
	))
	client := server.Client(inProcess(server), func(o *lightsail.Options) { o.Credentials = aws.AnonymousCredentials{} })
	createLoadBalancer(t, client)
	if _, err := attachInstances(t, client, "web"); err != nil {
		t.Fatal(err)
	}
	operations, err := createTLSCertificate(t, client, "tls-1")
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "records of CreateLoadBalancerTlsCertificate", []string{
		"CreateLoadBalancerTlsCertificate LoadBalancerTlsCertificate tls-1 front all Succeeded",
		"CreateLoadBalancerTlsCertificate LoadBalancer front tls-1 all Succeeded",
	}, describe(operations))
	_, err = attachTLSCertificate(t, client, "tls-1")
	if errorCode(err) != invalidInput || !strings.Contains(err.Error(), "you can only attach a validated certificate") {
		t.Errorf("AttachLoadBalancerTlsCertificate before validation: got %v, want %s", err, invalidInput)
	}

	c := readCertificates(t, client)[0]
	records := c.DomainValidationRecords
	want := types.LoadBalancerTlsCertificate{
		Arn:        c.Arn,
		CreatedAt:  c.CreatedAt,
		DomainName: aws.String("example.com"),
		DomainValidationRecords: []types.LoadBalancerTlsCertificateDomainValidationRecord{
			{DomainName: aws.String("example.com"), Name: records[0].Name, Type: aws.String("CNAME"), ValidationStatus: "PENDING_VALIDATION", Value: records[0].Value},
			{DomainName: aws.String("www.example.com"), Name: records[1].Name, Type: aws.String("CNAME"), ValidationStatus: "PENDING_VALIDATION", Value: records[1].Value},
		},
		IsAttached:              aws.Bool(false),
		LoadBalancerName:        front,
		Location:                &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:                    aws.String("tls-1"),
		ResourceType:            types.ResourceTypeLoadBalancerTlsCertificate,
		Status:                  types.LoadBalancerTlsCertificateStatusPendingValidation,
		SubjectAlternativeNames: []string{"example.com", "www.example.com"},
		SupportCode:             c.SupportCode,
		Tags:                    []types.Tag{},
	}
	wantEqual(t, "new certificate", want, c)
	if !regexp.MustCompile(`^_[0-9a-f]{32}\.www\.example\.com\.$`).MatchString(*records[1].Name) ||
		!regexp.MustCompile(`^_[0-9a-f]{32}\.[a-z]{10}\.acm-validations\.aws\.$`).MatchString(*records[1].Value) {
		t.Errorf("got the record %s %s, want one for the validation of www.example.com", *records[1].Name, *records[1].Value)
	}

	now = now.Add(time.Minute)
	c = readCertificates(t, client)[0]
	for i := range want.DomainValidationRecords {
		want.DomainValidationRecords[i].ValidationStatus = types.LoadBalancerTlsCertificateDomainStatusSuccess
	}
	want.IssuedAt, want.Issuer, want.KeyAlgorithm = &now, aws.String("Amazon"), aws.String("RSA-2048")
	want.NotBefore = aws.Time(time.Date(2026, 1, 31, 0, 0, 0, 0, time.UTC))
	want.NotAfter = aws.Time(time.Date(2027, 3, 3, 12, 0, 0, 0, time.UTC))
	want.Serial, want.SignatureAlgorithm, want.Subject = c.Serial, aws.String("SHA256WITHRSA"), aws.String("CN=example.com")
	want.Status = types.LoadBalancerTlsCertificateStatusIssued
	wantEqual(t, "issued certificate", want, c)
	if len(*c.Serial) != 16*3-1 {
		t.Errorf("got the serial number %s, want 16 octets", *c.Serial)
	}

	operations, err = attachTLSCertificate(t, client, "tls-1")
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "records of AttachLoadBalancerTlsCertificate", []string{
		"AttachLoadBalancerTlsCertificate LoadBalancer front tls-1 all Succeeded",
		"AttachLoadBalancerTlsCertificate LoadBalancerTlsCertificate tls-1 front all Succeeded",
	}, describe(operations))
	want.IsAttached = aws.Bool(true)
	wantEqual(t, "attached certificate", want, readCertificates(t, client)[0])
	if err := setAttribute(t, client, types.LoadBalancerAttributeNameHttpsRedirectionEnabled, "true"); err != nil {
		t.Error(err)
	}
	lb := readLoadBalancer(t, client)
	if lb.Protocol != types.LoadBalancerProtocolHttpHttps || len(lb.PublicPorts) != 2 || !*lb.HttpsRedirectionEnabled {
		t.Errorf("got %+v, want HTTPS, port 443 and redirection", lb)
	}

	if _, err := createTLSCertificate(t, client, "tls-2"); err != nil {
		t.Fatal(err)
	}
	_, err = createTLSCertificate(t, client, "tls-3")
	wantCode(t, "CreateLoadBalancerTlsCertificate number 3", err, invalidInput)
	readCertificates(t, client)
	if _, err := attachTLSCertificate(t, client, "tls-2"); err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "certificates after the replacement", []types.LoadBalancerTlsCertificateSummary{
		{IsAttached: aws.Bool(false), Name: aws.String("tls-1")}, {IsAttached: aws.Bool(true), Name: aws.String("tls-2")},
	}, readLoadBalancer(t, client).TlsCertificateSummaries)

	operations, err = deleteTLSCertificate(t, client, "tls-1", nil)
	if err != nil {
		t.Fatal(err)
	}
	wantEqual(t, "records of DeleteLoadBalancerTlsCertificate", []string{
		"DeleteLoadBalancerTlsCertificate LoadBalancerTlsCertificate tls-1  all Started",
		"DeleteLoadBalancerTlsCertificate LoadBalancer front  all Succeeded",
	}, describe(operations))
	wantEqual(t, "number of certificates while one is deleted", 2, len(readCertificates(t, client)))
	wantEqual(t, "number of certificates", 1, len(readCertificates(t, client)))
	_, err = deleteTLSCertificate(t, client, "tls-2", nil)
	wantCode(t, "DeleteLoadBalancerTlsCertificate of the certificate in use", err, invalidInput)
	if _, err := deleteTLSCertificate(t, client, "tls-2", aws.Bool(true)); err != nil {
		t.Fatal(err)
	}
	lb = readLoadBalancer(t, client)
	if lb.Protocol != types.LoadBalancerProtocolHttp || len(lb.PublicPorts) != 1 || *lb.HttpsRedirectionEnabled || len(lb.TlsCertificateSummaries) != 0 {
		t.Errorf("got %+v, want HTTP only and no certificates", lb)
	}
}

// Without instances, the certificate of a load balancer can be deleted without Force.
func TestDeleteLoadBalancerTLSCertificateWithoutInstances(t *testing.T) {
	_, client := newTestServer(t)
	createLoadBalancer(t, client)
	if _, err := createTLSCertificate(t, client, "tls-1"); err != nil {
		t.Fatal(err)
	}
	if _, err := attachTLSCertificate(t, client, "tls-1"); err != nil {
		t.Fatal(err)
	}
	if _, err := deleteTLSCertificate(t, client, "tls-1", nil); err != nil {
		t.Error(err)
	}
	wantEqual(t, "number of certificates", 0, len(readCertificates(t, client)))
}

// CreateLoadBalancer creates a certificate, and DeleteLoadBalancer deletes it.
func TestCreateLoadBalancerWithTLSCertificate(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "provisioning", Polls: 1}))
	create := &lightsail.CreateLoadBalancerInput{
		CertificateAlternativeNames: []string{"www.example.com"},
		CertificateDomainName:       aws.String("example.com"),
		CertificateName:             aws.String("tls-1"),
		InstancePort:                80,
		LoadBalancerName:            front,
		TlsPolicyName:               aws.String("TLS-FS-1-2-Res-2019-08"),
	}
	created := must[lightsail.CreateLoadBalancerOutput](t)(client.CreateLoadBalancer(t.Context(), create)).Operations
	wantEqual(t, "records of CreateLoadBalancer", []string{
		"CreateLoadBalancer LoadBalancer front  all Started",
		"CreateLoadBalancerTlsCertificate LoadBalancerTlsCertificate tls-1 front all Succeeded",
		"CreateLoadBalancerTlsCertificate LoadBalancer front tls-1 all Succeeded",
	}, describe(created))
	readLoadBalancer(t, client)
	wantEqual(t, "domain names", []string{"example.com", "www.example.com"}, readCertificates(t, client)[0].SubjectAlternativeNames)
	deleted := must[lightsail.DeleteLoadBalancerOutput](t)(client.DeleteLoadBalancer(t.Context(), &lightsail.DeleteLoadBalancerInput{LoadBalancerName: front})).Operations
	wantEqual(t, "records of DeleteLoadBalancer", []string{
		"DeleteLoadBalancer LoadBalancer front  all Succeeded",
		"DeleteLoadBalancerTlsCertificate LoadBalancerTlsCertificate tls-1  all Succeeded",
		"DeleteLoadBalancerTlsCertificate LoadBalancer front  all Succeeded",
	}, describe(deleted))
	must[lightsail.CreateLoadBalancerOutput](t)(client.CreateLoadBalancer(t.Context(), create)) // the names are free
}

func TestLoadBalancerTLSCertificateFailures(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Name: "broken", State: "PENDING_VALIDATION", Polls: 1, End: "FAILED", Reason: "INVALID_PUBLIC_DOMAIN"},
		lightsailtest.Lag{Name: "late", State: "PENDING_VALIDATION", End: "VALIDATION_TIMED_OUT"},
		lightsailtest.Lag{Name: "revoked", State: "PENDING_VALIDATION", End: "REVOKED"},
	))
	createLoadBalancer(t, client)
	for _, test := range []struct {
		name string
		want types.LoadBalancerTlsCertificate
	}{
		{"broken", types.LoadBalancerTlsCertificate{Status: "FAILED", FailureReason: "INVALID_PUBLIC_DOMAIN"}},
		{"late", types.LoadBalancerTlsCertificate{Status: "VALIDATION_TIMED_OUT"}},
		{"revoked", types.LoadBalancerTlsCertificate{Status: "REVOKED", RevocationReason: "UNSPECIFIED"}},
	} {
		operations, err := createTLSCertificate(t, client, test.name)
		if err != nil {
			t.Fatal(err)
		}
		wantEqual(t, test.name+": status of the record", types.OperationStatusSucceeded, operations[0].Status)
		err = lightsail.NewLoadBalancerTlsCertificateIssuedWaiter(client, test.name, func(o *lightsail.LoadBalancerTlsCertificateIssuedWaiterOptions) {
			o.MinDelay, o.MaxDelay = time.Nanosecond, time.Nanosecond
		}).Wait(t.Context(), &lightsail.GetLoadBalancerTlsCertificatesInput{LoadBalancerName: front}, time.Minute)
		if err == nil || !strings.Contains(err.Error(), string(test.want.Status)) {
			t.Errorf("%s: got %v from the waiter, want an error with %s", test.name, err, test.want.Status)
		}
		c := readCertificates(t, client)[0]
		wantEqual(t, test.name, test.want, types.LoadBalancerTlsCertificate{Status: c.Status, FailureReason: c.FailureReason, RevocationReason: c.RevocationReason})
		wantEqual(t, test.name+": has RevokedAt", test.name == "revoked", c.RevokedAt != nil)
		wantEqual(t, test.name+": has IssuedAt", false, c.IssuedAt != nil)
		_, err = attachTLSCertificate(t, client, test.name)
		wantCode(t, test.name+": AttachLoadBalancerTlsCertificate", err, invalidInput)
		if _, err := deleteTLSCertificate(t, client, test.name, nil); err != nil {
			t.Error(err)
		}
	}
}

// A certificate can be used only with its load balancer.
func TestLoadBalancerTLSCertificateNotFound(t *testing.T) {
	_, client := newTestServer(t)
	_, err := createTLSCertificate(t, client, "tls-1")
	wantCode(t, "CreateLoadBalancerTlsCertificate without a load balancer", err, "NotFoundException")
	createLoadBalancer(t, client)
	must[lightsail.CreateLoadBalancerOutput](t)(client.CreateLoadBalancer(t.Context(), &lightsail.CreateLoadBalancerInput{
		CertificateDomainName: aws.String("example.com"), CertificateName: aws.String("other-tls"), InstancePort: 80, LoadBalancerName: aws.String("other"),
	}))
	for _, name := range []string{"missing", "other-tls"} {
		_, err := attachTLSCertificate(t, client, name)
		wantCode(t, "AttachLoadBalancerTlsCertificate of "+name, err, "NotFoundException")
		_, err = deleteTLSCertificate(t, client, name, nil)
		wantCode(t, "DeleteLoadBalancerTlsCertificate of "+name, err, "NotFoundException")
	}
	_, err = createTLSCertificate(t, client, "other-tls")
	wantCode(t, "CreateLoadBalancerTlsCertificate with a name in use", err, invalidInput)
}

func TestGetLoadBalancerTLSPolicies(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(1))
	var names []string
	for policy, err := range lightsail.NewGetLoadBalancerTlsPoliciesPaginator(client, nil).All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, *policy.Name)
		if len(policy.Ciphers) == 0 || len(policy.Protocols) == 0 || *policy.IsDefault != (*policy.Name == "TLS-2016-08") {
			t.Errorf("got %+v, want ciphers, protocols, and IsDefault only for TLS-2016-08", policy)
		}
	}
	wantEqual(t, "policies", []string{"TLS-2016-08", "TLS-FS-1-2-Res-2019-08"}, names)
}
