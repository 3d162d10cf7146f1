package lightsailtest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// rules returns the open ports of web, one text for each rule.
func rules(t *testing.T, client *lightsail.Client) (texts []string) {
	t.Helper()
	states := must[lightsail.GetInstancePortStatesOutput](t)(client.GetInstancePortStates(t.Context(), &lightsail.GetInstancePortStatesInput{InstanceName: web})).PortStates
	for _, s := range states {
		from := strings.Join(append(append(s.Cidrs, s.Ipv6Cidrs...), s.CidrListAliases...), " ")
		texts = append(texts, fmt.Sprintf("%s %d-%d %s from %s", s.Protocol, s.FromPort, s.ToPort, s.State, from))
	}
	return texts
}

func portInfo(protocol types.NetworkProtocol, from, to int32, cidrs ...string) *types.PortInfo {
	return &types.PortInfo{Protocol: protocol, FromPort: from, ToPort: to, Cidrs: cidrs}
}

// Rules are added, partly removed, removed, and replaced.
func TestInstancePublicPorts(t *testing.T) {
	_, client := newTestServer(t)
	ctx := t.Context()
	const ssh, http = "tcp 22-22 open from 0.0.0.0/0 ::/0", "tcp 80-80 open from 0.0.0.0/0 ::/0"
	wantRules := func(want ...string) {
		t.Helper()
		wantEqual(t, "rules", want, rules(t, client))
	}
	open := func(p *types.PortInfo) *types.Operation {
		t.Helper()
		return must[lightsail.OpenInstancePublicPortsOutput](t)(client.OpenInstancePublicPorts(ctx, &lightsail.OpenInstancePublicPortsInput{InstanceName: web, PortInfo: p})).Operation
	}
	closePort := func(p *types.PortInfo) error {
		_, err := client.CloseInstancePublicPorts(ctx, &lightsail.CloseInstancePublicPortsInput{InstanceName: web, PortInfo: p})
		return err
	}
	wantRules(http, ssh)

	op := open(portInfo(types.NetworkProtocolTcp, 5432, 5432, "192.0.2.44", "198.51.100.0/24"))
	wantEqual(t, "record", []any{"5432/tcp", types.OperationTypeOpenInstancePublicPorts, types.OperationStatusSucceeded},
		[]any{*op.OperationDetails, op.OperationType, op.Status})
	stored := must[lightsail.GetOperationOutput](t)(client.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: op.Id})).Operation
	wantEqual(t, "record of GetOperation", op, stored)
	browser := portInfo(types.NetworkProtocolTcp, 5432, 5432, "192.0.2.44")
	browser.CidrListAliases, browser.Ipv6Cidrs = []string{"lightsail-connect"}, []string{"2001:db8::/32"}
	open(browser)
	wantRules(http, ssh, "tcp 5432-5432 open from 198.51.100.0/24 192.0.2.44 2001:db8::/32 lightsail-connect")
	wantEqual(t, "rule of GetInstance", types.InstancePortInfo{
		AccessDirection: types.AccessDirectionInbound,
		AccessFrom:      aws.String("Custom"),
		AccessType:      "public",
		CidrListAliases: []string{"lightsail-connect"},
		Cidrs:           []string{"198.51.100.0/24", "192.0.2.44"},
		CommonName:      aws.String(""),
		FromPort:        5432,
		Ipv6Cidrs:       []string{"2001:db8::/32"},
		Protocol:        types.NetworkProtocolTcp,
		ToPort:          5432,
	}, getInstance(t, client, *web).Networking.Ports[2])

	browser.Cidrs = nil
	if err := closePort(browser); err != nil {
		t.Error(err)
	}
	wantRules(http, ssh, "tcp 5432-5432 open from 198.51.100.0/24 192.0.2.44")
	wantCode(t, "CloseInstancePublicPorts for addresses that have no access", closePort(browser), invalidInput)
	wantCode(t, "CloseInstancePublicPorts of another protocol", closePort(portInfo(types.NetworkProtocolUdp, 22, 22)), invalidInput)
	wantCode(t, "CloseInstancePublicPorts of a part of a range", closePort(portInfo(types.NetworkProtocolTcp, 22, 23)), invalidInput)
	for _, p := range []*types.PortInfo{
		portInfo(types.NetworkProtocolTcp, 5432, 5432, "192.0.2.44", "198.51.100.0/24"), portInfo(types.NetworkProtocolTcp, 80, 80),
	} {
		if err := closePort(p); err != nil {
			t.Error(err)
		}
	}
	wantRules(ssh)

	put := must[lightsail.PutInstancePublicPortsOutput](t)(client.PutInstancePublicPorts(ctx, &lightsail.PutInstancePublicPortsInput{InstanceName: web, PortInfos: []types.PortInfo{
		*portInfo(types.NetworkProtocolAll, 0, 65535, "0.0.0.0/0"), *portInfo(types.NetworkProtocolUdp, 8000, 8010),
		*portInfo(types.NetworkProtocolIcmp, 8, -1), *portInfo(types.NetworkProtocolIcmpv6, 128, 0),
	}}))
	wantEqual(t, "record", []any{"0-65535/all,8000-8010/udp,8--1/icmp,128-0/icmpv6", types.OperationTypePutInstancePublicPorts},
		[]any{*put.Operation.OperationDetails, put.Operation.OperationType})
	wantRules("all 0-65535 open from 0.0.0.0/0", "udp 8000-8010 open from 0.0.0.0/0 ::/0", "icmp 8--1 open from 0.0.0.0/0", "icmpv6 128-0 open from ::/0")
	var from []string
	for _, p := range getInstance(t, client, *web).Networking.Ports {
		from = append(from, *p.AccessFrom)
	}
	wantEqual(t, "AccessFrom", []string{"Anywhere (0.0.0.0/0)", "Anywhere (0.0.0.0/0 and ::/0)", "Anywhere (0.0.0.0/0)", "Anywhere (::/0)"}, from)
	must[lightsail.PutInstancePublicPortsOutput](t)(client.PutInstancePublicPorts(ctx, &lightsail.PutInstancePublicPortsInput{InstanceName: web, PortInfos: []types.PortInfo{}}))
	wantRules()
}

