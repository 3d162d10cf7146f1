package lightsailtest

import (
	"maps"
	"net/netip"
	"regexp"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	registerGlobal("CreateDomainEntry", types.ResourceTypeDomain, (*state).createDomainEntry)
	registerGlobal("DeleteDomainEntry", types.ResourceTypeDomain, (*state).deleteDomainEntry)
	registerGlobal("UpdateDomainEntry", types.ResourceTypeDomain, (*state).updateDomainEntry)
}

// targets holds the rules for targets by the type of the entry. The types are
// documented, and so is that the target of TXT is in double quotes. That the service
// rejects other targets that DNS does not allow is a guess.
var targets = map[string]struct {
	pattern *regexp.Regexp
	rule    string
}{
	"A":     {regexp.MustCompile(`^[\d.]+$`), "must be an IPv4 address, or a DNS name if isAlias is true"},
	"AAAA":  {regexp.MustCompile(`^[\da-fA-F:.]+$`), "must be an IPv6 address, or a DNS name if isAlias is true"},
	"CNAME": {dnsName, "must be a DNS name"},
	"MX":    {regexp.MustCompile(`^\d{1,5} [\w.-]+$`), "must be a priority and a DNS name, separated by a space"},
	"NS":    {dnsName, "must be a DNS name"},
	"SOA":   {regexp.MustCompile(`^[\w.-]+ [\w.-]+( \d{1,10}){5}$`), "must be two DNS names and five numbers, separated by spaces"},
	"SRV":   {regexp.MustCompile(`^(\d{1,5} ){3}[\w.-]+$`), "must be priority, weight, port and DNS name, separated by spaces"},
	"TXT":   {regexp.MustCompile(`^"([^"\\]|\\.)*"( "([^"\\]|\\.)*")*$`), "must be in double quotes"},
}

var dnsName = regexp.MustCompile(`^[\w.-]+$`)

// normalEntry checks an entry and returns it as the service returns it, without an ID.
// The service returns an asterisk in a name as \052, and the targets in its published
// examples have no final period. That the service rejects names outside of the domain is
// a guess.
func (d *domain) normalEntry(e *types.DomainEntry) (types.DomainEntry, error) {
	name, kind, target := normalName(e.Name), deref(e.Type), normalTarget(e)
	isAlias := deref(e.IsAlias)
	var v violations
	v.check(name == d.name || strings.HasSuffix(name, "."+d.name), "domainEntry.name", "must be %s or end with .%[1]s", d.name)
	want, known := targets[kind]
	v.check(known, "domainEntry.type", "must be one of %s", strings.Join(slices.Sorted(maps.Keys(targets)), ", "))
	if isAlias {
		v.check(kind == "A" || kind == "AAAA", "domainEntry.type", "must be A or AAAA if isAlias is true")
		v.check(dnsName.MatchString(target), "domainEntry.target", "must be a DNS name if isAlias is true")
	} else if known {
		valid := want.pattern.MatchString(target)
		if kind == "A" || kind == "AAAA" {
			address, err := netip.ParseAddr(target)
			valid = valid && err == nil && address.Is4() == (kind == "A")
		}
		v.check(valid, "domainEntry.target", "%s", want.rule)
	}
	return types.DomainEntry{IsAlias: &isAlias, Name: &name, Target: &target, Type: &kind}, v.err()
}

func normalName(name *string) string { return strings.ReplaceAll(deref(name), "*", `\052`) }

func normalTarget(e *types.DomainEntry) string {
	if kind := deref(e.Type); kind == "TXT" || kind == "SOA" {
		return deref(e.Target)
	}
	return strings.TrimSuffix(deref(e.Target), ".")
}

