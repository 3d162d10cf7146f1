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

// An instance keeps its public address when it has a static IP.
func ExampleClient_AttachStaticIp() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("web-ip")

	if _, err := client.AllocateStaticIp(ctx, &lightsail.AllocateStaticIpInput{StaticIpName: name}); err != nil {
		log.Fatal(err)
	}
	_, err = client.AttachStaticIp(ctx, &lightsail.AttachStaticIpInput{StaticIpName: name, InstanceName: aws.String("web")})
	if err != nil {
		log.Fatal(err)
	}

	ip, err := client.GetStaticIp(ctx, &lightsail.GetStaticIpInput{StaticIpName: name})
	if err != nil {
		log.Fatal(err)
	}
	instance, err := client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: aws.String("web")})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*ip.StaticIp.Name, "is attached to", *ip.StaticIp.AttachedTo)
	fmt.Println("same address:", *ip.StaticIp.IpAddress == *instance.Instance.PublicIpAddress)
	// Output:
	// web-ip is attached to web
	// same address: true
}
