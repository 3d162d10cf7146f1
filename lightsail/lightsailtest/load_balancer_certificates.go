package lightsailtest

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("AttachLoadBalancerTlsCertificate", (*state).attachLoadBalancerTLSCertificate)
	register("CreateLoadBalancerTlsCertificate", (*state).createLoadBalancerTLSCertificate)
	register("DeleteLoadBalancerTlsCertificate", (*state).deleteLoadBalancerTLSCertificate)
	register("GetLoadBalancerTlsCertificates", (*state).getLoadBalancerTLSCertificates)

	registerPut("tlsCertificates", (*state).putLoadBalancerCertificate)
}

const (
	// maxLoadBalancerCertificates is the published quota of an account. That it is the one
	// of each Region is a guess.
	maxLoadBalancerCertificates = 10

	// maxCertificatesOfLoadBalancer and maxDomainNamesOfCertificate are documented.
	maxCertificatesOfLoadBalancer = 2
	maxDomainNamesOfCertificate   = 10
)

// A loadBalancerCertificate is a TLS certificate of a load balancer.
type loadBalancerCertificate struct {
	entry
	types.LoadBalancerTlsCertificate
}

func (*loadBalancerCertificate) kind() types.ResourceType {
	return types.ResourceTypeLoadBalancerTlsCertificate
}

func (c *loadBalancerCertificate) value() any { return &c.LoadBalancerTlsCertificate }

func (c *loadBalancerCertificate) setState(status, reason string) {
	c.Status = types.LoadBalancerTlsCertificateStatus(status)
	switch c.Status {
	case types.LoadBalancerTlsCertificateStatusFailed:
		c.FailureReason = cmp.Or(types.LoadBalancerTlsCertificateFailureReason(reason), types.LoadBalancerTlsCertificateFailureReasonOther)
	case types.LoadBalancerTlsCertificateStatusRevoked:
		c.RevocationReason = cmp.Or(types.LoadBalancerTlsCertificateRevocationReason(reason), types.LoadBalancerTlsCertificateRevocationReasonUnspecified)
	}
	for i := range c.DomainValidationRecords {
		c.DomainValidationRecords[i].ValidationStatus = c.domainStatus()
	}
}

// domainStatus returns the status of the domain names of a certificate. That all of them
// have failed if the certificate has failed is a guess.
func (c *loadBalancerCertificate) domainStatus() types.LoadBalancerTlsCertificateDomainStatus {
	switch c.Status {
	case types.LoadBalancerTlsCertificateStatusPendingValidation:
		return types.LoadBalancerTlsCertificateDomainStatusPendingValidation
	case types.LoadBalancerTlsCertificateStatusFailed, types.LoadBalancerTlsCertificateStatusValidationTimedOut:
		return types.LoadBalancerTlsCertificateDomainStatusFailed
	}
	return types.LoadBalancerTlsCertificateDomainStatusSuccess
}

// newLoadBalancerCertificate returns a certificate with default values for the fields of
// c that are not set. As in the published example, whose values have the same forms, the
// alternative names include the primary domain name.
func (st *state) newLoadBalancerCertificate(c types.LoadBalancerTlsCertificate) *loadBalancerCertificate {
	setDefaultName[*loadBalancerCertificate](st, &c.Name, "tls-certificate-%d")
	setDefault(&c.DomainName, "example.com")
	setDefault(&c.IsAttached, false)
	setDefault(&c.SupportCode, fmt.Sprintf("%s/arn:aws:acm:%s:%s:certificate/%s", accountID, st.region, accountID, st.uuid()))
	if c.Status == "" {
		c.Status = types.LoadBalancerTlsCertificateStatusIssued
	}
	c.SubjectAlternativeNames = certificateNames(*c.DomainName, c.SubjectAlternativeNames)
	added := &loadBalancerCertificate{LoadBalancerTlsCertificate: c}
	if c.DomainValidationRecords == nil {
		for _, name := range c.SubjectAlternativeNames {
			record, value := st.validationCNAME(name)
			added.DomainValidationRecords = append(added.DomainValidationRecords, types.LoadBalancerTlsCertificateDomainValidationRecord{
				DomainName:       &name,
				Name:             &record,
				Type:             aws.String("CNAME"),
				ValidationStatus: added.domainStatus(),
				Value:            &value,
			})
		}
	}
	return added
}

