package lightsail_test

import (
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func ExampleAbsoluteDomainName() {
	for _, name := range []string{"www", "www.example.com", "@", "*", `\052.example.com`} {
		fmt.Println(lightsail.AbsoluteDomainName(name, "example.com"))
	}
	// Output:
	// www.example.com
	// www.example.com
	// example.com
	// *.example.com
	// *.example.com
}

// This is the input of CreateDomainEntry for a TXT record.
func ExampleQuoteTXT() {
	in := &lightsail.CreateDomainEntryInput{
		DomainName: aws.String("example.com"),
		DomainEntry: &types.DomainEntry{
			Name:   aws.String(lightsail.AbsoluteDomainName("_acme-challenge", "example.com")),
			Type:   aws.String("TXT"),
			Target: aws.String(lightsail.QuoteTXT("evaGxfADs6pSRb2LAv9IZ")),
		},
	}
	fmt.Println(*in.DomainEntry.Name, *in.DomainEntry.Type, *in.DomainEntry.Target)
	// Output: _acme-challenge.example.com TXT "evaGxfADs6pSRb2LAv9IZ"
}

// DeleteDomainEntry needs the Id of the entry, which GetDomain returns.
func ExampleFindDomainEntry() {
	// As GetDomain returns it, from the client of us-east-1.
	domain := &types.Domain{
		Name: aws.String("example.com"),
		DomainEntries: []types.DomainEntry{
			{Id: aws.String("-1"), Name: aws.String("www.example.com"), Type: aws.String("A"), Target: aws.String("192.0.2.1")},
			{Id: aws.String("-2"), Name: aws.String(`\052.example.com`), Type: aws.String("CNAME"), Target: aws.String("www.example.com")},
			{Id: aws.String("-3"), Name: aws.String("example.com"), Type: aws.String("TXT"), Target: aws.String(`"v=spf1 -all"`)},
		},
	}

	if entry := lightsail.FindDomainEntry(domain.DomainEntries, "*.example.com", "CNAME", "www.example.com"); entry != nil {
		in := &lightsail.DeleteDomainEntryInput{DomainName: domain.Name, DomainEntry: entry}
		fmt.Println("deleting", *in.DomainEntry.Id)
	}
	if entry := lightsail.FindDomainEntry(domain.DomainEntries, "example.com", "TXT", "v=spf1 -all"); entry != nil {
		fmt.Println("found", *entry.Id)
	}
	// Output:
	// deleting -2
	// found -3
}
