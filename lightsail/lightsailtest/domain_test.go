package lightsailtest_test

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

var exampleCom = aws.String("example.com")

func createDomain(t *testing.T, client *lightsail.Client, name string) {
	t.Helper()
	must[lightsail.CreateDomainOutput](t)(client.CreateDomain(t.Context(), &lightsail.CreateDomainInput{DomainName: &name}))
}

func getDomain(t *testing.T, client *lightsail.Client, name string) *types.Domain {
	t.Helper()
	return must[lightsail.GetDomainOutput](t)(client.GetDomain(t.Context(), &lightsail.GetDomainInput{DomainName: &name})).Domain
}

// domainEntry returns an entry for an input.
func domainEntry(kind, name, target string) *types.DomainEntry {
	return &types.DomainEntry{Name: &name, Target: &target, Type: &kind}
}

func addEntry(t *testing.T, client *lightsail.Client, e *types.DomainEntry) error {
	_, err := client.CreateDomainEntry(t.Context(), &lightsail.CreateDomainEntryInput{DomainName: exampleCom, DomainEntry: e})
	return err
}

// entryTexts returns the types, names and targets of the entries of example.com that are
// not of types NS and SOA.
func entryTexts(t *testing.T, client *lightsail.Client) (texts []string) {
	t.Helper()
	for _, e := range getDomain(t, client, "example.com").DomainEntries {
		if *e.Type != "NS" && *e.Type != "SOA" {
			texts = append(texts, *e.Type+" "+*e.Name+" "+*e.Target)
		}
	}
	return texts
}

func TestDomainCreateListDelete(t *testing.T) {
	now := time.Now()
	_, client := newTestServer(t, lightsailtest.WithPageSize(1), lightsailtest.WithClock(func() time.Time { return now }),
		lightsailtest.WithRegions("eu-west-1", "us-east-1"))
	inUSEast1 := func(o *lightsail.Options) { o.Region = "us-east-1" }
	out := must[lightsail.CreateDomainOutput](t)(client.CreateDomain(t.Context(), &lightsail.CreateDomainInput{
		DomainName: exampleCom, Tags: []types.Tag{{Key: aws.String("team")}},
	}, inUSEast1))
	location := &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: "global"}
	wantEqual(t, "location of the operation", location, out.Operation.Location)

	d := must[lightsail.GetDomainOutput](t)(client.GetDomain(t.Context(), &lightsail.GetDomainInput{DomainName: exampleCom}, inUSEast1)).Domain
	wantEqual(t, "domain", &types.Domain{
		Arn:           d.Arn,
		CreatedAt:     aws.Time(now.UTC().Truncate(time.Millisecond)),
		DomainEntries: d.DomainEntries,
		Location:      location,
		Name:          exampleCom,
		ResourceType:  types.ResourceTypeDomain,
		SupportCode:   d.SupportCode,
		Tags:          []types.Tag{{Key: aws.String("team"), Value: aws.String("")}},
	}, d)
	var entries strings.Builder
	for _, e := range d.DomainEntries {
		fmt.Fprintln(&entries, *e.Type, *e.Name, *e.Target, *e.IsAlias, *e.Id)
	}
	for what, pattern := range map[string]struct{ got, want string }{
		"ARN":          {*d.Arn, `^arn:aws:lightsail:global:123456789012:Domain/[0-9a-f-]{36}$`},
		"support code": {*d.SupportCode, `^123456789012//hostedzone/Z[0-9A-Z]{13}$`},
		"entries": {entries.String(), `^NS example.com ns-\d+\.awsdns-\d\d\.com false -?\d+
NS example.com ns-\d+\.awsdns-\d\d\.co\.uk false -?\d+
NS example.com ns-\d+\.awsdns-\d\d\.net false -?\d+
NS example.com ns-\d+\.awsdns-\d\d\.org false -?\d+
SOA example.com ns-\d+\.awsdns-\d\d\.co\.uk\. awsdns-hostmaster\.amazon\.com\. 1 7200 900 1209600 86400 false -?\d+
$`},
	} {
		if !regexp.MustCompile(pattern.want).MatchString(pattern.got) {
			t.Errorf("%s: got %q, want a match of %s", what, pattern.got, pattern.want)
		}
	}

	must[lightsail.CreateDomainOutput](t)(client.CreateDomain(t.Context(), &lightsail.CreateDomainInput{DomainName: aws.String("example.org")}, inUSEast1))
	var names []string
	for d, err := range lightsail.NewGetDomainsPaginator(client, nil).All(t.Context(), inUSEast1) {
		if err != nil {
			t.Fatal(err)
		}
		names = append(names, *d.Name)
	}
	wantEqual(t, "names", []string{"example.com", "example.org"}, names)

	deleted := must[lightsail.DeleteDomainOutput](t)(client.DeleteDomain(t.Context(), &lightsail.DeleteDomainInput{DomainName: exampleCom}, inUSEast1))
	wantEqual(t, "operation", types.OperationTypeDeleteDomain, deleted.Operation.OperationType)
	_, err := client.GetDomain(t.Context(), &lightsail.GetDomainInput{DomainName: exampleCom}, inUSEast1)
	wantCode(t, "get after delete", err, "NotFoundException")
}

