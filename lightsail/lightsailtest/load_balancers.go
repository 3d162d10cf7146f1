package lightsailtest

import (
	"cmp"
	"fmt"
	"maps"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateLoadBalancer", (*state).createLoadBalancer)
	register("DeleteLoadBalancer", (*state).deleteLoadBalancer)
	register("GetLoadBalancer", (*state).getLoadBalancer)
	register("GetLoadBalancers", (*state).getLoadBalancers)
	register("UpdateLoadBalancerAttribute", (*state).updateLoadBalancerAttribute)

	registerPut("loadBalancers", (*state).putLoadBalancer)

	ipAddressTypes[types.ResourceTypeLoadBalancer] = (*state).setLoadBalancerIPAddressType
}

// maxLoadBalancers is the published quota of a Region.
const maxLoadBalancers = 10

// maxCookieSeconds is the bound of Elastic Load Balancing. That it applies to Lightsail is
// a guess.
const maxCookieSeconds = 7 * 24 * 60 * 60

// A loadBalancer distributes requests among instances.
type loadBalancer struct {
	entry

	// InstanceHealthSummary and TlsCertificateSummaries are set only in outputs.
	types.LoadBalancer

	// targets holds the attached instances in the order in which they were attached.
	targets []*loadBalancerTarget
}

func (*loadBalancer) kind() types.ResourceType { return types.ResourceTypeLoadBalancer }

func (lb *loadBalancer) value() any { return &lb.LoadBalancer }

// setState ignores the reason, for which a load balancer has no field.
func (lb *loadBalancer) setState(state, _ string) { lb.State = types.LoadBalancerState(state) }

// setProtocol sets the protocol and its ports.
func (lb *loadBalancer) setProtocol(protocol types.LoadBalancerProtocol) {
	lb.Protocol, lb.PublicPorts = protocol, []int32{80}
	if protocol == types.LoadBalancerProtocolHttpHttps {
		lb.PublicPorts = append(lb.PublicPorts, 443)
	}
}

// independent is a resource whose operation records do not wait until it has passed through
// its states.
type independent struct{ resource }

func (r independent) base() *entry {
	e := *r.resource.base()
	e.progress = progress{}
	return &e
}

// newLoadBalancer returns a load balancer with default values for the fields of lb that
// are not set.
func (st *state) newLoadBalancer(lb types.LoadBalancer) *loadBalancer {
	setDefaultName[*loadBalancer](st, &lb.Name, "load-balancer-%d")
	id := st.randomString(32, hexDigits)
	setDefault(&lb.DnsName, fmt.Sprintf("%s-%s.%s.elb.amazonaws.com", id, st.randomString(10, "123456789"), st.region))
	setDefault(&lb.HealthCheckPath, "/")
	setDefault(&lb.HttpsRedirectionEnabled, false)
	setDefault(&lb.InstancePort, 80)
	setDefault(&lb.SupportCode, fmt.Sprintf("%s/arn:aws:elasticloadbalancing:%s:%s:loadbalancer/app/%s/%s",
		accountID, st.region, accountID, id, st.randomString(16, hexDigits)))
	setDefault(&lb.TlsPolicyName, defaultTLSPolicy)
	if lb.IpAddressType == "" {
		lb.IpAddressType = types.IpAddressTypeDualstack
	}
	if lb.State == "" {
		lb.State = types.LoadBalancerStateActive
	}
	options := map[string]string{
		string(types.LoadBalancerAttributeNameSessionStickinessEnabled):                 "false",
		string(types.LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds): "86400",
	}
	maps.Copy(options, lb.ConfigurationOptions)
	lb.ConfigurationOptions = options
	lb.InstanceHealthSummary, lb.TlsCertificateSummaries = nil, nil
	return &loadBalancer{LoadBalancer: lb}
}

// putLoadBalancer also adds the certificates that the load balancer names, unless they
// exist.
func (st *state) putLoadBalancer(lb types.LoadBalancer) {
	added := st.newLoadBalancer(lb)
	st.put(added, "all")
	for _, health := range lb.InstanceHealthSummary {
		t := added.newTarget(deref(health.InstanceName))
		t.setState(cmp.Or(string(health.InstanceHealth), targetHealthy), string(health.InstanceHealthReason))
		added.targets = append(added.targets, t)
	}
	for _, c := range lb.TlsCertificateSummaries {
		if st.resources[deref(c.Name)] == nil {
			st.putLoadBalancerCertificate(types.LoadBalancerTlsCertificate{Name: c.Name, IsAttached: c.IsAttached, LoadBalancerName: added.Name})
		}
	}
	if lb.Protocol != "" {
		added.setProtocol(lb.Protocol)
	} else {
		st.updateProtocol(added)
	}
	if lb.PublicPorts != nil {
		added.PublicPorts = lb.PublicPorts
	}
}