// complete sets what a certificate has since it was issued or revoked.
func (st *state) complete(c *loadBalancerCertificate) {
	switch c.Status {
	case types.LoadBalancerTlsCertificateStatusRevoked:
		setDefault(&c.RevokedAt, st.now)
	case types.LoadBalancerTlsCertificateStatusIssued:
		setDefault(&c.IssuedAt, st.now)
		setDefault(&c.Issuer, "Amazon")
		setDefault(&c.KeyAlgorithm, "RSA-2048")
		setDefault(&c.NotBefore, c.IssuedAt.UTC().Truncate(24*time.Hour))
		setDefault(&c.NotAfter, c.NotBefore.AddDate(0, 13, 0).Add(12*time.Hour))
		setDefault(&c.SignatureAlgorithm, "SHA256WITHRSA")
		setDefault(&c.Subject, "CN="+*c.DomainName)
		if c.Serial == nil {
			c.Serial = aws.String(st.serialNumber())
		}
	}
}

// putLoadBalancerCertificate adds a certificate, by default of the first load balancer
// that is put without a name.
func (st *state) putLoadBalancerCertificate(c types.LoadBalancerTlsCertificate) {
	setDefault(&c.LoadBalancerName, "load-balancer-1")
	added := st.newLoadBalancerCertificate(c)
	st.put(added, "all")
	if lb, ok := st.resources[*c.LoadBalancerName].(*loadBalancer); ok && *added.IsAttached {
		st.updateProtocol(lb)
	}
}

// loadBalancerCertificates returns the certificates of a load balancer, without those that
// are being deleted.
func (st *state) loadBalancerCertificates(lbName string) (certificates []*loadBalancerCertificate) {
	for _, c := range list[*loadBalancerCertificate](st) {
		if *c.LoadBalancerName == lbName && c.deleted <= 0 {
			certificates = append(certificates, c)
		}
	}
	return certificates
}

// findLoadBalancerCertificate is find for a certificate of a load balancer. The error for
// a certificate of another load balancer is a guess.
func (st *state) findLoadBalancerCertificate(lb *loadBalancer, name *string) (*loadBalancerCertificate, error) {
	c, err := find[*loadBalancerCertificate](st, name)
	if err == nil && *c.LoadBalancerName != lb.name {
		err = notFound(c.kind(), c.name)
	}
	return c, err
}

// updateProtocol enables HTTPS if a certificate is attached to the load balancer, and
// disables it otherwise.
func (st *state) updateProtocol(lb *loadBalancer) {
	isAttached := func(c *loadBalancerCertificate) bool { return *c.IsAttached }
	if slices.ContainsFunc(st.loadBalancerCertificates(lb.name), isAttached) {
		lb.setProtocol(types.LoadBalancerProtocolHttpHttps)
		return
	}
	lb.setProtocol(types.LoadBalancerProtocolHttp)
	lb.HttpsRedirectionEnabled = aws.Bool(false)
}

// loadBalancerCertificate checks an input, which can be a part of that of
// CreateLoadBalancer.
func (v *violations) loadBalancerCertificate(in *lightsail.CreateLoadBalancerTlsCertificateInput) {
	const rule = "must be the name of a domain, such as www.example.com, without a wildcard"
	v.resourceName("certificateName", in.CertificateName)
	v.check(domainName.MatchString(*in.CertificateDomainName), "certificateDomainName", rule)
	names := map[string]bool{*in.CertificateDomainName: true}
	for i, name := range in.CertificateAlternativeNames {
		v.check(domainName.MatchString(name), fmt.Sprintf("certificateAlternativeNames[%d]", i), rule)
		names[name] = true
	}
	v.check(len(names) <= maxDomainNamesOfCertificate, "certificateAlternativeNames", "must have at most %d items", maxDomainNamesOfCertificate-1)
	v.tags(in.Tags)
}

func (st *state) createLoadBalancerTLSCertificate(in *lightsail.CreateLoadBalancerTlsCertificateInput) (*lightsail.CreateLoadBalancerTlsCertificateOutput, error) {
	var v violations
	v.loadBalancerCertificate(in)
	if err := v.err(); err != nil {
		return nil, err
	}
	lb, err := find[*loadBalancer](st, in.LoadBalancerName)
	if err != nil {
		return nil, err
	}
	if len(st.loadBalancerCertificates(lb.name)) >= maxCertificatesOfLoadBalancer {
		// That the service returns this error is a guess.
		return nil, invalidInput("The load balancer %s already has %d TLS certificates.", lb.name, maxCertificatesOfLoadBalancer)
	}
	if err := checkQuota[*loadBalancerCertificate](st, maxLoadBalancerCertificates, 1); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.CertificateName); err != nil {
		return nil, err
	}
	return &lightsail.CreateLoadBalancerTlsCertificateOutput{Operations: st.addLoadBalancerCertificate(lb, in)}, nil
}

