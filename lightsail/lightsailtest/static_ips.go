package lightsailtest

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("AllocateStaticIp", (*state).allocateStaticIP)
	register("AttachStaticIp", (*state).attachStaticIP)
	register("DetachStaticIp", (*state).detachStaticIP)
	register("GetStaticIp", (*state).getStaticIP)
	register("GetStaticIps", (*state).getStaticIPs)
	register("ReleaseStaticIp", (*state).releaseStaticIP)

	registerPut("staticIps", (*state).putStaticIP)
}

// maxStaticIPs is the published default quota of a Region.
const maxStaticIPs = 5

// A staticIP is a public IPv4 address that the account keeps.
type staticIP struct {
	entry
	types.StaticIp
}

func (*staticIP) kind() types.ResourceType { return types.ResourceTypeStaticIp }

func (ip *staticIP) value() any { return &ip.StaticIp }

// putStaticIP adds a static IP with default values for the fields of ip that are not set.
func (st *state) putStaticIP(ip types.StaticIp) {
	setDefaultName[*staticIP](st, &ip.Name, "static-ip-%d")
	if ip.IpAddress == nil {
		ip.IpAddress = aws.String(st.address())
	}
	setDefault(&ip.IsAttached, ip.AttachedTo != nil)
	setDefault(&ip.SupportCode, accountID+"/"+*ip.IpAddress)
	st.put(&staticIP{StaticIp: ip}, "all")
}

func (st *state) allocateStaticIP(in *lightsail.AllocateStaticIpInput) (*lightsail.AllocateStaticIpOutput, error) {
	var v violations
	v.resourceName("staticIpName", in.StaticIpName)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.StaticIpName); err != nil {
		return nil, err
	}
	if err := checkQuota[*staticIP](st, maxStaticIPs, 1); err != nil {
		return nil, err
	}
	address := st.address()
	ip := &staticIP{StaticIp: types.StaticIp{
		IpAddress:   &address,
		IsAttached:  aws.Bool(false),
		Name:        in.StaticIpName,
		SupportCode: aws.String(accountID + "/" + address),
	}}
	st.create(ip, "all")
	return &lightsail.AllocateStaticIpOutput{Operations: st.record(types.OperationTypeAllocateStaticIp, ip)}, nil
}

// checkQuota returns an error if the Region cannot have n more resources of type R.
// Quotas are published, the error is a guess.
func checkQuota[R resource](st *state, quota, n int) error {
	if len(list[R](st))+n <= quota {
		return nil
	}
	var none R
	return invalidInput("The account has reached the maximum number of %d resources of type %s in this Region.", quota, none.kind())
}

func (st *state) getStaticIP(in *lightsail.GetStaticIpInput) (*lightsail.GetStaticIpOutput, error) {
	ip, err := show[*staticIP](st, in.StaticIpName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetStaticIpOutput{StaticIp: &ip.StaticIp}, nil
}

func (st *state) getStaticIPs(in *lightsail.GetStaticIpsInput) (*lightsail.GetStaticIpsOutput, error) {
	page, next, err := showPage[*staticIP](st, in)
	return &lightsail.GetStaticIpsOutput{
		NextPageToken: next,
		StaticIps:     values(page, func(ip *staticIP) types.StaticIp { return ip.StaticIp }),
	}, err
}

// attachStaticIP moves a static IP that is attached to another instance. These are
// guesses: the states in which an instance can get a static IP, the error for an instance
// without IPv4, that another static IP of the instance is detached, and that attaching a
// static IP again is not an error.
func (st *state) attachStaticIP(in *lightsail.AttachStaticIpInput) (*lightsail.AttachStaticIpOutput, error) {
	ip, err := find[*staticIP](st, in.StaticIpName)
	if err != nil {
		return nil, err
	}
	i, err := st.findInstance(in.InstanceName, instanceRunning, instanceStopped)
	if err != nil {
		return nil, err
	}
	if i.IpAddressType == types.IpAddressTypeIpv6 {
		return nil, invalidInput("instanceName: %s has no IPv4 address that a static IP could replace", i.name)
	}
	if deref(ip.AttachedTo) != i.name {
		st.detach(ip)
		st.detachStaticIPs(i)
		ip.AttachedTo, ip.IsAttached = aws.String(i.name), aws.Bool(true)
		i.PublicIpAddress, i.IsStaticIp = ip.IpAddress, aws.Bool(true)
	}
	return &lightsail.AttachStaticIpOutput{Operations: st.record(types.OperationTypeAttachStaticIp, ip, i)}, nil
}

// detachStaticIP returns an error if the static IP is not attached, which is a guess.
func (st *state) detachStaticIP(in *lightsail.DetachStaticIpInput) (*lightsail.DetachStaticIpOutput, error) {
	ip, err := find[*staticIP](st, in.StaticIpName)
	if err != nil {
		return nil, err
	}
	if !*ip.IsAttached {
		return nil, invalidInput("The static IP %s is not attached to an instance.", ip.name)
	}
	changed := []resource{ip}
	if i := st.detach(ip); i != nil {
		changed = append(changed, i)
	}
	return &lightsail.DetachStaticIpOutput{Operations: st.record(types.OperationTypeDetachStaticIp, changed...)}, nil
}

// detach detaches a static IP and returns its instance, which gets another address. It
// returns nil if there is none.
func (st *state) detach(ip *staticIP) *instance {
	// Server.Remove can have removed the instance.
	i, ok := st.resources[deref(ip.AttachedTo)].(*instance)
	if ok {
		i.PublicIpAddress, i.IsStaticIp = aws.String(st.address()), aws.Bool(false)
	}
	ip.AttachedTo, ip.IsAttached = nil, aws.Bool(false)
	return i
}

// detachStaticIPs detaches the static IPs of an instance, which remain in the account.
func (st *state) detachStaticIPs(i *instance) {
	for _, ip := range list[*staticIP](st) {
		if deref(ip.AttachedTo) == i.name {
			st.detach(ip)
		}
	}
}

// releaseStaticIP returns an error if the static IP is attached, which is a guess.
func (st *state) releaseStaticIP(in *lightsail.ReleaseStaticIpInput) (*lightsail.ReleaseStaticIpOutput, error) {
	ip, err := find[*staticIP](st, in.StaticIpName)
	if err != nil {
		return nil, err
	}
	if *ip.IsAttached {
		return nil, invalidInput("The static IP %s is attached to %s. Detach it first.", ip.name, *ip.AttachedTo)
	}
	st.remove(ip, "")
	return &lightsail.ReleaseStaticIpOutput{Operations: st.record(types.OperationTypeReleaseStaticIp, ip)}, nil
}