// The service rejects changes of ports while an instance is pending.
func TestPortsOfPendingInstance(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1}))
	ctx, blog := t.Context(), aws.String("blog")
	must[lightsail.CreateInstancesOutput](t)(client.CreateInstances(ctx, newInstances("blog")))
	put := &lightsail.PutInstancePublicPortsInput{InstanceName: blog, PortInfos: []types.PortInfo{*portInfo(types.NetworkProtocolTcp, 22, 22)}}
	_, err := client.PutInstancePublicPorts(ctx, put)
	wantCode(t, "PutInstancePublicPorts of a pending instance", err, "OperationFailureException")
	instanceState(t, client, blog)
	_, err = client.PutInstancePublicPorts(ctx, put)
	wantCode(t, "PutInstancePublicPorts of a running instance", err, "")
	_, err = client.OpenInstancePublicPorts(ctx, &lightsail.OpenInstancePublicPortsInput{InstanceName: aws.String("missing"), PortInfo: portInfo(types.NetworkProtocolTcp, 22, 22)})
	wantCode(t, "OpenInstancePublicPorts of a missing instance", err, "NotFoundException")
	_, err = client.GetInstancePortStates(ctx, &lightsail.GetInstancePortStatesInput{InstanceName: aws.String("missing")})
	wantCode(t, "GetInstancePortStates of a missing instance", err, "NotFoundException")
}

