package lightsailtest

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateCertificate", (*state).createCertificate)
	register("DeleteCertificate", (*state).deleteCertificate)
	register("GetCertificates", (*state).getCertificates)

	registerPut("certificates", (*state).putCertificate)
}

const (
	// maxCertificates is the published quota of a Region. The service also counts the
	// certificates that were deleted in the last 365 days; this server does not.
	maxCertificates = 20

	// maxAlternativeNames is the documented number of domain names in addition to the
	// primary one.
	maxAlternativeNames = 9

	// certificateLifetime and renewalWindow are those of AWS Certificate Manager. That they
	// apply to Lightsail is a guess.
	certificateLifetime = 395 * 24 * time.Hour
	renewalWindow       = 60 * 24 * time.Hour
)

// A certificate is an SSL/TLS certificate for distributions and container services.
type certificate struct {
	entry
	types.Certificate
}

func (*certificate) kind() types.ResourceType { return types.ResourceTypeCertificate }

func (c *certificate) value() any { return &c.Certificate }

func (c *certificate) setState(status, reason string) {
	c.Status = types.CertificateStatus(status)
	switch {
	case reason == "":
	case c.Status == types.CertificateStatusRevoked:
		c.RevocationReason = &reason
	default:
		c.RequestFailureReason = &reason
	}
	for i := range c.DomainValidationRecords {
		c.DomainValidationRecords[i].ValidationStatus = validationStatus(c.Status)
	}
}

// validationStatus returns the status of the validation records of a certificate that was
// created with them. That all records of a failed certificate have failed is a guess.
func validationStatus(status types.CertificateStatus) types.CertificateDomainValidationStatus {
	switch status {
	case types.CertificateStatusPendingValidation:
		return types.CertificateDomainValidationStatusPendingValidation
	case types.CertificateStatusFailed, types.CertificateStatusValidationTimedOut:
		return types.CertificateDomainValidationStatusFailed
	}
	return types.CertificateDomainValidationStatusSuccess
}

// newCertificate returns a certificate with default values for the fields of c that are
// not set. Its alternative names include its primary domain name, as those of the service
// do.
func (st *state) newCertificate(c types.Certificate) *certificate {
	setDefaultName[*certificate](st, &c.Name, "certificate-%d")
	setDefault(&c.DomainName, "example.com")
	if c.Status == "" {
		c.Status = types.CertificateStatusIssued
	}
	c.SubjectAlternativeNames = certificateNames(*c.DomainName, c.SubjectAlternativeNames)
	if c.DomainValidationRecords == nil {
		for _, name := range c.SubjectAlternativeNames {
			c.DomainValidationRecords = append(c.DomainValidationRecords, st.validationRecord(name, c.Status))
		}
	}
	return &certificate{Certificate: c}
}

