package lightsail_test

import (
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func TestAbsoluteDomainName(t *testing.T) {
	t.Parallel()
	for _, row := range []struct{ name, domain, want string }{
		{"", "example.com", "example.com"},
		{"@", "example.com", "example.com"},
		{"example.com", "example.com", "example.com"},
		{"example.com.", "example.com", "example.com"},
		{"www", "example.com", "www.example.com"},
		{"www", "example.com.", "www.example.com"},
		{"www.example.com", "example.com", "www.example.com"},
		{"www.example.com.", "example.com", "www.example.com"},
		{"a.b", "example.com", "a.b.example.com"},
		{"*", "example.com", "*.example.com"},
		{`\052`, "example.com", "*.example.com"},
		{`\052.example.com`, "example.com", "*.example.com"},
		{`\052.www`, "example.com", "*.www.example.com"},
		{"_acme-challenge", "example.com", "_acme-challenge.example.com"},
		{"WWW.Example.COM", "example.com", "WWW.Example.COM"},
		// These names end in the text of the domain, but not in its labels.
		{"notexample.com", "example.com", "notexample.com.example.com"},
		{"com", "example.com", "com.example.com"},
		// A dot at the end makes any name a full one.
		{"example.com.example.com.", "example.com", "example.com.example.com"},
		{"example.org.", "example.com", "example.org"},
		{".", "example.com", ""},
		{"www", "", "www"},
		{"", "", ""},
	} {
		got := lightsail.AbsoluteDomainName(row.name, row.domain)
		if got != row.want {
			t.Errorf("%q in %q: got %q, want %q", row.name, row.domain, got, row.want)
		}
		if again := lightsail.AbsoluteDomainName(got, row.domain); row.name != "example.org." && row.name != "." && again != got {
			t.Errorf("%q in %q: got %q for the result, want it unchanged", row.name, row.domain, again)
		}
	}
}

func TestQuoteTXT(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		``:                      `""`,
		`v=spf1 -all`:           `"v=spf1 -all"`,
		`"v=spf1 -all"`:         `"v=spf1 -all"`,
		`"part one" "part two"`: `"part one" "part two"`,
		`"`:                     `"\""`,
		`say "no"`:              `"say \"no\""`,
		`C:\temp`:               `"C:\\temp"`,
	} {
		got := lightsail.QuoteTXT(text)
		if got != want {
			t.Errorf("%s: got %s, want %s", text, got, want)
		}
		if again := lightsail.QuoteTXT(got); again != got {
			t.Errorf("%s: got %s for the result, want it unchanged", text, again)
		}
	}
}

func TestFindDomainEntry(t *testing.T) {
	t.Parallel()
	entry := func(id, name, entryType, target string) types.DomainEntry {
		return types.DomainEntry{Id: &id, Name: &name, Type: &entryType, Target: &target}
	}
	entries := []types.DomainEntry{
		{},
		{Id: aws.String("-1"), Name: aws.String("www.example.com"), Type: aws.String("A")},
		entry("1", "www.example.com", "A", "192.0.2.1"),
		entry("2", "www.example.com", "A", "192.0.2.2"),
		entry("3", "www.example.com", "AAAA", "2001:db8::1"),
		entry("4", `\052.example.com`, "CNAME", "www.example.com"),
		entry("5", "example.com", "TXT", `"v=spf1 -all"`),
		entry("6", "example.com", "TXT", `"V=spf1 -all"`),
		entry("7", "example.com", "MX", "10 Mail.example.com."),
		entry("8", "example.com", "A", "lb.us-east-1.elb.amazonaws.com"),
		entry("9", "www.example.com", "A", "192.0.2.2"),
		entry("10", "empty.example.com", "TXT", `""`),
	}
	before := slices.Clone(entries)
	for _, row := range []struct{ name, entryType, target, want string }{
		{"www.example.com", "A", "192.0.2.1", "1"},
		{"www.example.com", "A", "192.0.2.2", "2"}, // the first of two
		{"WWW.example.com.", "a", "192.0.2.1", "1"},
		{"www.example.com", "AAAA", "2001:DB8:0:0::1", "3"},
		{"*.example.com", "CNAME", "www.example.com", "4"},
		{`\052.example.com`, "CNAME", "WWW.example.com.", "4"},
		{"example.com", "TXT", "v=spf1 -all", "5"},
		{"example.com", "TXT", `"v=spf1 -all"`, "5"},
		{"example.com", "TXT", "V=spf1 -all", "6"},
		{"example.com", "MX", "10 mail.example.com", "7"},
		{"example.com", "A", "LB.us-east-1.elb.amazonaws.com", "8"},
		{"empty.example.com", "TXT", `""`, "10"},

		{"www", "A", "192.0.2.1", ""}, // not a full name
		{"www.example.org", "A", "192.0.2.1", ""},
		{"www.example.com", "AAAA", "192.0.2.1", ""},
		{"www.example.com", "A", "192.0.2.3", ""},
		{"www.example.com", "A", "::ffff:192.0.2.1", ""}, // another address
		{"www.example.com", "A", "", ""},
		{"empty.example.com", "TXT", "", ""},
		{"www.example.com", "", "192.0.2.1", ""},
		{"", "A", "192.0.2.1", ""},
		{"", "", "", ""},
		{"example.com", "TXT", "v=spf1 ~all", ""},
		{"example.com", "MX", "20 mail.example.com", ""},
	} {
		got := lightsail.FindDomainEntry(entries, row.name, row.entryType, row.target)
		id := ""
		if got != nil {
			id = *got.Id
		}
		if id != row.want {
			t.Errorf("%s %s %s: got entry %q, want %q", row.name, row.entryType, row.target, id, row.want)
		}
	}
	if got := lightsail.FindDomainEntry(entries, "www.example.com", "A", "192.0.2.1"); got != &entries[2] {
		t.Errorf("got a copy of the entry, want a pointer into the list")
	}
	if got := lightsail.FindDomainEntry(nil, "www.example.com", "A", "192.0.2.1"); got != nil {
		t.Errorf("got %v in an empty list, want nil", got)
	}
	if diff := cmp.Diff(before, entries); diff != "" {
		t.Errorf("the list was changed (-before +after):\n%s", diff)
	}
}
