package interop_test

import (
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// TestServerInstances creates instances, opens and closes ports, changes options and the
// state of an instance, and deletes it.
func TestServerInstances(t *testing.T) {
	blog := aws.String("blog")
	runSessions(t, func(s *session) {
		in := &lightsail.CreateInstancesInput{
			AvailabilityZone: aws.String("us-east-1b"), BlueprintId: aws.String("wordpress"), BundleId: aws.String("nano_3_0"),
			InstanceNames: []string{"blog", "shop"}, UserData: aws.String("apt-get -y update"),
			Tags: []types.Tag{{Key: aws.String("team"), Value: aws.String("wéb 日本")}},
		}
		created := must[lightsail.CreateInstancesOutput](s, in).Operations
		assertEqual(s, len(created), 2)
		s.mustFail("InvalidInputException", in)
		s.mustFail("OperationFailureException", &lightsail.PutInstancePublicPortsInput{InstanceName: blog, PortInfos: []types.PortInfo{}})
		s.waitSucceeded(created)
		var instances []types.Instance
		followPages(s, func(token *string) *string {
			out := must[lightsail.GetInstancesOutput](s, &lightsail.GetInstancesInput{IncludeHealthStatus: aws.Bool(true), PageToken: token})
			instances = append(instances, out.Instances...)
			return out.NextPageToken
		})
		assertEqual(s, *instances[1].Name, "shop")
		assertEqual(s, instances[0].InstanceStatus.Status, types.InstanceHealthStatusValueOk)
		instance := func() *types.Instance {
			return must[lightsail.GetInstanceOutput](s, &lightsail.GetInstanceInput{InstanceName: blog}).Instance
		}
		assertEqual(s, *instance().Tags[0].Value, "wéb 日本")
		assertEqual(s, *instance().Hardware.RamSizeInGb, 0.5)

		changePorts(s, blog, instance)
		setUpHTTPS(s, blog)

		options := &lightsail.UpdateInstanceMetadataOptionsInput{InstanceName: blog, HttpTokens: types.HttpTokensRequired, HttpPutResponseHopLimit: aws.Int32(2)}
		updated := must[lightsail.UpdateInstanceMetadataOptionsOutput](s, options).Operation
		assertEqual(s, instance().MetadataOptions.State, types.InstanceMetadataStatePending)
		s.waitSucceeded([]types.Operation{*updated})
		assertEqual(s, instance().MetadataOptions.State, types.InstanceMetadataStateApplied)
		options.HttpProtocolIpv6 = types.HttpProtocolIpv6Enabled
		s.mustFail("InvalidInputException", options)

		address := &lightsail.SetIpAddressTypeInput{ResourceName: blog, ResourceType: types.ResourceTypeInstance, IpAddressType: types.IpAddressTypeIpv6}
		s.mustFail("InvalidInputException", address)
		address.AcceptBundleUpdate = aws.Bool(true)
		s.waitSucceeded(must[lightsail.SetIpAddressTypeOutput](s, address).Operations)
		assertEqual(s, *instance().BundleId, "nano_ipv6_3_0")
		assertEqual(s, instance().PublicIpAddress, nil)

		s.waitSucceeded(must[lightsail.DeleteKnownHostKeysOutput](s, &lightsail.DeleteKnownHostKeysInput{InstanceName: blog}).Operations)
		changeState(s, blog)
	}, lightsailtest.WithLag(
		lightsailtest.Lag{State: "pending", Polls: 2}, lightsailtest.Lag{State: "rebooting", Polls: 1}, lightsailtest.Lag{State: "stopping", Polls: 1},
		lightsailtest.Lag{State: lightsailtest.MetadataPending, Polls: 2}, lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1},
	), lightsailtest.WithPageSize(1))
}