func TestDomainsAreInOneRegion(t *testing.T) {
	server := lightsailtest.NewServer(t, lightsailtest.WithRegions("eu-west-1"))
	client, ctx := server.Client(inProcess(server)), t.Context()
	entry := domainEntry("A", "example.com", "192.0.2.1")
	for operation, call := range map[string]func() error{
		"CreateDomain": func() error {
			_, err := client.CreateDomain(ctx, &lightsail.CreateDomainInput{DomainName: exampleCom})
			return err
		},
		"CreateDomainEntry": func() error {
			_, err := client.CreateDomainEntry(ctx, &lightsail.CreateDomainEntryInput{DomainName: exampleCom, DomainEntry: entry})
			return err
		},
		"DeleteDomain": func() error {
			_, err := client.DeleteDomain(ctx, &lightsail.DeleteDomainInput{DomainName: exampleCom})
			return err
		},
		"DeleteDomainEntry": func() error {
			_, err := client.DeleteDomainEntry(ctx, &lightsail.DeleteDomainEntryInput{DomainName: exampleCom, DomainEntry: entry})
			return err
		},
		"GetDomain": func() error {
			_, err := client.GetDomain(ctx, &lightsail.GetDomainInput{DomainName: exampleCom})
			return err
		},
		"GetDomains": func() error {
			_, err := client.GetDomains(ctx, nil)
			return err
		},
		"UpdateDomainEntry": func() error {
			_, err := client.UpdateDomainEntry(ctx, &lightsail.UpdateDomainEntryInput{DomainName: exampleCom, DomainEntry: entry})
			return err
		},
	} {
		var got *types.InvalidInputException
		if !errors.As(call(), &got) {
			t.Errorf("%s did not return an InvalidInputException", operation)
			continue
		}
		wantEqual(t, operation, "UnsupportedOperation: Domain-related APIs are only available in the us-east-1 Region. "+
			"Please set your Region configuration to us-east-1 to create, view, or edit domain resources.", *got.Code+": "+*got.Message)
	}
}

