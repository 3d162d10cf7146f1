package lightsailtest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	stateRules["load balancers"] = loadBalancerContradictions
	for member, choices := range map[string][]string{
		"attributevalue":        {"true", "false", "/health", "3600", "TLS-2016-08"},
		"certificatedomainname": {"example.com", "www.example.com"},
		"certificatename":       {"tls-1", "tls-2", "tls-3"},
		"healthcheckpath":       {"/", "/health"},
		"loadbalancername":      {"front", "back"},
		"tlspolicyname":         {"TLS-2016-08", "TLS-FS-1-2-Res-2019-08"},
	} {
		// Other families can have members of the same name.
		randomTexts[member] = append(randomTexts[member], choices...)
	}
}

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

// Calls in random order, all of which concern two load balancers and a few instances, do
// not make the state contradict itself.
func TestRandomLoadBalancerCalls(t *testing.T) {
	var names []string
	for name := range apiOperations {
		if strings.Contains(name, "LoadBalancer") || slices.Contains([]string{"DeleteInstance", "RebootInstance", "StartInstance", "StopInstance"}, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	inputs, accepted := inputTypes(), map[string]int{}
	for seed := range uint64(40) {
		random := rand.New(rand.NewPCG(seed, 1))
		polls := int(seed % 3)
		st := NewServer(t, WithClock(func() time.Time { return start }), WithLag(
			Lag{State: "provisioning", Polls: polls}, Lag{State: "PENDING_VALIDATION", Polls: polls}, Lag{State: "initial", Polls: polls},
			Lag{State: "draining", Polls: polls}, Lag{State: "stopping", Polls: polls}, Lag{State: Deleted, Polls: polls},
			Lag{Name: "tls-3", State: "PENDING_VALIDATION", Polls: 1, End: "FAILED"})).account.home()
		for call := range 400 {
			for _, name := range []string{"web", "db", "alpha", "beta", "bare", "data", "copy"} {
				if st.resources[name] == nil {
					st.putInstance(types.Instance{Name: &name})
				}
			}
			name := names[random.IntN(len(names))]
			if strings.HasPrefix(name, "Delete") && random.IntN(4) > 0 {
				continue
			}
			body, err := json.Marshal(randomInput(random, "", inputs[name]))
			if err != nil {
				t.Fatal(err)
			}
			in, err := decode(inputs[name], body)
			if err != nil {
				continue
			}
			if _, err := st.runOperation(name, start, outcome{failed: random.IntN(20) == 0}, in); err == nil {
				accepted[name]++
			} else if !isException(err) {
				t.Errorf("seed %d, call %d: %s %s: %v", seed, call, name, body, err)
			}
			if contradictions := loadBalancerContradictions(st); len(contradictions) > 0 {
				t.Fatalf("seed %d, call %d: %s %s: %v", seed, call, name, body, contradictions)
			}
		}
	}
	for _, name := range names {
		if accepted[name] == 0 {
			t.Errorf("%s had no accepted call", name)
		}
	}
}