// changePorts opens, closes and replaces ports of an instance.
func changePorts(s *session, name *string, instance func() *types.Instance) {
	states := func() []types.InstancePortState {
		return must[lightsail.GetInstancePortStatesOutput](s, &lightsail.GetInstancePortStatesInput{InstanceName: name}).PortStates
	}
	assertEqual(s, len(states()), 3)
	port := &types.PortInfo{
		FromPort: 5432, ToPort: 5433, Protocol: types.NetworkProtocolTcp,
		Cidrs: []string{"192.0.2.0/24"}, Ipv6Cidrs: []string{"2001:db8::/32"}, CidrListAliases: []string{"lightsail-connect"},
	}
	opened := must[lightsail.OpenInstancePublicPortsOutput](s, &lightsail.OpenInstancePublicPortsInput{InstanceName: name, PortInfo: port}).Operation
	assertEqual(s, *opened.OperationDetails, "5432-5433/tcp")
	want := types.InstancePortState{
		FromPort: 5432, ToPort: 5433, Protocol: types.NetworkProtocolTcp, State: types.PortStateOpen,
		Cidrs: port.Cidrs, Ipv6Cidrs: port.Ipv6Cidrs, CidrListAliases: port.CidrListAliases,
	}
	assertEqual(s, states()[3], want)
	assertEqual(s, *instance().Networking.Ports[3].AccessFrom, "Custom")
	closing := &lightsail.CloseInstancePublicPortsInput{InstanceName: name, PortInfo: port}
	s.waitSucceeded([]types.Operation{*must[lightsail.CloseInstancePublicPortsOutput](s, closing).Operation})
	s.mustFail("InvalidInputException", closing)
	put := &lightsail.PutInstancePublicPortsInput{InstanceName: name, PortInfos: []types.PortInfo{
		{FromPort: 0, ToPort: 65535, Protocol: types.NetworkProtocolAll}, {FromPort: 8, ToPort: -1, Protocol: types.NetworkProtocolIcmp},
	}}
	s.waitSucceeded([]types.Operation{*must[lightsail.PutInstancePublicPortsOutput](s, put).Operation})
	assertEqual(s, states()[0].FromPort, 0)
	assertEqual(s, states()[1].ToPort, -1)
	put.PortInfos[0].Cidrs = []string{"anywhere"}
	s.mustFail("InvalidInputException", put)
}

// setUpHTTPS sets up HTTPS three times and follows the pages of the history.
func setUpHTTPS(s *session, name *string) {
	for _, domain := range []string{"a.example.com", "b.example.com", "c.example.com"} {
		s.waitSucceeded(must[lightsail.SetupInstanceHttpsOutput](s, &lightsail.SetupInstanceHttpsInput{
			CertificateProvider: types.CertificateProviderLetsEncrypt, DomainNames: []string{domain}, EmailAddress: aws.String("ops@example.com"), InstanceName: name,
		}).Operations)
	}
	var domains []string
	followPages(s, func(token *string) *string {
		out := must[lightsail.GetSetupHistoryOutput](s, &lightsail.GetSetupHistoryInput{ResourceName: name, PageToken: token})
		for _, h := range out.SetupHistory {
			domains = append(domains, h.Request.DomainNames[0])
			assertEqual(s, h.Status, types.SetupStatusSucceeded)
		}
		return out.NextPageToken
	})
	assertEqual(s, domains, []string{"c.example.com", "b.example.com", "a.example.com"})
}

// changeState reboots, stops, starts and deletes an instance.
func changeState(s *session, name *string) {
	state := func() string {
		return *must[lightsail.GetInstanceStateOutput](s, &lightsail.GetInstanceStateInput{InstanceName: name}).State.Name
	}
	s.waitSucceeded(must[lightsail.RebootInstanceOutput](s, &lightsail.RebootInstanceInput{InstanceName: name}).Operations)
	start := &lightsail.StartInstanceInput{InstanceName: name, AttributeUpdates: &types.InstanceAttributeUpdates{BundleId: aws.String("auto")}}
	s.mustFail("OperationFailureException", start)
	s.waitSucceeded(must[lightsail.StopInstanceOutput](s, &lightsail.StopInstanceInput{InstanceName: name}).Operations)
	assertEqual(s, state(), "stopped")
	s.mustFail("InvalidInputException", start)
	start.AttributeUpdates = nil
	s.waitSucceeded(must[lightsail.StartInstanceOutput](s, start).Operations)
	must[lightsail.DeleteInstanceOutput](s, &lightsail.DeleteInstanceInput{InstanceName: name, ForceDeleteAddOns: aws.Bool(true)})
	assertEqual(s, state(), "shutting-down")
	s.mustFail("NotFoundException", &lightsail.GetInstanceStateInput{InstanceName: name})
	s.mustFail("NotFoundException", &lightsail.DeleteInstanceInput{InstanceName: name})
}
