package lightsailtest_test

import (
	"errors"
	"fmt"
	"regexp"
	"testing"
	"testing/synctest"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

const pendingValidation = string(types.CertificateStatusPendingValidation)

func requestCertificate(t *testing.T, client *lightsail.Client, name, domain string, others ...string) *lightsail.CreateCertificateOutput {
	t.Helper()
	return must[lightsail.CreateCertificateOutput](t)(client.CreateCertificate(t.Context(), &lightsail.CreateCertificateInput{
		CertificateName: &name, DomainName: &domain, SubjectAlternativeNames: others,
	}))
}

// readCertificate returns the details of a certificate.
func readCertificate(t *testing.T, client *lightsail.Client, name string) types.Certificate {
	t.Helper()
	out := must[lightsail.GetCertificatesOutput](t)(client.GetCertificates(t.Context(), &lightsail.GetCertificatesInput{
		CertificateName: &name, IncludeCertificateDetails: true,
	}))
	return *out.Certificates[0].CertificateDetail
}

func deleteCertificate(t *testing.T, client *lightsail.Client, name string) error {
	_, err := client.DeleteCertificate(t.Context(), &lightsail.DeleteCertificateInput{CertificateName: &name})
	return err
}

// A certificate is requested, issued, listed and deleted. One of its domain names is in a
// DNS zone of the account, which gets the validation record.
func TestCertificateLifecycle(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Millisecond)
	_, client := newTestServer(t, lightsailtest.WithClock(func() time.Time { return now }), lightsailtest.WithLag(
		lightsailtest.Lag{State: pendingValidation, Polls: 1}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1}))
	createDomain(t, client, "example.com")
	out := requestCertificate(t, client, "site", "www.example.com", "example.net", "www.example.com")
	wantEqual(t, "new certificate", &types.CertificateSummary{
		CertificateArn:  out.Certificate.CertificateArn,
		CertificateName: aws.String("site"),
		DomainName:      aws.String("www.example.com"),
		Tags:            []types.Tag{},
	}, out.Certificate)
	record := out.Operations[0]
	wantEqual(t, "record", "CreateCertificate site Started", fmt.Sprint(record.OperationType, " ", *record.ResourceName, " ", record.Status))

	got := readCertificate(t, client, "site")
	want := types.Certificate{
		Arn:                     out.Certificate.CertificateArn,
		CreatedAt:               &now,
		DomainName:              aws.String("www.example.com"),
		DomainValidationRecords: got.DomainValidationRecords,
		Name:                    aws.String("site"),
		Status:                  types.CertificateStatusPendingValidation,
		SubjectAlternativeNames: []string{"www.example.com", "example.net"},
		SupportCode:             got.SupportCode,
		Tags:                    []types.Tag{},
	}
	wantEqual(t, "pending certificate", want, got)
	for i, name := range want.SubjectAlternativeNames {
		r := got.DomainValidationRecords[i]
		text := fmt.Sprint(*r.DomainName, " ", *r.ResourceRecord.Name, " ", *r.ResourceRecord.Type, " ", *r.ResourceRecord.Value, " ", r.ValidationStatus)
		pattern := `^` + name + ` _[0-9a-f]{32}\.` + name + `\. CNAME _[0-9a-f]{32}\.[a-z]{10}\.acm-validations\.aws\. PENDING_VALIDATION$`
		if !regexp.MustCompile(pattern).MatchString(text) {
			t.Errorf("validation record of %s: got %s", name, text)
		}
	}
	records := got.DomainValidationRecords
	wantEqual(t, "creation of the record in the zone", types.DnsRecordCreationStateCodeSucceeded, records[0].DnsRecordCreationState.Code)
	if records[1].DnsRecordCreationState != nil {
		t.Errorf("domain outside of the account: got creation state %+v, want none", records[1].DnsRecordCreationState)
	}
	wantEqual(t, "entries of the zone", []string{fmt.Sprintf("CNAME %.*s %.*s",
		len(*records[0].ResourceRecord.Name)-1, *records[0].ResourceRecord.Name,
		len(*records[0].ResourceRecord.Value)-1, *records[0].ResourceRecord.Value)}, entryTexts(t, client))

	got = readCertificate(t, client, "site")
	want.Status = types.CertificateStatusIssued
	want.DomainValidationRecords = got.DomainValidationRecords
	want.EligibleToRenew = aws.String("INELIGIBLE")
	want.IssuedAt, want.NotBefore, want.NotAfter = &now, &now, aws.Time(now.AddDate(0, 0, 395))
	want.IssuerCA, want.KeyAlgorithm, want.SerialNumber = aws.String("Amazon"), aws.String("RSA-2048"), got.SerialNumber
	wantEqual(t, "issued certificate", want, got)
	for _, r := range got.DomainValidationRecords {
		wantEqual(t, "validation of "+*r.DomainName, types.CertificateDomainValidationStatusSuccess, r.ValidationStatus)
	}
	if !regexp.MustCompile(`^[0-9a-f]{2}(:[0-9a-f]{2}){15}$`).MatchString(aws.ToString(got.SerialNumber)) {
		t.Errorf("got serial number %s", aws.ToString(got.SerialNumber))
	}

	if err := deleteCertificate(t, client, "site"); err != nil {
		t.Fatal(err)
	}
	readCertificate(t, client, "site")
	wantCode(t, "DeleteCertificate of a deleted certificate", deleteCertificate(t, client, "site"), "NotFoundException")
}

