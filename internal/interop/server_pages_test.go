package interop_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerPages lists resources with one of them on a page.
func TestServerPages(t *testing.T) {
	runSessions(t, func(s *session) {
		for _, n := range []string{"1", "2"} {
			must[lightsail.AllocateStaticIpOutput](s, &lightsail.AllocateStaticIpInput{StaticIpName: aws.String("ip-" + n)})
			must[lightsail.CreateKeyPairOutput](s, &lightsail.CreateKeyPairInput{KeyPairName: aws.String("key-" + n)})
			must[lightsail.CreateDomainOutput](s, &lightsail.CreateDomainInput{DomainName: aws.String("example" + n + ".com")})
		}
		ips := must[lightsail.GetStaticIpsOutput](s, &lightsail.GetStaticIpsInput{})
		assertEqual(s, *must[lightsail.GetStaticIpsOutput](s, &lightsail.GetStaticIpsInput{PageToken: ips.NextPageToken}).StaticIps[0].Name, "ip-2")
		keys := must[lightsail.GetKeyPairsOutput](s, &lightsail.GetKeyPairsInput{})
		assertEqual(s, *must[lightsail.GetKeyPairsOutput](s, &lightsail.GetKeyPairsInput{PageToken: keys.NextPageToken}).KeyPairs[0].Name, "key-2")
		domains := must[lightsail.GetDomainsOutput](s, &lightsail.GetDomainsInput{})
		assertEqual(s, *must[lightsail.GetDomainsOutput](s, &lightsail.GetDomainsInput{PageToken: domains.NextPageToken}).Domains[0].Name, "example2.com")

		s.mustFail("InvalidInputException", &lightsail.GetStaticIpsInput{PageToken: keys.NextPageToken})

		names := must[lightsail.GetActiveNamesOutput](s, &lightsail.GetActiveNamesInput{})
		assertEqual(s, must[lightsail.GetActiveNamesOutput](s, &lightsail.GetActiveNamesInput{PageToken: names.NextPageToken}).ActiveNames, []string{"example2.com"})
		newest := must[lightsail.GetOperationsOutput](s, &lightsail.GetOperationsInput{})
		assertEqual(s, *newest.Operations[0].ResourceName, "example2.com")
		must[lightsail.GetOperationsOutput](s, &lightsail.GetOperationsInput{PageToken: newest.NextPageToken})
		must[lightsail.TagResourceOutput](s, &lightsail.TagResourceInput{ResourceName: aws.String("key-1"), Tags: []types.Tag{}})
		ofKey := must[lightsail.GetOperationsForResourceOutput](s, &lightsail.GetOperationsForResourceInput{ResourceName: aws.String("key-1")})
		older := &lightsail.GetOperationsForResourceInput{ResourceName: aws.String("key-1"), PageToken: ofKey.NextPageToken}
		assertEqual(s, must[lightsail.GetOperationsForResourceOutput](s, older).Operations[0].OperationType, "CreateKeyPair")
	}, lightsailtest.WithPageSize(1))
}
