package types

// DomainEntry is one DNS record of a [Domain].
//
// CreateDomainEntry, UpdateDomainEntry and DeleteDomainEntry take it. GetDomain and GetDomains
// return it. Name and Type do not identify an entry, because several entries can have the same
// ones.
type DomainEntry struct {
	// Id identifies the entry. It is a decimal number, possibly negative, which the service
	// assigns. Set it to change or delete the entry. Leave it nil to create one.
	Id *string `json:"id,omitzero"`

	// IsAlias reports whether Target is the DNS name of an AWS resource, such as a Lightsail load
	// balancer, distribution or container service, that the service resolves to addresses itself.
	// Set it to true with an entry of type "A" for such a target.
	IsAlias *bool `json:"isAlias,omitzero"`

	// Name is the full name of the entry: "www.example.com", or "example.com" for the domain
	// itself. "*.example.com" is a wildcard. The service returns "*" as `\052`, so this name comes
	// back as `\052.example.com`.
	Name *string `json:"name,omitzero"`

	// Options held further settings of the entry.
	//
	// Deprecated: The service has discontinued this field.
	Options map[string]string `json:"options,omitzero"`

	// Target is the value of the record. Its form depends on Type:
	//
	//   - "A" and "AAAA": an IPv4 or IPv6 address, or a DNS name if IsAlias is true
	//   - "CNAME": a DNS name
	//   - "MX": a priority and a DNS name, such as "10 mail.example.com"
	//   - "NS": the DNS name of a name server
	//   - "SOA": the fields of the record, separated by spaces
	//   - "SRV": priority, weight, port and DNS name, separated by spaces
	//   - "TXT": text in double quotes, which are part of the string, such as `"v=spf1 -all"`
	Target *string `json:"target,omitzero"`

	// Type is the type of the record: "A", "AAAA", "CNAME", "MX", "NS", "SOA", "SRV" or "TXT".
	Type *string `json:"type,omitzero"`
}
