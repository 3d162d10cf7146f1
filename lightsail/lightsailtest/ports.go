package lightsailtest

import (
	"fmt"
	"net/netip"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CloseInstancePublicPorts", (*state).closeInstancePublicPorts)
	register("GetInstancePortStates", (*state).getInstancePortStates)
	register("OpenInstancePublicPorts", (*state).openInstancePublicPorts)
	register("PutInstancePublicPorts", (*state).putInstancePublicPorts)
}

const (
	anyIPv4 = "0.0.0.0/0"
	anyIPv6 = "::/0"

	// browserClients is the only alias of a list of addresses.
	browserClients = "lightsail-connect"

	// accessPublic is the access type in all published examples. The model spells it
	// Public.
	accessPublic types.PortAccessType = "public"
)

// defaultPorts returns the rules of a new instance. The ports are documented. Their order
// is that of published examples, except for cPanel and Plesk.
func defaultPorts(blueprint types.Blueprint) (rules []types.InstancePortInfo) {
	tcp, udp := []int32{80, 22}, []int32{}
	id := deref(blueprint.BlueprintId)
	switch {
	case blueprint.Platform == types.InstancePlatformWindows:
		tcp = append(tcp, 3389)
	case strings.HasPrefix(id, "cpanel"):
		tcp, udp = append(tcp, 443, 53, 2078, 2083, 2087, 2089), append(udp, 53)
	case strings.HasPrefix(id, "plesk"):
		tcp, udp = append(tcp, 443, 53, 8443, 8447), append(udp, 53)
	case blueprint.Type == types.BlueprintTypeApp:
		tcp = append(tcp, 443)
	}
	for _, port := range tcp {
		rules = openPorts(rules, types.PortInfo{FromPort: port, ToPort: port, Protocol: types.NetworkProtocolTcp})
	}
	for _, port := range udp {
		rules = openPorts(rules, types.PortInfo{FromPort: port, ToPort: port, Protocol: types.NetworkProtocolUdp})
	}
	return rules
}

// openPorts adds a rule, or its addresses to the rule for the same ports. That there is
// only one rule for the same ports is a guess.
func openPorts(rules []types.InstancePortInfo, p types.PortInfo) []types.InstancePortInfo {
	if !hasAddresses(p) {
		// The documentation has this default. That it applies to both kinds of addresses,
		// except for ICMP, is a guess.
		if p.Protocol != types.NetworkProtocolIcmpv6 {
			p.Cidrs = []string{anyIPv4}
		}
		if p.Protocol != types.NetworkProtocolIcmp {
			p.Ipv6Cidrs = []string{anyIPv6}
		}
	}
	i := slices.IndexFunc(rules, isFor(p))
	if i < 0 {
		i = len(rules)
		rules = append(rules, types.InstancePortInfo{
			AccessDirection: types.AccessDirectionInbound,
			AccessType:      accessPublic,
			CidrListAliases: []string{},
			Cidrs:           []string{},
			CommonName:      aws.String(""),
			FromPort:        p.FromPort,
			Ipv6Cidrs:       []string{},
			Protocol:        p.Protocol,
			ToPort:          p.ToPort,
		})
	}
	r := &rules[i]
	r.CidrListAliases = union(r.CidrListAliases, p.CidrListAliases)
	r.Cidrs = union(r.Cidrs, p.Cidrs)
	r.Ipv6Cidrs = union(r.Ipv6Cidrs, p.Ipv6Cidrs)
	r.AccessFrom = accessFrom(*r)
	return rules
}

// closePorts removes the addresses of p from the rule for the same ports, and removes a
// rule that has no addresses left. Without addresses, it removes the rule. That the
// service does so is a guess. It reports whether it found anything to remove.
func closePorts(rules []types.InstancePortInfo, p types.PortInfo) ([]types.InstancePortInfo, bool) {
	i := slices.IndexFunc(rules, isFor(p))
	if i < 0 {
		return rules, false
	}
	r := &rules[i]
	before := len(r.CidrListAliases) + len(r.Cidrs) + len(r.Ipv6Cidrs)
	r.CidrListAliases = difference(r.CidrListAliases, p.CidrListAliases)
	r.Cidrs = difference(r.Cidrs, p.Cidrs)
	r.Ipv6Cidrs = difference(r.Ipv6Cidrs, p.Ipv6Cidrs)
	r.AccessFrom = accessFrom(*r)
	after := len(r.CidrListAliases) + len(r.Cidrs) + len(r.Ipv6Cidrs)
	if !hasAddresses(p) || after == 0 {
		return slices.Delete(rules, i, i+1), true
	}
	return rules, after < before
}