// Certificates are selected by status and name, and pages have those that match.
func TestGetCertificates(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithLag(
		lightsailtest.Lag{Name: "pending", State: pendingValidation, Polls: 100},
		lightsailtest.Lag{Name: "hidden", State: lightsailtest.Hidden, Polls: 100}))
	for _, name := range []string{"a", "b", "c", "hidden", "pending"} {
		requestCertificate(t, client, "site-"+name, "example.com")
	}
	requestCertificate(t, client, "pending", "example.com")
	requestCertificate(t, client, "hidden", "example.com")
	pages := func(in lightsail.GetCertificatesInput) (pages [][]string) {
		for page, err := range lightsail.NewGetCertificatesPaginator(client, &in).Pages(t.Context()) {
			if err != nil || len(pages) == maxPages {
				t.Fatal(err)
			}
			names := []string{}
			for _, c := range page.Certificates {
				names = append(names, *c.CertificateName)
				wantEqual(t, "presence of the details of "+*c.CertificateName, in.IncludeCertificateDetails, c.CertificateDetail != nil)
			}
			pages = append(pages, names)
		}
		return pages
	}
	wantEqual(t, "all certificates", [][]string{{"pending"}, {"site-a", "site-b"}, {"site-c", "site-hidden"}, {"site-pending"}},
		pages(lightsail.GetCertificatesInput{IncludeCertificateDetails: true}))
	statuses := []types.CertificateStatus{types.CertificateStatusPendingValidation, types.CertificateStatusFailed}
	wantEqual(t, "pending certificates", [][]string{{"pending"}}, pages(lightsail.GetCertificatesInput{CertificateStatuses: statuses}))

	// Terraform reads the details without asking for them.
	in := &lightsail.GetCertificatesInput{CertificateName: aws.String("site-a")}
	out := must[lightsail.GetCertificatesOutput](t)(client.GetCertificates(t.Context(), in))
	wantEqual(t, "certificate by name", types.CertificateStatusIssued, out.Certificates[0].CertificateDetail.Status)
	in.CertificateStatuses = statuses
	out = must[lightsail.GetCertificatesOutput](t)(client.GetCertificates(t.Context(), in))
	wantEqual(t, "certificates by name with another status", 0, len(out.Certificates))
	in.CertificateName = aws.String("missing")
	_, err := client.GetCertificates(t.Context(), in)
	wantCode(t, "GetCertificates of a missing name", err, "NotFoundException")
}

