package lightsailtest

import (
	"fmt"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("SetIpAddressType", (*state).setIPAddressType) }

// ipAddressTypes holds a function for each type of resource that has an IP address type.
// The function changes the resource of an input and returns it.
var ipAddressTypes = map[types.ResourceType]func(*state, *lightsail.SetIpAddressTypeInput) (resource, error){
	types.ResourceTypeInstance: (*state).setInstanceIPAddressType,
}

func (st *state) setIPAddressType(in *lightsail.SetIpAddressTypeInput) (*lightsail.SetIpAddressTypeOutput, error) {
	change, ok := ipAddressTypes[in.ResourceType]
	if !ok {
		return nil, invalidInput("resourceType: a %s has no IP address type", in.ResourceType)
	}
	changed, err := change(st, in)
	if err != nil {
		return nil, err
	}
	return &lightsail.SetIpAddressTypeOutput{Operations: st.record(types.OperationTypeSetIpAddressType, changed)}, nil
}

// setInstanceIPAddressType also changes the bundle of an instance that loses or gets its
// public IPv4 address. It does not change the rules of the firewall. These are guesses:
// the states in which an instance can be changed, the error for an instance with a static
// IP, and that setting the current type again is not an error.
func (st *state) setInstanceIPAddressType(in *lightsail.SetIpAddressTypeInput) (resource, error) {
	i, err := st.findInstance(in.ResourceName, instanceRunning, instanceStopped)
	if err != nil {
		return nil, err
	}
	losesIPv4, getsIPv4 := in.IpAddressType == types.IpAddressTypeIpv6, i.IpAddressType == types.IpAddressTypeIpv6
	if losesIPv4 != getsIPv4 {
		if !deref(in.AcceptBundleUpdate) {
			return nil, invalidInput("acceptBundleUpdate: must be true for a change to or from ipv6")
		}
		if *i.IsStaticIp {
			return nil, invalidInput("resourceName: the static IP of %s must be detached first", i.name)
		}
		bundle, ok := st.bundleWithIPv4(i, getsIPv4)
		if !ok {
			return nil, invalidInput("ipAddressType: %s has no equivalent for %s", *i.BundleId, in.IpAddressType)
		}
		i.setBundle(bundle)
		i.PublicIpAddress = nil
		if getsIPv4 {
			i.PublicIpAddress = aws.String(st.address())
		}
	}
	if in.IpAddressType == types.IpAddressTypeIpv4 || i.IpAddressType == types.IpAddressTypeIpv4 {
		i.Ipv6Addresses = st.ipv6Addresses(in.IpAddressType)
	}
	i.IpAddressType = in.IpAddressType
	return i, nil
}

// bundleWithIPv4 returns the first active bundle that differs from that of an instance in
// whether it has a public IPv4 address.
func (st *state) bundleWithIPv4(i *instance, with bool) (types.Bundle, bool) {
	blueprint, _ := st.blueprint(*i.BlueprintId)
	current, _ := st.bundle(*i.BundleId)
	for _, b := range st.bundles() {
		if deref(b.IsActive) && hasIPv4(b) == with && deref(b.InstanceType) == deref(current.InstanceType) &&
			slices.Contains(b.SupportedPlatforms, blueprint.Platform) {
			return b, true
		}
	}
	return types.Bundle{}, false
}

// checkIPAddressType returns an error unless an instance with a bundle can have an IP
// address type, whose default is dualstack. Terraform's documentation has this rule for
// ipv6; the reverse is a guess.
func (st *state) checkIPAddressType(bundleID string, ipAddressType types.IpAddressType) error {
	b, _ := st.bundle(bundleID)
	if hasIPv4(b) == (ipAddressType == types.IpAddressTypeIpv6) {
		return invalidInput("ipAddressType: must be ipv6 if and only if the bundle has no public IPv4 address; %s has %d",
			bundleID, deref(b.PublicIpv4AddressCount))
	}
	return nil
}

// hasIPv4 reports whether instances with a bundle have a public IPv4 address.
func hasIPv4(b types.Bundle) bool {
	return b.PublicIpv4AddressCount == nil || *b.PublicIpv4AddressCount > 0
}

// ipv6Addresses returns new IPv6 addresses, of the range for documentation, for an
// instance.
func (st *state) ipv6Addresses(ipAddressType types.IpAddressType) []string {
	if ipAddressType == types.IpAddressTypeIpv4 {
		return []string{}
	}
	n := st.random.Uint64()
	return []string{fmt.Sprintf("2001:db8:d59:f900:%x:%x:%x:%x", n>>48, n>>32&0xffff, n>>16&0xffff, n&0xffff)}
}