// hasAddresses reports whether p says who may connect.
func hasAddresses(p types.PortInfo) bool {
	return len(p.CidrListAliases)+len(p.Cidrs)+len(p.Ipv6Cidrs) > 0
}

// isFor returns a function that reports whether a rule has the protocol and the ports of p.
func isFor(p types.PortInfo) func(types.InstancePortInfo) bool {
	return func(r types.InstancePortInfo) bool {
		return r.Protocol == p.Protocol && r.FromPort == p.FromPort && r.ToPort == p.ToPort
	}
}

// union returns a list with the strings of both lists, each once.
func union(list, more []string) []string {
	return append(difference(list, more), more...)
}

// difference returns a list without the strings of another one.
func difference(list, other []string) []string {
	rest := []string{}
	for _, s := range list {
		if !slices.Contains(other, s) {
			rest = append(rest, s)
		}
	}
	return rest
}

// accessFrom describes the addresses of a rule. There are published examples of all texts
// except for the first one, which is a guess.
func accessFrom(r types.InstancePortInfo) *string {
	ipv4, ipv6 := slices.Contains(r.Cidrs, anyIPv4), slices.Contains(r.Ipv6Cidrs, anyIPv6)
	switch {
	case ipv4 && ipv6:
		return aws.String("Anywhere (" + anyIPv4 + " and " + anyIPv6 + ")")
	case ipv4:
		return aws.String("Anywhere (" + anyIPv4 + ")")
	case ipv6:
		return aws.String("Anywhere (" + anyIPv6 + ")")
	}
	return aws.String("Custom")
}

// isOpenToAll reports whether a rule for the TCP port allows all IPv4 addresses.
func (i *instance) isOpenToAll(port int32) bool {
	return slices.ContainsFunc(i.Networking.Ports, func(r types.InstancePortInfo) bool {
		matches := r.Protocol == types.NetworkProtocolTcp || r.Protocol == types.NetworkProtocolAll
		return matches && r.FromPort <= port && port <= r.ToPort && slices.Contains(r.Cidrs, anyIPv4)
	})
}

func (st *state) openInstancePublicPorts(in *lightsail.OpenInstancePublicPortsInput) (*lightsail.OpenInstancePublicPortsOutput, error) {
	i, err := st.findFirewall(in.InstanceName, "portInfo", *in.PortInfo)
	if err != nil {
		return nil, err
	}
	i.Networking.Ports = openPorts(i.Networking.Ports, *in.PortInfo)
	return &lightsail.OpenInstancePublicPortsOutput{
		Operation: st.recordPorts(types.OperationTypeOpenInstancePublicPorts, i, *in.PortInfo),
	}, nil
}

func (st *state) getInstancePortStates(in *lightsail.GetInstancePortStatesInput) (*lightsail.GetInstancePortStatesOutput, error) {
	i, err := find[*instance](st, in.InstanceName)
	if err != nil {
		return nil, err
	}
	out := &lightsail.GetInstancePortStatesOutput{PortStates: []types.InstancePortState{}}
	for _, r := range i.Networking.Ports {
		out.PortStates = append(out.PortStates, types.InstancePortState{
			CidrListAliases: r.CidrListAliases,
			Cidrs:           r.Cidrs,
			FromPort:        r.FromPort,
			Ipv6Cidrs:       r.Ipv6Cidrs,
			Protocol:        r.Protocol,
			State:           types.PortStateOpen,
			ToPort:          r.ToPort,
		})
	}
	return out, nil
}

func (st *state) putInstancePublicPorts(in *lightsail.PutInstancePublicPortsInput) (*lightsail.PutInstancePublicPortsOutput, error) {
	i, err := st.findFirewall(in.InstanceName, "portInfos", in.PortInfos...)
	if err != nil {
		return nil, err
	}
	i.Networking.Ports = []types.InstancePortInfo{}
	for _, p := range in.PortInfos {
		i.Networking.Ports = openPorts(i.Networking.Ports, p)
	}
	return &lightsail.PutInstancePublicPortsOutput{
		Operation: st.recordPorts(types.OperationTypePutInstancePublicPorts, i, in.PortInfos...),
	}, nil
}

