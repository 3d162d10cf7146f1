package lightsailtest

import (
	"strings"

	"github.com/lightsail-go/sdk/types"
)

// Bounds and default of the response timeout of an origin, in seconds. They are
// documented.
const (
	minResponseTimeout     = 1
	maxResponseTimeout     = 60
	defaultResponseTimeout = 30
)

// setOrigin sets the origin of a distribution. Without a change of the resource, settings
// that are not in the input do not change, which is a guess. So are the defaults of
// ProtocolPolicy and IpAddressType.
func (st *state) setOrigin(d *types.LightsailDistribution, in *types.InputOrigin, enablePrivateAccess *bool) error {
	origin := types.Origin{Name: in.Name, RegionName: in.RegionName}
	if current := d.Origin; current != nil && deref(current.Name) == deref(in.Name) &&
		(in.RegionName == "" || in.RegionName == current.RegionName) {
		origin = *current
	}
	timeout := in.ResponseTimeout
	var v violations
	v.check(deref(origin.Name) != "", "origin.name", "must be set")
	v.check(origin.RegionName != "", "origin.regionName", "must be set")
	v.check(timeout == nil || *timeout >= minResponseTimeout && *timeout <= maxResponseTimeout,
		"origin.responseTimeout", "must be %d to %d", minResponseTimeout, maxResponseTimeout)
	if err := v.err(); err != nil {
		return err
	}
	var r resource
	if region := st.regions[string(origin.RegionName)]; region != nil {
		r = region.resources[*origin.Name]
	}
	if r == nil || r.base().hidden > 0 || r.base().deleted > 0 {
		return notFound("resource", *origin.Name)
	}
	dns, problem := originDNS(r)
	if problem != "" {
		return invalidInput("origin.name: %s %s", *origin.Name, problem)
	}
	isBucket := r.kind() == types.ResourceTypeBucket
	if deref(enablePrivateAccess) && !isBucket {
		return invalidInput("enablePrivateOriginAccess: must be false unless the origin is a bucket")
	}

	origin.ResourceType = r.kind()
	setUnlessNil(&origin.IsPrivateOriginAccessEnabled, enablePrivateAccess)
	setDefault(&origin.IsPrivateOriginAccessEnabled, false)
	setUnlessNil(&origin.ResponseTimeout, timeout)
	setDefault(&origin.ResponseTimeout, defaultResponseTimeout)
	if in.ProtocolPolicy != "" {
		origin.ProtocolPolicy = in.ProtocolPolicy
	} else if origin.ProtocolPolicy == "" {
		origin.ProtocolPolicy = types.OriginProtocolPolicyEnumHTTPOnly
		if isBucket || r.kind() == types.ResourceTypeContainerService {
			origin.ProtocolPolicy = types.OriginProtocolPolicyEnumHTTPSOnly
		}
	}
	if in.IpAddressType != "" {
		origin.IpAddressType = in.IpAddressType
	} else if origin.IpAddressType == "" {
		origin.IpAddressType = types.OriginIpAddressTypeEnumIpv4
	}
	d.Origin, d.OriginPublicDNS = &origin, &dns
	return nil
}

// originDNS returns the DNS name of an origin, or why a resource cannot be one. It is
// documented which resources can be origins, that an instance needs a static IP, and that a
// load balancer needs an instance. The errors and the DNS names of instances are guesses.
func originDNS(r resource) (name, problem string) {
	switch v := r.(type) {
	case *instance:
		if !deref(v.IsStaticIp) {
			return "", "must have a static IP"
		}
		domain := string(r.base().location.RegionName) + ".compute"
		if r.base().location.RegionName == types.RegionNameUsEast1 {
			domain = "compute-1"
		}
		return "ec2-" + strings.ReplaceAll(deref(v.PublicIpAddress), ".", "-") + "." + domain + ".amazonaws.com", ""
	case *bucket:
		return hostOf(v.Url), ""
	case *containerService:
		return hostOf(v.Url), ""
	case *loadBalancer:
		if v.attached() == 0 {
			return "", "must have an attached instance"
		}
		return deref(v.DnsName), ""
	}
	return "", "must be an instance, a bucket, a container service, or a load balancer"
}

// hostOf returns the host of the URL of a resource.
func hostOf(url *string) string {
	return strings.TrimSuffix(strings.TrimPrefix(deref(url), "https://"), "/")
}

// isOrigin reports whether r is the origin of a distribution.
func (st *state) isOrigin(r resource) bool {
	for _, d := range each[*distribution](st.account) {
		if o := d.Origin; o != nil && d.deleted <= 0 &&
			deref(o.Name) == r.base().name && o.ResourceType == r.kind() && string(o.RegionName) == st.region {
			return true
		}
	}
	return false
}
