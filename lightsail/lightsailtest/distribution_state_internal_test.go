package lightsailtest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/types"
)

func init() {
	stateRules["certificates"] = (*state).certificateContradictions
	stateRules["distributions"] = (*state).distributionContradictions
	randomTexts["certificatename"] = []string{"site", "shop"}
	randomTexts["distributionname"] = []string{"cdn", "copy"}
	randomTexts["subjectalternativenames"] = []string{"www.example.com", "example.net"}
	randomTexts["allowedhttpmethods"] = acceptedMethods
	randomTexts["cachedhttpmethods"] = cachedMethods
	randomTexts["responsepagepath"] = []string{"/404.html"}
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

// TestRandomDistributionCalls is TestRandomCalls for certificates and distributions, some of
// which a test has put with hardly any fields, and for the resources that they refer to.
func TestRandomDistributionCalls(t *testing.T) {
	names := regexp.MustCompile(`Certificate|Distribution|(Create|Delete)Bucket$`)
	origin, origins := regexp.MustCompile(`"origin":{[^}]*}`), []string{"alpha", "web", "site", "missing"}
	operations, accepted := []string{}, map[string]int{}
	for name := range apiOperations {
		if names.MatchString(name) {
			operations = append(operations, name)
		}
	}
	slices.Sort(operations)
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 0))
		now := start
		server := NewServer(t, WithClock(func() time.Time { return now }), WithPageSize(2), WithLag(
			Lag{State: distributionInProgress, Polls: int(seed % 3)}, Lag{State: DistributionResetting, Polls: int(seed % 2)},
			Lag{Name: "shop", State: string(types.CertificateStatusPendingValidation), Polls: int(seed % 3)}, Lag{State: Deleted, Polls: int(seed % 2)}))
		if err := server.PutJSON([]byte(sparseDistributions)); err != nil {
			t.Fatal(err)
		}
		st := server.account.home()
		for call := range 300 {
			name := operations[random.IntN(len(operations))]
			body, err := json.Marshal(randomInput(random, "", inputTypes()[name]))
			if err != nil {
				t.Fatal(err)
			}
			body = origin.ReplaceAll(body, fmt.Appendf(nil, `"origin":{"name":%q,"regionName":"us-east-1"}`, origins[random.IntN(4)]))
			in, err := decode(inputTypes()[name], body)
			if err != nil {
				continue
			}
			if _, err := st.runOperation(name, now, outcome{failed: random.IntN(20) == 0}, in); err == nil {
				accepted[name]++
			} else if !isException(err) {
				t.Errorf("seed %d, call %d: %s %s: %v", seed, call, name, body, err)
			}
			for _, contradiction := range slices.Concat(st.certificateContradictions(), st.distributionContradictions()) {
				t.Fatalf("seed %d, call %d: %s %s: %s", seed, call, name, body, contradiction)
			}
			now = now.Add(time.Duration(random.IntN(72)) * time.Hour)
		}
	}
	for _, name := range operations {
		if accepted[name] == 0 {
			t.Errorf("no call of %s was accepted", name)
		}
	}
}

// sparseDistributions holds certificates and distributions with few fields.
const sparseDistributions = `{
	"buckets": [{"name": "alpha", "state": {}}],
	"instances": [{"name": "web", "isStaticIp": true}],
	"domains": [{"name": "example.com"}],
	"certificates": [{}, {"certificateName": "site", "certificateDetail": {}}, {"certificateDetail": {"status": "PENDING_VALIDATION"}}],
	"distributions": [{}, {"name": "cdn", "cacheBehaviorSettings": {}, "defaultCacheBehavior": {}, "location": {}}]
}`
