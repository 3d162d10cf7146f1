package lightsailtest

import (
	"fmt"
	"slices"

	"github.com/lightsail-go/sdk/types"
)

func init() {
	stateRules["certificates"] = (*state).certificateContradictions
	stateRules["distributions"] = (*state).distributionContradictions
}

func (st *state) certificateContradictions() (found []string) {
	for _, c := range list[*certificate](st) {
		contradicts := func(is bool, format string, args ...any) {
			if is {
				found = append(found, fmt.Sprintf("certificate %s: ", c.name)+fmt.Sprintf(format, args...))
			}
		}
		contradicts(!slices.Contains(c.Status.Values(), c.Status), "unknown status %s", c.Status)
		names := c.SubjectAlternativeNames
		contradicts(names[0] != *c.DomainName, "domain name %s is not in %v", *c.DomainName, names)
		contradicts(len(c.DomainValidationRecords) != len(names), "%d records for %v", len(c.DomainValidationRecords), names)
		for _, r := range c.DomainValidationRecords {
			contradicts(r.ValidationStatus != validationStatus(c.Status), "record is %s and the certificate %s", r.ValidationStatus, c.Status)
		}
		contradicts(c.Status == types.CertificateStatusPendingValidation && c.IssuedAt != nil, "issued while pending")
		contradicts(c.IssuedAt != nil && (c.NotAfter == nil || c.SerialNumber == nil), "issued without expiry or serial number")
	}
	return found
}

func (st *state) distributionContradictions() (found []string) {
	for _, d := range list[*distribution](st) {
		contradicts := func(is bool, format string, args ...any) {
			if is {
				found = append(found, fmt.Sprintf("distribution %s: ", d.name)+fmt.Sprintf(format, args...))
			}
		}
		contradicts(st.region != globalRegion, "it is in %s", st.region)
		contradicts(d.IpAddressType == types.IpAddressTypeIpv6, "it has no IPv4")
		contradicts((d.CertificateName == nil) != (len(d.AlternativeDomainNames) == 0), "certificate with the names %v", d.AlternativeDomainNames)
		if d.CertificateName != nil && d.deleted <= 0 {
			c, ok := st.resources[*d.CertificateName].(*certificate)
			contradicts(!ok || c.deleted > 0, "certificate %s does not exist", *d.CertificateName)
			contradicts(ok && c.Status != types.CertificateStatusIssued, "certificate %s is not issued", *d.CertificateName)
		}
		contradicts(d.isResetting && (d.resetAt == nil || !d.isLagging()), "reset without progress")
		contradicts(len(d.Waf.WafRules) > 0 && !*d.Waf.IsWafEnabled, "rule groups of a disabled firewall")
		contradicts(*d.Waf.IsWafEnabled && firewallRules[*d.BundleId] == nil, "firewall with the bundle %s", *d.BundleId)
		if d.Origin != nil {
			kind := d.Origin.ResourceType
			contradicts(*d.Origin.IsPrivateOriginAccessEnabled && kind != types.ResourceTypeBucket, "private access to %s", kind)
		}
	}
	return found
}

// sparseDistributions holds certificates and distributions with few fields.
const sparseDistributions = `{
	"buckets": [{"name": "alpha", "state": {}}],
	"instances": [{"name": "web", "isStaticIp": true}],
	"domains": [{"name": "example.com"}],
	"certificates": [{}, {"certificateName": "site", "certificateDetail": {}}, {"certificateDetail": {"status": "PENDING_VALIDATION"}}],
	"distributions": [{}, {"name": "cdn", "cacheBehaviorSettings": {}, "defaultCacheBehavior": {}, "location": {}}]
}`
