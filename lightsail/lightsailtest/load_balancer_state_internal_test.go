package lightsailtest

import (
	"fmt"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { stateRules["load balancers"] = loadBalancerContradictions }

func loadBalancerContradictions(st *state) (contradictions []string) {
	check := func(ok bool, format string, args ...any) {
		if !ok {
			contradictions = append(contradictions, fmt.Sprintf(format, args...))
		}
	}
	for _, lb := range list[*loadBalancer](st) {
		check(slices.Contains(lb.State.Values(), lb.State), "%s is %q", lb.name, lb.State)
		_, hasPolicy := findPolicy(*lb.TlsPolicyName)
		check(hasPolicy, "%s has the unknown TLS policy %s", lb.name, *lb.TlsPolicyName)
		seen := map[string]bool{}
		for _, t := range lb.targets {
			i, exists := st.resources[t.name].(*instance)
			check(exists && i.deleted <= 0 || t.isDetached(), "%s has the target %s, which does not exist", lb.name, t.name)
			check(slices.Contains(t.InstanceHealth.Values(), t.InstanceHealth) || t.isDetached(), "%s of %s is %q", t.name, lb.name, t.InstanceHealth)
			check(!seen[t.name], "%s has two targets for %s", lb.name, t.name)
			seen[t.name] = true
		}
		attached := 0
		certificates := st.loadBalancerCertificates(lb.name)
		for _, c := range certificates {
			if *c.IsAttached {
				attached++
			}
		}
		hasHTTPS := lb.Protocol == types.LoadBalancerProtocolHttpHttps
		check(len(certificates) <= 2 && attached <= 1, "%s has %d certificates, %d of them attached", lb.name, len(certificates), attached)
		check(hasHTTPS == (attached == 1), "%s has the protocol %s and %d attached certificates", lb.name, lb.Protocol, attached)
		check(hasHTTPS == slices.Contains(lb.PublicPorts, 443), "%s has the protocol %s and the ports %v", lb.name, lb.Protocol, lb.PublicPorts)
		check(hasHTTPS || !*lb.HttpsRedirectionEnabled, "%s redirects to HTTPS without HTTPS", lb.name)
	}
	for _, c := range list[*loadBalancerCertificate](st) {
		check(slices.Contains(c.Status.Values(), c.Status), "%s is %q", c.name, c.Status)
		check(!*c.IsAttached || c.Status == types.LoadBalancerTlsCertificateStatusIssued, "%s is %s and attached", c.name, c.Status)
		lb, exists := st.resources[*c.LoadBalancerName].(*loadBalancer)
		check(c.deleted > 0 || exists && lb.deleted <= 0, "the load balancer %s of %s does not exist", *c.LoadBalancerName, c.name)
	}
	return contradictions
}

func findPolicy(name string) (types.LoadBalancerTlsPolicy, bool) {
	i := slices.IndexFunc(tlsPolicies, func(p types.LoadBalancerTlsPolicy) bool { return *p.Name == name })
	if i < 0 {
		return types.LoadBalancerTlsPolicy{}, false
	}
	return tlsPolicies[i], true
}

// A failed operation does not change the load balancer, its targets, or its certificates.
func TestFailedOperationRestoresLoadBalancer(t *testing.T) {
	st, _, web := newTestState(t, WithLag(Lag{State: "draining", Polls: 1}))
	st.putLoadBalancer(types.LoadBalancer{
		Name:                    aws.String("front"),
		InstanceHealthSummary:   []types.InstanceHealthSummary{{InstanceName: aws.String("web")}},
		TlsCertificateSummaries: []types.LoadBalancerTlsCertificateSummary{{Name: aws.String("tls-1")}},
	})
	lb, name := st.resources["front"].(*loadBalancer), aws.String("front")
	before := clone(st.loadBalancerOutput(lb))
	for operation, call := range map[string]func() error{
		"AttachLoadBalancerTlsCertificate": func() error {
			_, err := st.attachLoadBalancerTLSCertificate(&lightsail.AttachLoadBalancerTlsCertificateInput{
				CertificateName: aws.String("tls-1"), LoadBalancerName: name})
			return err
		},
		"DetachInstancesFromLoadBalancer": func() error {
			_, err := st.detachInstancesFromLoadBalancer(&lightsail.DetachInstancesFromLoadBalancerInput{
				InstanceNames: []string{"web"}, LoadBalancerName: name})
			return err
		},
		"DeleteInstance": func() error {
			_, err := st.deleteInstance(&lightsail.DeleteInstanceInput{InstanceName: &web.name})
			return err
		},
		"DeleteLoadBalancer": func() error {
			_, err := st.deleteLoadBalancer(&lightsail.DeleteLoadBalancerInput{LoadBalancerName: name})
			return err
		},
	} {
		o := outcome{failed: true}
		st.begin(start, o)
		st.run(o, func() {
			if err := call(); err != nil {
				t.Errorf("%s: %v", operation, err)
			}
		})
		if diff := cmp.Diff(before, st.loadBalancerOutput(lb)); diff != "" || st.resources["tls-1"] == nil {
			t.Errorf("after a failed %s (-before +after):\n%s", operation, diff)
		}
	}
}