func TestDomainEntries(t *testing.T) {
	_, client := newTestServer(t)
	createDomain(t, client, "example.com")
	alias := domainEntry("A", "shop.example.com", "exampled1182ne.cloudfront.net.")
	alias.IsAlias = aws.Bool(true)
	for _, e := range []*types.DomainEntry{
		domainEntry("CNAME", "*.example.com", "example.com."),
		domainEntry("A", "www.example.com", "192.0.2.1"),
		domainEntry("A", "www.example.com", "192.0.2.2"),
		domainEntry("AAAA", "www.example.com", "2001:db8::1"),
		domainEntry("MX", "example.com", "10 mail.example.com"),
		domainEntry("NS", "sub.example.com", "ns-1.example.net"),
		domainEntry("SRV", "_sip._tcp.example.com", "1 10 5269 xmpp.example.com"),
		domainEntry("TXT", "example.com", `"v=spf1 -all" "and \"more\""`),
		domainEntry("TXT", "_acme-challenge.example.com", `"token"`),
		alias,
	} {
		if err := addEntry(t, client, e); err != nil {
			t.Errorf("%s %s: %v", *e.Type, *e.Name, err)
		}
	}
	want := []string{
		"MX example.com 10 mail.example.com",
		`TXT example.com "v=spf1 -all" "and \"more\""`,
		`CNAME \052.example.com example.com`,
		`TXT _acme-challenge.example.com "token"`,
		"SRV _sip._tcp.example.com 1 10 5269 xmpp.example.com",
		"A shop.example.com exampled1182ne.cloudfront.net",
		"A www.example.com 192.0.2.1",
		"A www.example.com 192.0.2.2",
		"AAAA www.example.com 2001:db8::1",
	}
	wantEqual(t, "entries", want, entryTexts(t, client))

	entries := getDomain(t, client, "example.com").DomainEntries
	find := func(text string) *types.DomainEntry {
		t.Helper()
		for _, e := range entries {
			if *e.Type+" "+*e.Name+" "+*e.Target == text {
				return &e
			}
		}
		t.Fatalf("there is no entry %s", text)
		return nil
	}
	changed := find("A www.example.com 192.0.2.1")
	changed.Target = aws.String("192.0.2.9")
	updated := must[lightsail.UpdateDomainEntryOutput](t)(client.UpdateDomainEntry(t.Context(), &lightsail.UpdateDomainEntryInput{DomainName: exampleCom, DomainEntry: changed}))
	wantEqual(t, "records", 1, len(updated.Operations))
	remove := func(e *types.DomainEntry) error {
		_, err := client.DeleteDomainEntry(t.Context(), &lightsail.DeleteDomainEntryInput{DomainName: exampleCom, DomainEntry: e})
		return err
	}
	for _, e := range []*types.DomainEntry{
		{Id: find("A www.example.com 192.0.2.2").Id},
		find(`CNAME \052.example.com example.com`), // as returned
		domainEntry("TXT", "_acme-challenge.example.com", `"token"`),
		alias,
	} {
		if err := remove(e); err != nil {
			t.Errorf("delete %s %s: %v", aws.ToString(e.Type), aws.ToString(e.Name), err)
		}
	}
	want = []string{want[0], want[1], want[4], "A www.example.com 192.0.2.9", want[8]}
	wantEqual(t, "entries after changes", want, entryTexts(t, client))
	id := *changed.Id
	entries = getDomain(t, client, "example.com").DomainEntries
	wantEqual(t, "ID after the update", id, *find("A www.example.com 192.0.2.9").Id)

	for what, e := range map[string]*types.DomainEntry{
		"unknown ID":     {Id: aws.String("1"), Name: exampleCom, Type: aws.String("MX"), Target: aws.String("10 mail.example.com")},
		"another target": domainEntry("MX", "example.com", "20 mail.example.com"),
		"another alias":  {Name: exampleCom, Type: aws.String("MX"), Target: aws.String("10 mail.example.com"), IsAlias: aws.Bool(true)},
	} {
		wantCode(t, "delete with "+what, remove(e), "NotFoundException")
	}
	for _, text := range []string{"NS", "SOA"} {
		for _, e := range entries {
			if *e.Type == text && *e.Name == "example.com" {
				wantCode(t, "delete "+text, remove(&e), invalidInput)
			}
		}
	}
}