// findLoadBalancer is find for a load balancer that must be active. The error for another
// state is a guess.
func (st *state) findLoadBalancer(name *string) (*loadBalancer, error) {
	lb, err := find[*loadBalancer](st, name)
	if err == nil && lb.State != types.LoadBalancerStateActive && lb.State != types.LoadBalancerStateActiveImpaired {
		err = operationFailure("The load balancer %s is %s. It must be %s.", lb.name, lb.State, types.LoadBalancerStateActive)
	}
	return lb, err
}

// createLoadBalancer also creates a certificate if its name is set. The bounds of
// InstancePort are a guess.
func (st *state) createLoadBalancer(in *lightsail.CreateLoadBalancerInput) (*lightsail.CreateLoadBalancerOutput, error) {
	certificate := &lightsail.CreateLoadBalancerTlsCertificateInput{
		CertificateAlternativeNames: in.CertificateAlternativeNames,
		CertificateDomainName:       in.CertificateDomainName,
		CertificateName:             in.CertificateName,
		LoadBalancerName:            in.LoadBalancerName,
	}
	names := []string{*in.LoadBalancerName}
	var v violations
	v.resourceName("loadBalancerName", in.LoadBalancerName)
	v.check(in.InstancePort >= 1 && in.InstancePort <= 65535, "instancePort", "must be 1 to 65535")
	v.healthCheckPath("healthCheckPath", in.HealthCheckPath)
	v.tlsPolicy("tlsPolicyName", in.TlsPolicyName)
	v.check((in.CertificateName != nil) == (in.CertificateDomainName != nil), "certificateName", "must be set if and only if certificateDomainName is set")
	if in.CertificateName != nil && in.CertificateDomainName != nil {
		v.loadBalancerCertificate(certificate)
		names = append(names, *in.CertificateName)
	}
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := checkQuota[*loadBalancer](st, maxLoadBalancers, 1); err != nil {
		return nil, err
	}
	if err := checkQuota[*loadBalancerCertificate](st, maxLoadBalancerCertificates, len(names)-1); err != nil {
		return nil, err
	}
	if err := st.checkNames(names...); err != nil {
		return nil, err
	}

	lb := st.newLoadBalancer(types.LoadBalancer{
		HealthCheckPath: in.HealthCheckPath,
		InstancePort:    &in.InstancePort,
		IpAddressType:   in.IpAddressType,
		Name:            in.LoadBalancerName,
		Tags:            mergeTags(nil, in.Tags),
		TlsPolicyName:   in.TlsPolicyName,
	})
	st.create(lb, "all")
	st.updateProtocol(lb)
	st.enter(lb, string(types.LoadBalancerStateProvisioning), string(types.LoadBalancerStateActive))
	operations := st.record(types.OperationTypeCreateLoadBalancer, lb)
	if in.CertificateName != nil {
		operations = append(operations, st.addLoadBalancerCertificate(lb, certificate)...)
	}
	return &lightsail.CreateLoadBalancerOutput{Operations: operations}, nil
}

// healthCheckPath checks a path of health checks. That it must begin with a slash is a
// guess.
func (v *violations) healthCheckPath(member string, path *string) {
	v.check(path == nil || strings.HasPrefix(*path, "/"), member, "must begin with a slash")
}

func (st *state) getLoadBalancer(in *lightsail.GetLoadBalancerInput) (*lightsail.GetLoadBalancerOutput, error) {
	lb, err := show[*loadBalancer](st, in.LoadBalancerName)
	if err != nil {
		return nil, err
	}
	out := st.loadBalancerOutput(lb)
	return &lightsail.GetLoadBalancerOutput{LoadBalancer: &out}, nil
}

