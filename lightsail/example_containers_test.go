package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This example creates a container service, registers an image that has been pushed to the
// registry of the account, and deploys it with a public endpoint and a health check.
func ExampleClient_CreateContainerServiceDeployment() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("api")

	_, err = client.CreateContainerService(ctx, &lightsail.CreateContainerServiceInput{
		Power:       types.ContainerServicePowerNameNano,
		Scale:       aws.Int32(1),
		ServiceName: name,
	})
	if err != nil {
		log.Fatal(err)
	}
	ready := lightsail.NewContainerServiceReadyWaiter(client)
	out, err := ready.WaitForOutput(ctx, &lightsail.GetContainerServicesInput{ServiceName: name}, 30*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(out.ContainerServices[0].State, *out.ContainerServices[0].Url)

	// Push the image with the user name and the password, for example with docker login and
	// docker push, which prints the digest.
	login, err := client.CreateContainerServiceRegistryLogin(ctx, &lightsail.CreateContainerServiceRegistryLoginInput{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("push to", *login.RegistryLogin.Registry+"/sr")
	digest := "sha256:" + strings.Repeat("0123456789abcdef", 4)

	registered, err := client.RegisterContainerImage(ctx, &lightsail.RegisterContainerImageInput{
		Digest:      &digest,
		Label:       aws.String("server"),
		ServiceName: name,
	})
	if err != nil {
		log.Fatal(err)
	}
	deploying, err := client.CreateContainerServiceDeployment(ctx, &lightsail.CreateContainerServiceDeploymentInput{
		Containers: map[string]types.Container{"server": {
			Image: registered.ContainerImage.Image,
			Ports: map[string]types.ContainerServiceProtocol{"8080": types.ContainerServiceProtocolHttp},
		}},
		PublicEndpoint: &types.EndpointRequest{
			ContainerName: aws.String("server"),
			ContainerPort: aws.Int32(8080),
			HealthCheck:   &types.ContainerServiceHealthCheckConfig{Path: aws.String("/health"), SuccessCodes: aws.String("200")},
		},
		ServiceName: name,
	})
	if err != nil {
		log.Fatal(err)
	}
	version := *deploying.ContainerService.NextDeployment.Version
	active := lightsail.NewContainerServiceDeploymentActiveWaiter(client, version)
	deployed, err := active.WaitForOutput(ctx, &lightsail.GetContainerServiceDeploymentsInput{ServiceName: name}, 30*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range deployed.Deployments {
		fmt.Printf("version %d is %s: %s, checked at %s\n",
			*d.Version, d.State, *d.Containers["server"].Image, *d.PublicEndpoint.HealthCheck.Path)
	}
	// Output:
	// READY https://api.h7iebsed2bkon.us-east-1.cs.amazonlightsail.com/
	// push to 123456789012.dkr.ecr.us-east-1.amazonaws.com/sr
	// version 1 is ACTIVE: :api.server.1, checked at /health
}

// This example creates a deployment that fails, and prints the log of its container.
func ExampleClient_GetContainerLog() {
	server, err := lightsailtest.Start(lightsailtest.WithLag(lightsailtest.Lag{
		Type: types.ResourceTypeContainerService, State: "DEPLOYING", End: "FAILED", Reason: "missing DATABASE_URL",
	}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("api")

	_, err = client.CreateContainerService(ctx, &lightsail.CreateContainerServiceInput{
		Deployment: &types.ContainerServiceDeploymentRequest{
			Containers: map[string]types.Container{"server": {Image: aws.String("nginx:1.27")}},
		},
		Power:       types.ContainerServicePowerNameNano,
		Scale:       aws.Int32(1),
		ServiceName: name,
	})
	if err != nil {
		log.Fatal(err)
	}
	waiter := lightsail.NewContainerServiceDeploymentActiveWaiter(client, 1)
	err = waiter.Wait(ctx, &lightsail.GetContainerServiceDeploymentsInput{ServiceName: name}, 30*time.Minute)
	fmt.Println(err)

	container := &lightsail.GetContainerLogInput{ContainerName: aws.String("server"), ServiceName: name}
	for event, err := range lightsail.NewGetContainerLogPaginator(client, container).All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(*event.Message)
	}
	// Output:
	// ContainerServiceDeployment api version 1 is in the state FAILED: GetContainerLog returns the output of its containers
	// [deployment:1] Creating your deployment
	// [deployment:1] Started 1 new node
	// [deployment:1] missing DATABASE_URL
	// [deployment:1] Took too long
}