func TestCreateCertificateInvalidInput(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	name, domain := aws.String("site"), exampleCom
	ten := make([]string, 10)
	for i := range ten {
		ten[i] = fmt.Sprintf("%d.example.com", i)
	}
	requestCertificate(t, client, "nine", "example.com", append(ten[:9:9], "example.com")...)
	for _, test := range []struct {
		in      lightsail.CreateCertificateInput
		message string
	}{
		{lightsail.CreateCertificateInput{CertificateName: name}, "domainName: must be set"},
		{lightsail.CreateCertificateInput{CertificateName: aws.String("a b"), DomainName: domain}, "certificateName: must have"},
		{lightsail.CreateCertificateInput{CertificateName: alpha, DomainName: domain}, "already in use: alpha"},
		{lightsail.CreateCertificateInput{CertificateName: name, DomainName: aws.String("*.example.com")}, "domainName: must be the name of a domain"},
		{lightsail.CreateCertificateInput{CertificateName: name, DomainName: domain, SubjectAlternativeNames: []string{"*.example.com"}},
			"subjectAlternativeNames[0]: must be the name"},
		{lightsail.CreateCertificateInput{CertificateName: name, DomainName: domain, SubjectAlternativeNames: ten}, "at most 9 names"},
		{lightsail.CreateCertificateInput{CertificateName: name, DomainName: domain, Tags: make([]types.Tag, 51)}, "tags: must have at most 50"},
	} {
		wantInvalidInput(t, server, "CreateCertificate", test.in, test.message)
	}
	for i := range 19 {
		requestCertificate(t, client, fmt.Sprint("site-", i), "example.com")
	}
	valid := lightsail.CreateCertificateInput{CertificateName: name, DomainName: domain}
	wantInvalidInput(t, server, "CreateCertificate", valid, "maximum number of 20")
}

// A certificate that is not issued has the reason, fails the waiter and cannot be attached.
func TestCertificateFailures(t *testing.T) {
	for _, status := range []types.CertificateStatus{
		types.CertificateStatusFailed, types.CertificateStatusValidationTimedOut, types.CertificateStatusRevoked,
	} {
		_, client := newTestServer(t, lightsailtest.WithLag(
			lightsailtest.Lag{State: pendingValidation, End: string(status), Reason: "CAA_ERROR"}))
		operations := requestCertificate(t, client, "site", "example.com").Operations
		wantEqual(t, "operation record", "Failed: CAA_ERROR", string(operations[0].Status)+": "+aws.ToString(operations[0].ErrorDetails))
		in := &lightsail.GetCertificatesInput{CertificateName: aws.String("site")}
		err := lightsail.NewCertificateIssuedWaiter(client).Wait(t.Context(), in, time.Minute)
		var failure *lightsail.ResourceStateError
		if !errors.As(err, &failure) || failure.State != string(status) || failure.Reason != "CAA_ERROR" {
			t.Errorf("waiter: got %v, want a ResourceStateError with %s and the reason", err, status)
		}
		c := readCertificate(t, client, "site")
		if c.IssuedAt != nil || c.SerialNumber != nil {
			t.Errorf("got %+v, want nothing of an issued certificate", c)
		}
		createTestDistribution(t, client, "cdn")
		_, err = client.AttachCertificateToDistribution(t.Context(), &lightsail.AttachCertificateToDistributionInput{
			CertificateName: aws.String("site"), DistributionName: aws.String("cdn"),
		})
		wantCode(t, "AttachCertificateToDistribution", err, invalidInput)
	}
}

