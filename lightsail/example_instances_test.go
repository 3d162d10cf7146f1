package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This program creates the cheapest instance that can run Ubuntu and has a public IPv4
// address, and waits until it runs.
func ExampleClient_CreateInstances() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("web")

	// The blueprint is the operating system. The bundle sets size and price.
	blueprint := types.Blueprint{}
	for b, err := range lightsail.NewGetBlueprintsPaginator(client, nil).All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		if aws.ToString(b.BlueprintId) == "ubuntu_24_04" {
			blueprint = b
		}
	}
	var cheapest *types.Bundle
	for b, err := range lightsail.NewGetBundlesPaginator(client, nil).All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		fits := slices.Contains(b.SupportedPlatforms, blueprint.Platform) && aws.ToInt32(b.Power) >= aws.ToInt32(blueprint.MinPower)
		if fits && aws.ToInt32(b.PublicIpv4AddressCount) > 0 && (cheapest == nil || *b.Price < *cheapest.Price) {
			cheapest = &b
		}
	}
	if cheapest == nil {
		log.Fatal("no bundle fits")
	}
	_, err = client.CreateInstances(ctx, &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"),
		BlueprintId:      blueprint.BlueprintId,
		BundleId:         cheapest.BundleId,
		InstanceNames:    []string{*name},
	})
	if err != nil {
		log.Fatal(err)
	}

	for deadline := time.Now().Add(10 * time.Minute); ; time.Sleep(5 * time.Second) {
		out, err := client.GetInstanceState(ctx, &lightsail.GetInstanceStateInput{InstanceName: name})
		if err != nil {
			log.Fatal(err)
		}
		if aws.ToString(out.State.Name) == "running" {
			break
		}
		if time.Now().After(deadline) {
			log.Fatal("the instance does not run after 10 minutes")
		}
	}
	out, err := client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: name})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Instance.Name, *out.Instance.BundleId, *out.Instance.State.Name)
	fmt.Println(aws.ToString(out.Instance.PublicIpAddress))
	// Output:
	// web nano_3_0 running
	// 192.0.2.10
}

// This program opens one more port of an instance and lists all that are open.
// PutInstancePublicPorts would close the others.
func ExampleClient_OpenInstancePublicPorts() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("web")

	_, err = client.OpenInstancePublicPorts(ctx, &lightsail.OpenInstancePublicPortsInput{
		InstanceName: name,
		PortInfo: &types.PortInfo{
			Protocol: types.NetworkProtocolTcp,
			FromPort: 5432,
			ToPort:   5432,
			Cidrs:    []string{"192.0.2.0/24"}, // who may connect
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	out, err := client.GetInstancePortStates(ctx, &lightsail.GetInstancePortStatesInput{InstanceName: name})
	if err != nil {
		log.Fatal(err)
	}
	for _, p := range out.PortStates {
		fmt.Printf("%s %d-%d from %v and %v\n", p.Protocol, p.FromPort, p.ToPort, p.Cidrs, p.Ipv6Cidrs)
	}
	// Output:
	// tcp 80-80 from [0.0.0.0/0] and [::/0]
	// tcp 22-22 from [0.0.0.0/0] and [::/0]
	// tcp 5432-5432 from [192.0.2.0/24] and []
}
