package lightsail

import (
	"net/netip"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/types"
)

// AbsoluteDomainName returns the full name of a DNS record in the zone of a domain, as
// the Name of a [types.DomainEntry] must be: AbsoluteDomainName("www", "example.com")
// returns "www.example.com".
//
// The name of the domain itself is "", "@" or "example.com". A name that ends in the
// domain, or in a dot, is already a full name; the dot is removed. "*" is a wildcard.
// The service returns it as `\052`, which AbsoluteDomainName replaces by "*". It does
// not change upper and lower case, which DNS does not distinguish.
func AbsoluteDomainName(name, domainName string) string {
	domainName = strings.TrimSuffix(domainName, ".")
	if rest, ok := strings.CutPrefix(name, `\052`); ok {
		name = "*" + rest
	}
	switch absolute, isAbsolute := strings.CutSuffix(name, "."); {
	case name == "" || name == "@":
		return domainName
	case isAbsolute:
		return absolute
	case domainName == "", strings.EqualFold(name, domainName), hasSuffixFold(name, "."+domainName):
		return name
	}
	return name + "." + domainName
}

func hasSuffixFold(s, suffix string) bool {
	return len(s) >= len(suffix) && strings.EqualFold(s[len(s)-len(suffix):], suffix)
}

// QuoteTXT returns text in double quotes, as the Target of a [types.DomainEntry] of
// type "TXT" must be. Text that begins and ends with a double quote is returned
// unchanged.
//
// QuoteTXT puts a backslash before double quotes and backslashes in text, as in zone
// files. It does not split text. A string of a TXT record has at most 255 bytes:
// longer text, such as a DKIM key, consists of several strings, each in double
// quotes. Whether the service accepts either is not known.
func QuoteTXT(text string) string {
	if len(text) >= 2 && text[0] == '"' && text[len(text)-1] == '"' {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}

// FindDomainEntry returns the first of entries that has the given full name, type and
// target, or nil if there is none. The result points into entries and has the Id
// that [Client.UpdateDomainEntry] and [Client.DeleteDomainEntry] need.
//
// Entries are the DomainEntries of [Client.GetDomain]. FindDomainEntry compares as
// DNS does: upper and lower case of names, the dot at their end, `\052` and "*", the
// double quotes of a TXT target, and the spelling of an IP address do not matter. The
// text of a TXT target must be equal.
//
// All three are compared, because several entries can have the same name and type. An
// empty target matches no entry. To select entries by name alone, compare the results
// of [AbsoluteDomainName] with [strings.EqualFold].
func FindDomainEntry(entries []types.DomainEntry, name, entryType, target string) *types.DomainEntry {
	for i := range entries {
		e := &entries[i]
		if sameName(aws.ToString(e.Name), name) &&
			strings.EqualFold(aws.ToString(e.Type), entryType) &&
			sameTarget(entryType, aws.ToString(e.Target), target) {
			return e
		}
	}
	return nil
}

// sameName reports whether two full names are equal.
func sameName(a, b string) bool {
	return strings.EqualFold(AbsoluteDomainName(a, ""), AbsoluteDomainName(b, ""))
}

// sameTarget reports whether two targets of a type are equal and not empty.
func sameTarget(entryType, a, b string) bool {
	if b == "" {
		return false
	}
	if strings.EqualFold(entryType, "TXT") {
		return QuoteTXT(a) == QuoteTXT(b)
	}
	if a, err := netip.ParseAddr(a); err == nil {
		b, err := netip.ParseAddr(b)
		return err == nil && a == b
	}
	return strings.EqualFold(strings.TrimSuffix(a, "."), strings.TrimSuffix(b, "."))
}