// checkConflict returns an error if e cannot be in the domain together with the entries
// other than the one with the ID of e. A CNAME excludes other entries of the same name, as
// in DNS. That the service returns this error is a guess.
func (d *domain) checkConflict(e types.DomainEntry) error {
	for _, other := range d.DomainEntries {
		if *other.Id == deref(e.Id) || *other.Name != *e.Name {
			continue
		}
		same := *other.Type == *e.Type
		if same && (*other.Target == *e.Target || *e.Type == "SOA") || *other.Type == "CNAME" || *e.Type == "CNAME" {
			return invalidInput("The domain %s already has an entry of type %s with the name %s.", d.name, *other.Type, *other.Name)
		}
	}
	return nil
}

func (st *state) createDomainEntry(in *lightsail.CreateDomainEntryInput) (*lightsail.CreateDomainEntryOutput, error) {
	d, err := find[*domain](st, in.DomainName)
	if err != nil {
		return nil, err
	}
	e, err := d.normalEntry(in.DomainEntry)
	if err != nil {
		return nil, err
	}
	if err := d.checkConflict(e); err != nil {
		return nil, err
	}
	st.addEntry(d, e)
	// The model has no operation type for CreateDomainEntry. Published examples have it.
	return &lightsail.CreateDomainEntryOutput{Operation: &st.record("CreateDomainEntry", d)[0]}, nil
}

// updateDomainEntry finds the entry by its ID. That an ID is required is a guess.
func (st *state) updateDomainEntry(in *lightsail.UpdateDomainEntryInput) (*lightsail.UpdateDomainEntryOutput, error) {
	d, err := find[*domain](st, in.DomainName)
	if err != nil {
		return nil, err
	}
	if deref(in.DomainEntry.Id) == "" {
		return nil, invalidInput("domainEntry.id: must be set")
	}
	i, err := d.findEntry(in.DomainEntry)
	if err != nil {
		return nil, err
	}
	e, err := d.normalEntry(in.DomainEntry)
	if err != nil {
		return nil, err
	}
	e.Id = in.DomainEntry.Id
	if err := d.checkConflict(e); err != nil {
		return nil, err
	}
	d.DomainEntries[i] = e
	d.sortEntries()
	return &lightsail.UpdateDomainEntryOutput{Operations: st.record(types.OperationTypeUpdateDomainEntry, d)}, nil
}

// deleteDomainEntry does not delete the entries of types NS and SOA of the domain itself,
// which is a guess.
func (st *state) deleteDomainEntry(in *lightsail.DeleteDomainEntryInput) (*lightsail.DeleteDomainEntryOutput, error) {
	d, err := find[*domain](st, in.DomainName)
	if err != nil {
		return nil, err
	}
	i, err := d.findEntry(in.DomainEntry)
	if err != nil {
		return nil, err
	}
	if e := d.DomainEntries[i]; *e.Name == d.name && (*e.Type == "NS" || *e.Type == "SOA") {
		return nil, invalidInput("domainEntry: the domain %s must keep its entries of type %s", d.name, *e.Type)
	}
	d.DomainEntries = slices.Delete(slices.Clone(d.DomainEntries), i, i+1)
	return &lightsail.DeleteDomainEntryOutput{Operation: &st.record(types.OperationTypeDeleteDomainEntry, d)[0]}, nil
}

// findEntry returns the index of the entry with the ID of e or, if e has none, with the
// same name, type, target and IsAlias. A published example deletes an entry without an
// ID. That other fields do not count if there is an ID is a guess.
func (d *domain) findEntry(e *types.DomainEntry) (int, error) {
	name, target := normalName(e.Name), normalTarget(e)
	i := slices.IndexFunc(d.DomainEntries, func(other types.DomainEntry) bool {
		if id := deref(e.Id); id != "" {
			return *other.Id == id
		}
		return *other.Name == name && *other.Type == deref(e.Type) && *other.Target == target && *other.IsAlias == deref(e.IsAlias)
	})
	if i < 0 {
		return 0, notFound("DomainEntry", strings.TrimSpace(name+" "+deref(e.Type)))
	}
	return i, nil
}