// addLoadBalancerCertificate creates the certificate of a valid input. In the published
// examples, its operation records wait neither for the validation nor for the load
// balancer. Terraform relies on this.
func (st *state) addLoadBalancerCertificate(lb *loadBalancer, in *lightsail.CreateLoadBalancerTlsCertificateInput) []types.Operation {
	c := st.newLoadBalancerCertificate(types.LoadBalancerTlsCertificate{
		DomainName:              in.CertificateDomainName,
		LoadBalancerName:        in.LoadBalancerName,
		Name:                    in.CertificateName,
		SubjectAlternativeNames: in.CertificateAlternativeNames,
		Tags:                    mergeTags(nil, in.Tags),
	})
	st.create(c, "all")
	st.enter(c, string(types.LoadBalancerTlsCertificateStatusPendingValidation), string(types.LoadBalancerTlsCertificateStatusIssued))
	return st.record(types.OperationTypeCreateLoadBalancerTlsCertificate, independent{c}, independent{lb})
}

func (st *state) getLoadBalancerTLSCertificates(in *lightsail.GetLoadBalancerTlsCertificatesInput) (*lightsail.GetLoadBalancerTlsCertificatesOutput, error) {
	lb, err := show[*loadBalancer](st, in.LoadBalancerName)
	if err != nil {
		return nil, err
	}
	var certificates []*loadBalancerCertificate
	for _, c := range list[*loadBalancerCertificate](st) {
		if *c.LoadBalancerName == lb.name {
			st.complete(c)
			certificates = append(certificates, c)
		}
	}
	return &lightsail.GetLoadBalancerTlsCertificatesOutput{
		TlsCertificates: values(visible(st, certificates), func(c *loadBalancerCertificate) types.LoadBalancerTlsCertificate {
			return c.LoadBalancerTlsCertificate
		}),
	}, nil
}

// attachLoadBalancerTLSCertificate returns an error for a certificate that is not issued,
// whose message is published. That its code is InvalidInputException is a guess.
func (st *state) attachLoadBalancerTLSCertificate(in *lightsail.AttachLoadBalancerTlsCertificateInput) (*lightsail.AttachLoadBalancerTlsCertificateOutput, error) {
	lb, err := st.findLoadBalancer(in.LoadBalancerName)
	if err != nil {
		return nil, err
	}
	c, err := st.findLoadBalancerCertificate(lb, in.CertificateName)
	if err != nil {
		return nil, err
	}
	if c.Status != types.LoadBalancerTlsCertificateStatusIssued {
		return nil, invalidInput("Sorry, you can only attach a validated certificate to a load balancer.")
	}
	for _, other := range st.loadBalancerCertificates(lb.name) {
		other.IsAttached = aws.Bool(other == c)
	}
	st.updateProtocol(lb)
	return &lightsail.AttachLoadBalancerTlsCertificateOutput{
		Operations: st.record(types.OperationTypeAttachLoadBalancerTlsCertificate, lb, c),
	}, nil
}

// deleteLoadBalancerTLSCertificate requires Force for a certificate that is attached to a
// load balancer with instances, as documented. The error is a guess.
func (st *state) deleteLoadBalancerTLSCertificate(in *lightsail.DeleteLoadBalancerTlsCertificateInput) (*lightsail.DeleteLoadBalancerTlsCertificateOutput, error) {
	lb, err := find[*loadBalancer](st, in.LoadBalancerName)
	if err != nil {
		return nil, err
	}
	c, err := st.findLoadBalancerCertificate(lb, in.CertificateName)
	if err != nil {
		return nil, err
	}
	if *c.IsAttached && lb.attached() > 0 && !deref(in.Force) {
		return nil, invalidInput("The certificate %s is in use by the load balancer %s. Set force to delete it.", c.name, lb.name)
	}
	return &lightsail.DeleteLoadBalancerTlsCertificateOutput{Operations: st.removeLoadBalancerCertificate(lb, c)}, nil
}

// removeLoadBalancerCertificate deletes a certificate. If it is attached, this disables
// HTTPS.
func (st *state) removeLoadBalancerCertificate(lb *loadBalancer, c *loadBalancerCertificate) []types.Operation {
	st.remove(c, "")
	if *c.IsAttached {
		c.IsAttached = aws.Bool(false)
		st.updateProtocol(lb)
	}
	return st.recordEach(types.OperationTypeDeleteLoadBalancerTlsCertificate, []resource{c, lb})
}
