package interop_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/access"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerStaticIPs allocates, attaches, moves, detaches and releases static IPs.
func TestServerStaticIPs(t *testing.T) {
	front := aws.String("front")
	runSessions(t, func(s *session) {
		staticIP := func() *types.StaticIp {
			return must[lightsail.GetStaticIpOutput](s, &lightsail.GetStaticIpInput{StaticIpName: front}).StaticIp
		}
		s.waitSucceeded(must[lightsail.AllocateStaticIpOutput](s, &lightsail.AllocateStaticIpInput{StaticIpName: front}).Operations)
		allocated := staticIP()
		assertEqual(s, allocated.AttachedTo, nil)
		for _, name := range []string{"web", "db"} {
			s.waitSucceeded(must[lightsail.AttachStaticIpOutput](s, &lightsail.AttachStaticIpInput{StaticIpName: front, InstanceName: &name}).Operations)
			assertEqual(s, *staticIP().AttachedTo, name)
			instance := must[lightsail.GetInstanceOutput](s, &lightsail.GetInstanceInput{InstanceName: &name}).Instance
			assertEqual(s, *instance.PublicIpAddress, *allocated.IpAddress)
			assertEqual(s, *instance.IsStaticIp, true)
		}
		s.mustFail("InvalidInputException", &lightsail.ReleaseStaticIpInput{StaticIpName: front})
		s.waitSucceeded(must[lightsail.DetachStaticIpOutput](s, &lightsail.DetachStaticIpInput{StaticIpName: front}).Operations)
		s.mustFail("InvalidInputException", &lightsail.DetachStaticIpInput{StaticIpName: front})
		assertEqual(s, must[lightsail.GetStaticIpsOutput](s, &lightsail.GetStaticIpsInput{}).StaticIps, []types.StaticIp{*allocated})
		s.waitSucceeded(must[lightsail.ReleaseStaticIpOutput](s, &lightsail.ReleaseStaticIpInput{StaticIpName: front}).Operations)
		s.mustFail("NotFoundException", &lightsail.GetStaticIpInput{StaticIpName: front})
	}, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}, types.Instance{Name: aws.String("db")}))
}

// TestServerKeyPairs creates and imports key pairs, reads a password with one, and deletes
// them.
func TestServerKeyPairs(t *testing.T) {
	deploy, office := aws.String("deploy"), aws.String("office")
	runSessions(t, func(s *session) {
		created := must[lightsail.CreateKeyPairOutput](s, &lightsail.CreateKeyPairInput{
			KeyPairName: deploy, Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("ops")}},
		})
		s.waitSucceeded([]types.Operation{*created.Operation})
		s.mustFail("InvalidInputException", &lightsail.CreateKeyPairInput{KeyPairName: deploy})
		must[lightsail.ImportKeyPairOutput](s, &lightsail.ImportKeyPairInput{KeyPairName: aws.String("imported"), PublicKeyBase64: created.PublicKeyBase64})
		s.mustFail("InvalidInputException", &lightsail.ImportKeyPairInput{KeyPairName: aws.String("other"), PublicKeyBase64: aws.String("c3NoLXJzYQ==")})

		in := &lightsail.CreateInstancesInput{
			AvailabilityZone: aws.String("us-east-1a"), BlueprintId: aws.String("windows_server_2022"), BundleId: aws.String("small_win_3_0"),
			InstanceNames: []string{*office}, KeyPairName: aws.String("absent"),
		}
		s.mustFail("NotFoundException", in)
		in.KeyPairName = deploy
		must[lightsail.CreateInstancesOutput](s, in)
		details := must[lightsail.GetInstanceAccessDetailsOutput](s, &lightsail.GetInstanceAccessDetailsInput{InstanceName: office}).AccessDetails
		password, err := access.WindowsPassword(details, []byte(*created.PrivateKeyBase64))
		if err != nil || password != "correct horse" {
			s.Errorf("got the password %q, %v", password, err)
		}

		first := must[lightsail.DownloadDefaultKeyPairOutput](s, &lightsail.DownloadDefaultKeyPairInput{})
		second := must[lightsail.DownloadDefaultKeyPairOutput](s, &lightsail.DownloadDefaultKeyPairInput{})
		assertEqual(s, *first.PrivateKeyBase64, *second.PrivateKeyBase64)
		assertEqual(s, len(must[lightsail.GetKeyPairsOutput](s, &lightsail.GetKeyPairsInput{}).KeyPairs), 2)
		all := must[lightsail.GetKeyPairsOutput](s, &lightsail.GetKeyPairsInput{IncludeDefaultKeyPair: aws.Bool(true)}).KeyPairs
		assertEqual(s, *all[0].Name, lightsailtest.DefaultKeyPairName)

		s.mustFail("InvalidInputException", &lightsail.DeleteKeyPairInput{KeyPairName: all[0].Name})
		must[lightsail.DeleteKeyPairOutput](s, &lightsail.DeleteKeyPairInput{KeyPairName: all[0].Name, ExpectedFingerprint: all[0].Fingerprint})
		must[lightsail.DeleteKeyPairOutput](s, &lightsail.DeleteKeyPairInput{KeyPairName: deploy})
		s.mustFail("NotFoundException", &lightsail.GetKeyPairInput{KeyPairName: deploy})
		must[lightsail.GetKeyPairOutput](s, &lightsail.GetKeyPairInput{KeyPairName: aws.String("imported")})
	}, lightsailtest.WithAccessDetails(types.InstanceAccessDetails{InstanceName: office, Password: aws.String("correct horse")}))
}

