package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This example creates an instance and waits until it runs and has a public IP address.
func ExampleNewInstanceRunningWaiter() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()

	_, err = client.CreateInstances(ctx, &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"),
		BlueprintId:      aws.String("ubuntu_24_04"),
		BundleId:         aws.String("nano_3_0"),
		InstanceNames:    []string{"web"},
	})
	if err != nil {
		log.Fatal(err)
	}
	waiter := lightsail.NewInstanceRunningWaiter(client, lightsail.WithPublicIpAddress)
	out, err := waiter.WaitForOutput(ctx, &lightsail.GetInstanceInput{InstanceName: aws.String("web")}, 10*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Instance.State.Name, "at", *out.Instance.PublicIpAddress)
	// Output: running at 192.0.2.10
}

// This example waits for two disks, of which the creation of one fails.
func ExampleNewDiskAvailableWaiter() {
	server, err := lightsailtest.Start(lightsailtest.WithLag(lightsailtest.Lag{Name: "broken", State: "pending", End: "error"}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()

	waiter := lightsail.NewDiskAvailableWaiter(client)
	for _, name := range []string{"data", "broken"} {
		_, err := client.CreateDisk(ctx, &lightsail.CreateDiskInput{
			AvailabilityZone: aws.String("us-east-1a"),
			DiskName:         aws.String(name),
			SizeInGb:         aws.Int32(32),
		})
		if err != nil {
			log.Fatal(err)
		}
		err = waiter.Wait(ctx, &lightsail.GetDiskInput{DiskName: aws.String(name)}, 5*time.Minute)
		var state *lightsail.ResourceStateError
		switch {
		case err == nil:
			fmt.Println(name, "can be attached")
		case errors.As(err, &state):
			fmt.Println(err)
		default:
			log.Fatal(err)
		}
	}
	// Output:
	// data can be attached
	// Disk broken is in the state error
}

// A deployment of a container service is identified by its version. The server of this
// example starts it in the second poll.
func ExampleNewContainerServiceDeploymentActiveWaiter() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	states := []types.ContainerServiceDeploymentState{"ACTIVATING", "ACTIVE"}
	lightsailtest.Handle(server, func(context.Context, *lightsail.GetContainerServiceDeploymentsInput) (*lightsail.GetContainerServiceDeploymentsOutput, error) {
		deployment := types.ContainerServiceDeployment{Version: aws.Int32(3), State: states[0]}
		states = states[1:]
		return &lightsail.GetContainerServiceDeploymentsOutput{Deployments: []types.ContainerServiceDeployment{deployment}}, nil
	})
	client := server.Client()

	// The version is that of the NextDeployment in the output of
	// CreateContainerServiceDeployment.
	waiter := lightsail.NewContainerServiceDeploymentActiveWaiter(client, 3, func(o *lightsail.ContainerServiceDeploymentActiveWaiterOptions) {
		o.MinDelay = time.Millisecond // the default is 5 seconds
		o.Progress = func(p lightsail.WaiterProgress[*lightsail.GetContainerServiceDeploymentsOutput]) {
			fmt.Println(p.Attempt, p.Output.Deployments[0].State)
		}
	})
	err = waiter.Wait(context.Background(), &lightsail.GetContainerServiceDeploymentsInput{ServiceName: aws.String("api")}, 30*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// 1 ACTIVATING
	// 2 ACTIVE
}