func TestDefaultPorts(t *testing.T) {
	for _, test := range []struct {
		blueprint types.Blueprint
		want      string
	}{
		{types.Blueprint{Platform: types.InstancePlatformLinuxUnix, Type: types.BlueprintTypeOs}, "80/tcp 22/tcp"},
		{types.Blueprint{Platform: types.InstancePlatformLinuxUnix, Type: types.BlueprintTypeApp}, "80/tcp 22/tcp 443/tcp"},
		{types.Blueprint{Platform: types.InstancePlatformWindows, Type: types.BlueprintTypeOs}, "80/tcp 22/tcp 3389/tcp"},
		{types.Blueprint{Platform: types.InstancePlatformWindows, Type: types.BlueprintTypeApp}, "80/tcp 22/tcp 3389/tcp"},
		{types.Blueprint{BlueprintId: aws.String("cpanel_whm_linux"), Platform: types.InstancePlatformLinuxUnix, Type: types.BlueprintTypeApp},
			"80/tcp 22/tcp 443/tcp 53/tcp 2078/tcp 2083/tcp 2087/tcp 2089/tcp 53/udp"},
		{types.Blueprint{BlueprintId: aws.String("plesk_ubuntu"), Platform: types.InstancePlatformLinuxUnix, Type: types.BlueprintTypeApp},
			"80/tcp 22/tcp 443/tcp 53/tcp 8443/tcp 8447/tcp 53/udp"},
	} {
		if test.blueprint.BlueprintId == nil {
			test.blueprint.BlueprintId = aws.String("image")
		}
		server := lightsailtest.NewServer(t, lightsailtest.WithBlueprints(test.blueprint),
			lightsailtest.WithInstances(types.Instance{BlueprintId: test.blueprint.BlueprintId}))
		var ports []string
		for _, p := range server.Snapshot().Instances[0].Networking.Ports {
			ports = append(ports, fmt.Sprintf("%d/%s", p.ToPort, p.Protocol))
		}
		wantEqual(t, fmt.Sprint(*test.blueprint.BlueprintId, test.blueprint.Platform, test.blueprint.Type), test.want, strings.Join(ports, " "))
	}
}

func TestPortsInvalidInput(t *testing.T) {
	server, _ := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	before := server.Snapshot()
	for _, test := range []struct {
		rule    types.PortInfo
		message string
	}{
		{types.PortInfo{FromPort: 22, ToPort: 22}, "portInfo.protocol: must be set"},
		{types.PortInfo{FromPort: 22, ToPort: 22, Protocol: "sctp"}, "portInfo.protocol: must be one of"},
		{*portInfo(types.NetworkProtocolTcp, -1, 22), "portInfo.fromPort: must be 0 to 65535"},
		{*portInfo(types.NetworkProtocolUdp, 0, 65536), "portInfo.toPort: must be 0 to 65535"},
		{*portInfo(types.NetworkProtocolAll, 2, 1), "portInfo.toPort: must not be less than fromPort"},
		{*portInfo(types.NetworkProtocolIcmp, 256, -1), "portInfo.fromPort: must be -1 to 255"},
		{*portInfo(types.NetworkProtocolIcmpv6, 0, -2), "portInfo.toPort: must be -1 to 255"},
		{*portInfo(types.NetworkProtocolTcp, 22, 22, "192.0.2.0/24", "192.0.2.256"), "portInfo.cidrs[1]: must be an IPv4 address"},
		{*portInfo(types.NetworkProtocolTcp, 22, 22, "2001:db8::1"), "portInfo.cidrs[0]: must be an IPv4 address"},
		{types.PortInfo{FromPort: 22, ToPort: 22, Protocol: types.NetworkProtocolTcp, Ipv6Cidrs: []string{"192.0.2.1"}}, "portInfo.ipv6Cidrs[0]: must be an IPv6 address"},
		{types.PortInfo{FromPort: 22, ToPort: 22, Protocol: types.NetworkProtocolTcp, Ipv6Cidrs: []string{"fe80::1%eth0"}}, "portInfo.ipv6Cidrs[0]: must be an IPv6 address"},
		{types.PortInfo{FromPort: 22, ToPort: 22, Protocol: types.NetworkProtocolTcp, CidrListAliases: []string{"office"}}, "portInfo.cidrListAliases[0]: must be lightsail-connect"},
	} {
		wantInvalidInput(t, server, "OpenInstancePublicPorts", lightsail.OpenInstancePublicPortsInput{InstanceName: web, PortInfo: &test.rule}, test.message)
		wantInvalidInput(t, server, "CloseInstancePublicPorts", lightsail.CloseInstancePublicPortsInput{InstanceName: web, PortInfo: &test.rule}, test.message)
		wantInvalidInput(t, server, "PutInstancePublicPorts",
			lightsail.PutInstancePublicPortsInput{InstanceName: web, PortInfos: []types.PortInfo{*portInfo(types.NetworkProtocolTcp, 1, 2), test.rule}},
			strings.Replace(test.message, "portInfo.", "portInfos[1].", 1))
	}
	wantEqual(t, "state after rejected calls", before, server.Snapshot())
}