func (st *state) getLoadBalancers(in *lightsail.GetLoadBalancersInput) (*lightsail.GetLoadBalancersOutput, error) {
	page, next, err := showPage[*loadBalancer](st, in)
	return &lightsail.GetLoadBalancersOutput{LoadBalancers: values(page, st.loadBalancerOutput), NextPageToken: next}, err
}

// loadBalancerOutput returns the load balancer for an output, which counts as a poll of
// its targets.
func (st *state) loadBalancerOutput(lb *loadBalancer) types.LoadBalancer {
	out := lb.LoadBalancer
	out.InstanceHealthSummary = []types.InstanceHealthSummary{}
	for _, t := range lb.targets {
		if !t.isDetached() {
			out.InstanceHealthSummary = append(out.InstanceHealthSummary, st.pollHealth(t))
		}
	}
	out.TlsCertificateSummaries = []types.LoadBalancerTlsCertificateSummary{}
	for _, c := range st.loadBalancerCertificates(lb.name) {
		if c.hidden <= 0 {
			out.TlsCertificateSummaries = append(out.TlsCertificateSummaries, types.LoadBalancerTlsCertificateSummary{IsAttached: c.IsAttached, Name: c.Name})
		}
	}
	return out
}

// updateLoadBalancerAttribute returns an error for HTTPS redirection without HTTPS, whose
// message is published. That its code is InvalidInputException is a guess.
func (st *state) updateLoadBalancerAttribute(in *lightsail.UpdateLoadBalancerAttributeInput) (*lightsail.UpdateLoadBalancerAttributeOutput, error) {
	const member = "attributeValue"
	value := *in.AttributeValue
	var v violations
	switch in.AttributeName {
	case types.LoadBalancerAttributeNameHealthCheckPath:
		v.healthCheckPath(member, &value)
	case types.LoadBalancerAttributeNameHttpsRedirectionEnabled, types.LoadBalancerAttributeNameSessionStickinessEnabled:
		v.check(value == "true" || value == "false", member, "must be true or false")
	case types.LoadBalancerAttributeNameSessionStickinessLbCookieDurationSeconds:
		seconds, err := strconv.Atoi(value)
		v.check(err == nil && seconds >= 1 && seconds <= maxCookieSeconds, member, "must be 1 to %d", maxCookieSeconds)
	case types.LoadBalancerAttributeNameTlsPolicyName:
		v.tlsPolicy(member, &value)
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	lb, err := st.findLoadBalancer(in.LoadBalancerName)
	if err != nil {
		return nil, err
	}
	switch in.AttributeName {
	case types.LoadBalancerAttributeNameHealthCheckPath:
		lb.HealthCheckPath = &value
	case types.LoadBalancerAttributeNameHttpsRedirectionEnabled:
		if value == "true" && lb.Protocol != types.LoadBalancerProtocolHttpHttps {
			return nil, invalidInput("cannot enable https redirection while https is disabled.")
		}
		lb.HttpsRedirectionEnabled = aws.Bool(value == "true")
	case types.LoadBalancerAttributeNameTlsPolicyName:
		lb.TlsPolicyName = &value
	default:
		lb.ConfigurationOptions[string(in.AttributeName)] = value
	}
	return &lightsail.UpdateLoadBalancerAttributeOutput{Operations: st.record(types.OperationTypeUpdateLoadBalancerAttribute, lb)}, nil
}

func (st *state) setLoadBalancerIPAddressType(in *lightsail.SetIpAddressTypeInput) (resource, error) {
	lb, err := st.findLoadBalancer(in.ResourceName)
	if err != nil {
		return nil, err
	}
	lb.IpAddressType = in.IpAddressType
	return lb, nil
}

// deleteLoadBalancer also deletes the certificates. The order of the operation records and
// that they have no details is published.
func (st *state) deleteLoadBalancer(in *lightsail.DeleteLoadBalancerInput) (*lightsail.DeleteLoadBalancerOutput, error) {
	lb, err := find[*loadBalancer](st, in.LoadBalancerName)
	if err != nil {
		return nil, err
	}
	certificates := st.loadBalancerCertificates(lb.name)
	lb.targets = nil
	st.remove(lb, "")
	operations := st.record(types.OperationTypeDeleteLoadBalancer, lb)
	for _, c := range certificates {
		operations = append(operations, st.removeLoadBalancerCertificate(lb, c)...)
	}
	return &lightsail.DeleteLoadBalancerOutput{Operations: operations}, nil
}