// A certificate that is in use is renewed; another one expires.
func TestCertificateRenewal(t *testing.T) {
	synctest.Test(t, func(t *testing.T) { // starts at 2000-01-01 00:00
		_, client := newTestServer(t)
		requestCertificate(t, client, "used", "example.com")
		requestCertificate(t, client, "unused", "example.net")
		createTestDistribution(t, client, "cdn")
		attachCertificate(t, client, "used", "cdn")
		renewal := func(name string) string {
			c := readCertificate(t, client, name)
			text := fmt.Sprint(c.Status, " until ", c.NotAfter.Format(time.DateOnly), " ", c.InUseResourceCount, " ", aws.ToString(c.EligibleToRenew))
			if r := c.RenewalSummary; r != nil {
				wantEqual(t, "records of the renewal", c.DomainValidationRecords, r.DomainValidationRecords)
				text += fmt.Sprint(" ", r.RenewalStatus, " ", r.UpdatedAt.Format(time.DateOnly), aws.ToString(r.RenewalStatusReason))
			}
			return text
		}
		const day = 24 * time.Hour
		wantEqual(t, "used, at first", "ISSUED until 2001-01-30 1 ELIGIBLE", renewal("used"))
		wantEqual(t, "unused, at first", "ISSUED until 2001-01-30 0 INELIGIBLE", renewal("unused"))
		time.Sleep(335*day - time.Second)
		wantEqual(t, "used, before the renewal", "ISSUED until 2001-01-30 1 ELIGIBLE", renewal("used"))
		time.Sleep(time.Second)
		wantEqual(t, "used, renewed", "ISSUED until 2001-12-31 1 ELIGIBLE Success 2000-12-01", renewal("used"))
		wantEqual(t, "unused, not renewed", "ISSUED until 2001-01-30 0 INELIGIBLE PendingValidation 2000-12-01", renewal("unused"))
		time.Sleep(60 * day)
		wantEqual(t, "unused, expired", "EXPIRED until 2001-01-30 0  Failed 2001-01-30OTHER", renewal("unused"))
		_, err := client.AttachCertificateToDistribution(t.Context(), &lightsail.AttachCertificateToDistributionInput{
			CertificateName: aws.String("unused"), DistributionName: aws.String("cdn"),
		})
		wantCode(t, "AttachCertificateToDistribution of an expired certificate", err, invalidInput)
	})
}

// The validation record of a certificate in another Region is in the zone, unless the
// operation fails.
func TestCertificateOutsideUSEast1(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithRegions("us-east-1", "eu-west-1"))
	createDomain(t, client, "example.com")
	inEUWest1 := server.Client(inProcess(server), func(o *lightsail.Options) { o.Region = "eu-west-1" })
	server.Inject("CreateCertificate", lightsailtest.FailLater(0, "TestError", "test details"))
	requestCertificate(t, inEUWest1, "site", "example.com")
	wantEqual(t, "entries after a failure", []string(nil), entryTexts(t, client))
	requestCertificate(t, inEUWest1, "site", "example.com")
	wantEqual(t, "number of entries", 1, len(entryTexts(t, client)))
	wantCode(t, "DeleteCertificate in another Region", deleteCertificate(t, client, "site"), "NotFoundException")
}

// PutJSON accepts certificates as GetCertificates returns them, with and without details.
func TestPutCertificates(t *testing.T) {
	server, client := newTestServer(t)
	if err := server.PutJSON([]byte(`{"certificates": [
		{"certificateName": "site", "domainName": "example.net", "tags": [{"key": "team", "value": "web"}]},
		{"certificateName": "old", "certificateDetail": {"status": "REVOKED", "revokedAt": 1700000000, "revocationReason": "KEY_COMPROMISE"}},
		{}
	]}`)); err != nil {
		t.Fatal(err)
	}
	got := readCertificate(t, client, "site")
	wantEqual(t, "site", []any{types.CertificateStatusIssued, "example.net", 1, "web"},
		[]any{got.Status, *got.DomainName, len(got.DomainValidationRecords), *got.Tags[0].Value})
	got = readCertificate(t, client, "old")
	wantEqual(t, "old", []any{types.CertificateStatusRevoked, "KEY_COMPROMISE", int64(1700000000)},
		[]any{got.Status, *got.RevocationReason, got.RevokedAt.Unix()})
	wantEqual(t, "certificate without a name", "example.com", *readCertificate(t, client, "certificate-3").DomainName)
	if err := server.PutJSON([]byte(`{"certificates": [{"certificateName": "a"}, {"certificateName": "a"}]}`)); err == nil {
		t.Error("PutJSON accepted two certificates of one name")
	}
}