// closeInstancePublicPorts returns an error if the ports are not open, which is a guess.
func (st *state) closeInstancePublicPorts(in *lightsail.CloseInstancePublicPortsInput) (*lightsail.CloseInstancePublicPortsOutput, error) {
	i, err := st.findFirewall(in.InstanceName, "portInfo", *in.PortInfo)
	if err != nil {
		return nil, err
	}
	rules, closed := closePorts(i.Networking.Ports, *in.PortInfo)
	if !closed {
		return nil, invalidInput("portInfo: %s has no such rule for %s", i.name, portsText(*in.PortInfo))
	}
	i.Networking.Ports = rules
	return &lightsail.CloseInstancePublicPortsOutput{
		Operation: st.recordPorts(types.OperationTypeCloseInstancePublicPorts, i, *in.PortInfo),
	}, nil
}

// findFirewall returns the instance whose rules an API operation changes, after it has
// checked the rules in the input. The service rejects changes while an instance is
// pending. That it rejects them in other states, too, is a guess.
func (st *state) findFirewall(name *string, member string, rules ...types.PortInfo) (*instance, error) {
	var v violations
	for n, p := range rules {
		if member == "portInfos" {
			v.portInfo(fmt.Sprintf("%s[%d].", member, n), p)
		} else {
			v.portInfo(member+".", p)
		}
	}
	if err := v.err(); err != nil {
		return nil, err
	}
	return st.findInstance(name, instanceRunning, instanceStopped)
}

// portInfo checks a rule in an input. The ranges of ports and the alias are documented,
// and so is the form of addresses. Two things are guesses: that the protocol must be set,
// and that the service checks the range of ICMP types and codes.
func (v *violations) portInfo(member string, p types.PortInfo) {
	v.check(p.Protocol != "", member+"protocol", "must be set")
	low, high := int32(0), int32(65535)
	isICMP := p.Protocol == types.NetworkProtocolIcmp || p.Protocol == types.NetworkProtocolIcmpv6
	if isICMP {
		low, high = -1, 255
	} else {
		v.check(p.FromPort <= p.ToPort, member+"toPort", "must not be less than fromPort")
	}
	v.check(low <= p.FromPort && p.FromPort <= high, member+"fromPort", "must be %d to %d", low, high)
	v.check(low <= p.ToPort && p.ToPort <= high, member+"toPort", "must be %d to %d", low, high)
	for n, alias := range p.CidrListAliases {
		v.check(alias == browserClients, fmt.Sprintf("%scidrListAliases[%d]", member, n), "must be %s", browserClients)
	}
	for n, text := range p.Cidrs {
		v.check(isAddressRange(text, false), fmt.Sprintf("%scidrs[%d]", member, n), "must be an IPv4 address or a range in CIDR notation")
	}
	for n, text := range p.Ipv6Cidrs {
		v.check(isAddressRange(text, true), fmt.Sprintf("%sipv6Cidrs[%d]", member, n), "must be an IPv6 address or a range in CIDR notation")
	}
}

// isAddressRange reports whether text is an address, or a range of them.
func isAddressRange(text string, isIPv6 bool) bool {
	prefix, err := netip.ParsePrefix(text)
	address := prefix.Addr()
	if err != nil {
		address, err = netip.ParseAddr(text)
	}
	return err == nil && address.Is6() == isIPv6 && address.Zone() == ""
}

// recordPorts adds the operation record of a change of ports, which has them as details.
func (st *state) recordPorts(operation types.OperationType, i *instance, rules ...types.PortInfo) *types.Operation {
	st.record(operation, i)
	record := st.records[len(st.records)-1]
	record.OperationDetails = aws.String(portsText(rules...))
	return &record.Operation
}

// portsText returns the ports of rules as an operation record has them. The form for one
// port is published. The forms for a range and for several rules are guesses.
func portsText(rules ...types.PortInfo) string {
	var texts []string
	for _, p := range rules {
		ports := fmt.Sprint(p.FromPort)
		if p.ToPort != p.FromPort {
			ports += fmt.Sprintf("-%d", p.ToPort)
		}
		texts = append(texts, ports+"/"+string(p.Protocol))
	}
	return strings.Join(texts, ",")
}