// certificateNames returns all domain names of a certificate, each once.
func certificateNames(primary string, alternative []string) []string {
	names := []string{primary}
	for _, name := range alternative {
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// validationRecord returns the DNS record that validates a domain name.
func (st *state) validationRecord(name string, status types.CertificateStatus) types.DomainValidationRecord {
	record, value := st.validationCNAME(name)
	return types.DomainValidationRecord{
		DomainName:       &name,
		ResourceRecord:   &types.ResourceRecord{Name: &record, Type: aws.String("CNAME"), Value: &value},
		ValidationStatus: validationStatus(status),
	}
}

// validationCNAME returns the name and the value of a record that validates a domain name,
// in the form of AWS Certificate Manager.
func (st *state) validationCNAME(domain string) (name, value string) {
	name = "_" + st.randomString(32, hexDigits) + "." + domain + "."
	zone := st.randomString(10, "abcdefghijklmnopqrstuvwxyz")
	return name, "_" + st.randomString(32, hexDigits) + "." + zone + ".acm-validations.aws."
}

// putCertificate adds a certificate with default values for what s does not set. The
// fields of CertificateDetail take precedence over those of the summary.
func (st *state) putCertificate(s types.CertificateSummary) {
	var c types.Certificate
	if s.CertificateDetail != nil {
		c = *s.CertificateDetail
	}
	c.Arn, c.DomainName, c.Name = cmp.Or(c.Arn, s.CertificateArn), cmp.Or(c.DomainName, s.DomainName), cmp.Or(c.Name, s.CertificateName)
	if c.Tags == nil {
		c.Tags = s.Tags
	}
	st.put(st.newCertificate(c), "all")
}

// createCertificate rejects names that are not those of a domain and wildcards, which are
// documented not to be supported.
func (st *state) createCertificate(in *lightsail.CreateCertificateInput) (*lightsail.CreateCertificateOutput, error) {
	const rule = "must be the name of a domain, such as www.example.com, without a wildcard"
	var v violations
	v.resourceName("certificateName", in.CertificateName)
	v.check(domainName.MatchString(*in.DomainName), "domainName", rule)
	for i, name := range in.SubjectAlternativeNames {
		v.check(domainName.MatchString(name), fmt.Sprintf("subjectAlternativeNames[%d]", i), rule)
	}
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := checkQuota[*certificate](st, maxCertificates, 1); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.CertificateName); err != nil {
		return nil, err
	}
	c := st.newCertificate(types.Certificate{
		DomainName:              in.DomainName,
		Name:                    in.CertificateName,
		Status:                  types.CertificateStatusPendingValidation,
		SubjectAlternativeNames: in.SubjectAlternativeNames,
		Tags:                    mergeTags(nil, in.Tags),
	})
	if len(c.SubjectAlternativeNames) > maxAlternativeNames+1 {
		return nil, invalidInput("subjectAlternativeNames: must have at most %d names in addition to domainName", maxAlternativeNames)
	}
	st.addValidationRecords(c)
	st.create(c, "all")
	st.enter(c, string(types.CertificateStatusPendingValidation), string(types.CertificateStatusIssued))
	return &lightsail.CreateCertificateOutput{
		Certificate: st.summary(c, false),
		Operations:  st.record(types.OperationTypeCreateCertificate, c),
	}, nil
}

// addValidationRecords adds the records of a new certificate to the domains of the account,
// as the service does. The message is a guess, and so is that a domain that is not in the
// account has no state of the creation.
func (st *state) addValidationRecords(c *certificate) {
	for i := range c.DomainValidationRecords {
		r := &c.DomainValidationRecords[i]
		zone := st.zoneOf(*r.DomainName)
		if zone == nil {
			continue
		}
		// A failed operation restores its own Region only, which need not be that of domains.
		if !st.outcome.failed {
			st.addEntry(zone, types.DomainEntry{
				Name:   aws.String(strings.TrimSuffix(*r.ResourceRecord.Name, ".")),
				Target: aws.String(strings.TrimSuffix(*r.ResourceRecord.Value, ".")),
				Type:   r.ResourceRecord.Type,
			})
		}
		r.DnsRecordCreationState = &types.DnsRecordCreationState{
			Code:    types.DnsRecordCreationStateCodeSucceeded,
			Message: aws.String("The record was added to the DNS zone " + zone.name + "."),
		}
	}
}

// zoneOf returns the domain that has the entries of a name. It returns nil if there is
// none.
func (a *account) zoneOf(name string) (zone *domain) {
	for _, d := range each[*domain](a) {
		contains := name == d.name || strings.HasSuffix(name, "."+d.name)
		if contains && !d.isLagging() && (zone == nil || len(d.name) > len(zone.name)) {
			zone = d
		}
	}
	return zone
}

// getCertificates selects certificates by their status before it divides them into pages.
// Terraform relies on the details of a certificate that is selected by its name, although
// the documentation says that they are returned only on request.
func (st *state) getCertificates(in *lightsail.GetCertificatesInput) (*lightsail.GetCertificatesOutput, error) {
	out := &lightsail.GetCertificatesOutput{Certificates: []types.CertificateSummary{}}
	all := list[*certificate](st)
	if in.CertificateName != nil {
		c, err := show[*certificate](st, in.CertificateName)
		if err != nil {
			return nil, err
		}
		all = []*certificate{c}
	}
	var matching []*certificate
	for _, c := range all {
		st.refresh(c)
		if in.CertificateStatuses == nil || slices.Contains(in.CertificateStatuses, c.Status) {
			matching = append(matching, c)
		}
	}
	page := matching
	if in.CertificateName == nil {
		var err error
		page, out.NextPageToken, err = pageOf(st, in, matching, func(c *certificate) string { return c.name })
		if err != nil {
			return nil, err
		}
		page = visible(st, page)
	}
	for _, c := range page {
		out.Certificates = append(out.Certificates, *st.summary(c, in.IncludeCertificateDetails || in.CertificateName != nil))
	}
	return out, nil
}

// summary returns the certificate for an output. The values of EligibleToRenew are those of
// AWS Certificate Manager, which is a guess.
func (st *state) summary(c *certificate, withDetail bool) *types.CertificateSummary {
	summary := &types.CertificateSummary{CertificateArn: c.Arn, CertificateName: c.Name, DomainName: c.DomainName, Tags: c.Tags}
	if !withDetail {
		return summary
	}
	detail := c.Certificate
	detail.InUseResourceCount = int32(len(st.certificateUsers(c)))
	if c.Status == types.CertificateStatusIssued {
		detail.EligibleToRenew = aws.String("INELIGIBLE")
		if detail.InUseResourceCount > 0 {
			detail.EligibleToRenew = aws.String("ELIGIBLE")
		}
	}
	summary.CertificateDetail = &detail
	return summary
}

// refresh sets what a certificate has since it was issued, and renews it or lets it expire
// as the clock says. A certificate is renewed while it is in use; that its DNS records
// exist is assumed. The values of KeyAlgorithm and RenewalStatusReason are those of AWS
// Certificate Manager, which is a guess.
func (st *state) refresh(c *certificate) {
	if c.Status != types.CertificateStatusIssued {
		return
	}
	setDefault(&c.IssuedAt, st.now)
	setDefault(&c.IssuerCA, "Amazon")
	setDefault(&c.KeyAlgorithm, "RSA-2048")
	setDefault(&c.NotBefore, *c.IssuedAt)
	setDefault(&c.NotAfter, c.NotBefore.Add(certificateLifetime))
	if c.SerialNumber == nil {
		c.SerialNumber = aws.String(st.serialNumber())
	}

	left := c.NotAfter.Sub(st.now)
	if left > renewalWindow {
		return
	}
	renewal := &types.RenewalSummary{DomainValidationRecords: c.DomainValidationRecords}
	switch {
	case len(st.certificateUsers(c)) > 0:
		c.NotBefore, c.NotAfter = aws.Time(st.now), aws.Time(st.now.Add(certificateLifetime))
		c.SerialNumber = aws.String(st.serialNumber())
		renewal.RenewalStatus, renewal.UpdatedAt = types.RenewalStatusSuccess, aws.Time(st.now)
	case left > 0:
		renewal.RenewalStatus, renewal.UpdatedAt = types.RenewalStatusPendingValidation, aws.Time(c.NotAfter.Add(-renewalWindow))
	default:
		c.Status = types.CertificateStatusExpired
		renewal.RenewalStatus, renewal.UpdatedAt = types.RenewalStatusFailed, c.NotAfter
		renewal.RenewalStatusReason = aws.String("OTHER")
	}
	c.RenewalSummary = renewal
}

// serialNumber returns a new serial number in the form of AWS Certificate Manager.
func (st *state) serialNumber() string {
	octets := make([]string, 16)
	for i := range octets {
		octets[i] = st.randomString(2, hexDigits)
	}
	return strings.Join(octets, ":")
}

// certificateUsers returns the names of the resources of the Region that use a certificate.
func (st *state) certificateUsers(c *certificate) (names []string) {
	for name, r := range st.resources {
		uses := false
		switch v := r.(type) {
		case *distribution:
			uses = deref(v.CertificateName) == c.name
		case *containerService:
			_, uses = v.PublicDomainNames[c.name]
		}
		if uses && r.base().deleted <= 0 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names
}

// findIssuedCertificate is find for a certificate that is to be used. It must be ISSUED; the
// error for another status is a guess.
func (st *state) findIssuedCertificate(name *string) (*certificate, error) {
	c, err := find[*certificate](st, name)
	if err != nil {
		return nil, err
	}
	if st.refresh(c); c.Status != types.CertificateStatusIssued {
		return nil, invalidInput("The certificate %s is %s. It must be ISSUED.", c.name, c.Status)
	}
	return c, nil
}

// deleteCertificate returns an error for a certificate that is in use. The rule is
// documented for distributions. That it applies to container services and the error are
// guesses.
func (st *state) deleteCertificate(in *lightsail.DeleteCertificateInput) (*lightsail.DeleteCertificateOutput, error) {
	c, err := find[*certificate](st, in.CertificateName)
	if err != nil {
		return nil, err
	}
	if users := st.certificateUsers(c); len(users) > 0 {
		return nil, invalidInput("The certificate %s is attached to %s. Detach it first.", c.name, strings.Join(users, ", "))
	}
	st.remove(c, "")
	return &lightsail.DeleteCertificateOutput{Operations: st.record(types.OperationTypeDeleteCertificate, c)}, nil
}