// TestServerDomains creates a domain with entries, changes them, and deletes them. In
// another Region the service rejects all calls.
func TestServerDomains(t *testing.T) {
	name := aws.String("example.com")
	runSessions(t, func(s *session) {
		s.waitSucceeded([]types.Operation{*must[lightsail.CreateDomainOutput](s, &lightsail.CreateDomainInput{DomainName: name}).Operation})
		entries := func() []types.DomainEntry {
			return must[lightsail.GetDomainOutput](s, &lightsail.GetDomainInput{DomainName: name}).Domain.DomainEntries
		}
		initial := entries()
		assertEqual(s, *initial[len(initial)-1].Type, "SOA")
		entry := &types.DomainEntry{Name: aws.String("*.example.com"), Type: aws.String("TXT"), Target: aws.String("token")}
		create := &lightsail.CreateDomainEntryInput{DomainName: name, DomainEntry: entry}
		s.mustFail("InvalidInputException", create)
		entry.Target = aws.String(`"token <ü>"`)
		must[lightsail.CreateDomainEntryOutput](s, create)
		s.mustFail("InvalidInputException", create)
		created := entries()[len(initial)]
		assertEqual(s, *created.Name+" "+*created.Target, `\052.example.com "token <ü>"`)

		created.Target = aws.String(`"other"`)
		s.waitSucceeded(must[lightsail.UpdateDomainEntryOutput](s, &lightsail.UpdateDomainEntryInput{DomainName: name, DomainEntry: &created}).Operations)
		s.mustFail("NotFoundException", &lightsail.DeleteDomainEntryInput{DomainName: name, DomainEntry: entry})
		must[lightsail.DeleteDomainEntryOutput](s, &lightsail.DeleteDomainEntryInput{DomainName: name, DomainEntry: &created})
		assertEqual(s, entries(), initial)
		assertEqual(s, len(must[lightsail.GetDomainsOutput](s, &lightsail.GetDomainsInput{}).Domains), 1)
		must[lightsail.DeleteDomainOutput](s, &lightsail.DeleteDomainInput{DomainName: name})
		s.mustFail("NotFoundException", &lightsail.GetDomainInput{DomainName: name})

		cfg := s.server.Config()
		cfg.Region = "eu-west-1"
		s.configure(cfg)
		s.mustFail("InvalidInputException", &lightsail.GetDomainsInput{})
	}, lightsailtest.WithRegions("us-east-1", "eu-west-1"))
}
