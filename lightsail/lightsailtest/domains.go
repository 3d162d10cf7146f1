package lightsailtest

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	registerGlobal("CreateDomain", types.ResourceTypeDomain, (*state).createDomain)
	registerGlobal("DeleteDomain", types.ResourceTypeDomain, (*state).deleteDomain)
	registerGlobal("GetDomain", types.ResourceTypeDomain, (*state).getDomain)
	registerGlobal("GetDomains", types.ResourceTypeDomain, (*state).getDomains)

	registerPut("domains", (*state).putDomain)
}

// registerGlobal is register for an API operation for resources that belong to no Region.
// The service allows it in the global Region only and returns this error in others.
func registerGlobal[In, Out any](name string, kind types.ResourceType, run func(st *state, in *In) (*Out, error)) {
	register(name, func(st *state, in *In) (*Out, error) {
		if st.region == globalRegion {
			return run(st, in)
		}
		return nil, &types.InvalidInputException{
			Code: aws.String("UnsupportedOperation"),
			Docs: aws.String(documentationURL),
			Message: aws.String(fmt.Sprintf("%s-related APIs are only available in the %s Region. "+
				"Please set your Region configuration to %[2]s to create, view, or edit %s resources.",
				kind, globalRegion, strings.ToLower(string(kind)))),
			Tip: aws.String("Change the Region and try again."),
		}
	})
}

// maxDomains is the published quota.
const maxDomains = 6

// domainName matches the name of a domain of two labels or more.
var domainName = regexp.MustCompile(`^(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]*[a-z0-9]$`)

// A domain is a DNS zone. Its entries are sorted as in the published examples: by name
// and then by type.
type domain struct {
	entry
	types.Domain
}

func (*domain) kind() types.ResourceType { return types.ResourceTypeDomain }

func (d *domain) value() any { return &d.Domain }

// putDomain adds a domain to the global Region, or to that of st if the server does not
// have it. By default an entry has the name of the domain and the type A.
func (st *state) putDomain(d types.Domain) {
	if global := st.regions[globalRegion]; global != nil {
		st = global
	}
	setDefaultName[*domain](st, &d.Name, "domain-%d.example")
	added := &domain{Domain: d}
	st.locate(added)
	for i := range added.DomainEntries {
		e := &added.DomainEntries[i]
		setDefault(&e.Id, st.entryID())
		setDefault(&e.IsAlias, false)
		setDefault(&e.Name, *d.Name)
		setDefault(&e.Target, "192.0.2.1")
		setDefault(&e.Type, "A")
	}
	st.put(added, "all")
}

// locate sets the ARN and the location of a domain, unless they are set.
func (st *state) locate(d *domain) {
	setDefault(&d.Arn, "arn:aws:lightsail:global:"+accountID+":Domain/"+st.uuid())
	setDefault(&d.Location, types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: "global"})
}

// createDomain rejects an invalid name, which is a guess.
func (st *state) createDomain(in *lightsail.CreateDomainInput) (*lightsail.CreateDomainOutput, error) {
	var v violations
	v.check(domainName.MatchString(*in.DomainName), "domainName", "must be the name of a domain, such as example.com")
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.DomainName); err != nil {
		return nil, err
	}
	if err := checkQuota[*domain](st, maxDomains, 1); err != nil {
		return nil, err
	}
	d := &domain{Domain: types.Domain{
		Name:        in.DomainName,
		SupportCode: aws.String(accountID + "//hostedzone/Z" + st.randomString(13, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ")),
		Tags:        mergeTags(nil, in.Tags),
	}}
	st.locate(d)
	var servers []string
	for _, topLevel := range []string{"com", "co.uk", "net", "org"} {
		servers = append(servers, fmt.Sprintf("ns-%d.awsdns-%02d.%s", st.random.IntN(2048), st.random.IntN(64), topLevel))
	}
	for _, server := range servers {
		st.addEntry(d, types.DomainEntry{Name: d.Name, Target: &server, Type: aws.String("NS")})
	}
	soa := servers[1] + ". awsdns-hostmaster.amazon.com. 1 7200 900 1209600 86400"
	st.addEntry(d, types.DomainEntry{Name: d.Name, Target: &soa, Type: aws.String("SOA")})
	st.create(d, "all")
	return &lightsail.CreateDomainOutput{Operation: &st.record(types.OperationTypeCreateDomain, d)[0]}, nil
}

// entryID returns a new ID of an entry. The published IDs are signed 32-bit numbers.
func (st *state) entryID() string { return strconv.Itoa(int(int32(st.random.Uint32()))) }

// addEntry adds an entry with a new ID.
func (st *state) addEntry(d *domain, e types.DomainEntry) {
	e.Id = aws.String(st.entryID())
	setDefault(&e.IsAlias, false)
	d.DomainEntries = append(d.DomainEntries, e)
	d.sortEntries()
}

// sortEntries sorts the entries. The name of a domain precedes those of its subdomains.
func (d *domain) sortEntries() {
	labels := func(e types.DomainEntry) []string {
		labels := strings.Split(*e.Name, ".")
		slices.Reverse(labels)
		return labels
	}
	slices.SortStableFunc(d.DomainEntries, func(a, b types.DomainEntry) int {
		return cmp.Or(slices.Compare(labels(a), labels(b)), strings.Compare(*a.Type, *b.Type))
	})
}

func (st *state) getDomain(in *lightsail.GetDomainInput) (*lightsail.GetDomainOutput, error) {
	d, err := show[*domain](st, in.DomainName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetDomainOutput{Domain: &d.Domain}, nil
}

func (st *state) getDomains(in *lightsail.GetDomainsInput) (*lightsail.GetDomainsOutput, error) {
	page, next, err := showPage[*domain](st, in)
	return &lightsail.GetDomainsOutput{
		Domains:       values(page, func(d *domain) types.Domain { return d.Domain }),
		NextPageToken: next,
	}, err
}

func (st *state) deleteDomain(in *lightsail.DeleteDomainInput) (*lightsail.DeleteDomainOutput, error) {
	d, err := find[*domain](st, in.DomainName)
	if err != nil {
		return nil, err
	}
	st.remove(d, "")
	return &lightsail.DeleteDomainOutput{Operation: &st.record(types.OperationTypeDeleteDomain, d)[0]}, nil
}
