package lightsail_test

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// Names of entries are full names, and the quotes are part of a TXT record. Domains are in
// us-east-1, whatever the Region of other resources.
func ExampleClient_CreateDomainEntry() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client(func(o *lightsail.Options) { o.Region = "us-east-1" })
	ctx, domain := context.Background(), aws.String("example.com")

	if _, err := client.CreateDomain(ctx, &lightsail.CreateDomainInput{DomainName: domain}); err != nil {
		log.Fatal(err)
	}
	for _, entry := range []types.DomainEntry{
		{Type: aws.String("A"), Name: aws.String("www.example.com"), Target: aws.String("192.0.2.10")},
		{Type: aws.String("TXT"), Name: domain, Target: aws.String(`"v=spf1 -all"`)},
	} {
		_, err := client.CreateDomainEntry(ctx, &lightsail.CreateDomainEntryInput{DomainName: domain, DomainEntry: &entry})
		if err != nil {
			log.Fatal(err)
		}
	}

	out, err := client.GetDomain(ctx, &lightsail.GetDomainInput{DomainName: domain})
	if err != nil {
		log.Fatal(err)
	}
	for _, entry := range out.Domain.DomainEntries {
		if *entry.Type != "NS" && *entry.Type != "SOA" {
			fmt.Println(*entry.Type, *entry.Name, *entry.Target)
		}
	}
	// Output:
	// TXT example.com "v=spf1 -all"
	// A www.example.com 192.0.2.10
}