func TestInvalidDomainEntries(t *testing.T) {
	_, client := newTestServer(t)
	createDomain(t, client, "example.com")
	for _, e := range []*types.DomainEntry{domainEntry("A", "www.example.com", "192.0.2.1"), domainEntry("CNAME", "docs.example.com", "example.net")} {
		if err := addEntry(t, client, e); err != nil {
			t.Fatal(err)
		}
	}
	alias := domainEntry("CNAME", "shop.example.com", "example.net")
	alias.IsAlias = aws.Bool(true)
	aliasToAddress := domainEntry("A", "shop.example.com", "not a name")
	aliasToAddress.IsAlias = aws.Bool(true)
	for why, e := range map[string]*types.DomainEntry{
		"no members":                     {},
		"name outside of the domain":     domainEntry("A", "www.example.org", "192.0.2.1"),
		"name with the domain as suffix": domainEntry("A", "myexample.com", "192.0.2.1"),
		"relative name":                  domainEntry("A", "www", "192.0.2.1"),
		"unknown type":                   domainEntry("CAA", "example.com", "0 issue"),
		"no target":                      domainEntry("A", "example.com", ""),
		"DNS name without isAlias":       domainEntry("A", "example.com", "exampled1182ne.cloudfront.net"),
		"invalid IPv4 address":           domainEntry("A", "example.com", "192.0.2.256"),
		"IPv6 address of type A":         domainEntry("A", "example.com", "2001:db8::1"),
		"IPv4 address of type AAAA":      domainEntry("AAAA", "example.com", "192.0.2.1"),
		"TXT without quotes":             domainEntry("TXT", "example.com", "token"),
		"TXT with one quote":             domainEntry("TXT", "example.com", `"token`),
		"TXT with an escaped last quote": domainEntry("TXT", "example.com", `"token\"`),
		"MX without a priority":          domainEntry("MX", "example.com", "mail.example.com"),
		"SRV without a port":             domainEntry("SRV", "example.com", "1 10 xmpp.example.com"),
		"CNAME with spaces":              domainEntry("CNAME", "a.example.com", "example net"),
		"a second SOA":                   domainEntry("SOA", "example.com", "ns.example.net. admin.example.net. 1 2 3 4 5"),
		"an alias of type CNAME":         alias,
		"an alias to no DNS name":        aliasToAddress,
		"the same entry again":           domainEntry("A", "www.example.com", "192.0.2.1"),
		"CNAME of the domain itself":     domainEntry("CNAME", "example.com", "example.net"),
		"CNAME beside another entry":     domainEntry("CNAME", "www.example.com", "example.net"),
		"an entry beside a CNAME":        domainEntry("TXT", "docs.example.com", `"a"`),
	} {
		wantCode(t, why, addEntry(t, client, e), invalidInput)
	}

	entries := getDomain(t, client, "example.com").DomainEntries
	www := entries[len(entries)-1]
	update := func(e types.DomainEntry) error {
		_, err := client.UpdateDomainEntry(t.Context(), &lightsail.UpdateDomainEntryInput{DomainName: exampleCom, DomainEntry: &e})
		return err
	}
	withoutID, unknown, conflicting, invalid := www, www, www, www
	withoutID.Id, unknown.Id = nil, aws.String("1")
	conflicting.Name, invalid.Target = aws.String("docs.example.com"), aws.String("x")
	wantCode(t, "update without an ID", update(withoutID), invalidInput)
	wantCode(t, "update with an unknown ID", update(unknown), "NotFoundException")
	wantCode(t, "update to a name with a CNAME", update(conflicting), invalidInput)
	wantCode(t, "update with an invalid target", update(invalid), invalidInput)
	wantEqual(t, "entries after errors", entries, getDomain(t, client, "example.com").DomainEntries)
	wantCode(t, "update without changes", update(www), "")
}

func TestDomainErrors(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithInstances(types.Instance{Name: aws.String("example.net")}))
	for _, name := range []string{"example", ".com", "-example.com", "exam ple.com", "example.net", strings.Repeat("a", 64) + ".com"} {
		_, err := client.CreateDomain(t.Context(), &lightsail.CreateDomainInput{DomainName: &name})
		wantCode(t, "create "+name, err, invalidInput)
	}
	for n := range 6 {
		createDomain(t, client, fmt.Sprintf("sub-%d.example.co.uk", n))
	}
	_, err := client.CreateDomain(t.Context(), &lightsail.CreateDomainInput{DomainName: exampleCom})
	wantCode(t, "seventh domain", err, invalidInput)
	_, err = client.DeleteDomain(t.Context(), &lightsail.DeleteDomainInput{DomainName: exampleCom})
	wantCode(t, "delete", err, "NotFoundException")
	wantCode(t, "entry of an unknown domain", addEntry(t, client, domainEntry("A", "example.com", "192.0.2.1")), "NotFoundException")

	// A domain that is not deleted because of a fault keeps its entries.
	server, client := newTestServer(t)
	createDomain(t, client, "example.com")
	before := getDomain(t, client, "example.com")
	server.Inject("", lightsailtest.FailLater(0, "", "no").Times(2))
	if err := addEntry(t, client, domainEntry("A", "example.com", "192.0.2.1")); err != nil {
		t.Fatal(err)
	}
	must[lightsail.DeleteDomainOutput](t)(client.DeleteDomain(t.Context(), &lightsail.DeleteDomainInput{DomainName: exampleCom}))
	wantEqual(t, "domain", before, getDomain(t, client, "example.com"))
}
