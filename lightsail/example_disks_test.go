package lightsail_test

import (
	"context"
	"fmt"
	"log"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// This example creates a disk in the Availability Zone of an instance, attaches it to the
// stopped instance, and lists the disks.
func ExampleClient_AttachDisk() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, web, data := context.Background(), aws.String("web"), aws.String("data")
	waiter := lightsail.NewOperationSucceededWaiter(client)

	instance, err := client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: web})
	if err != nil {
		log.Fatal(err)
	}
	created, err := client.CreateDisk(ctx, &lightsail.CreateDiskInput{
		AvailabilityZone: instance.Instance.Location.AvailabilityZone,
		DiskName:         data,
		SizeInGb:         aws.Int32(32),
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := waiter.Wait(ctx, created.Operations, 5*time.Minute); err != nil {
		log.Fatal(err)
	}

	stopped, err := client.StopInstance(ctx, &lightsail.StopInstanceInput{InstanceName: web})
	if err != nil {
		log.Fatal(err)
	}
	if err := waiter.Wait(ctx, stopped.Operations, 5*time.Minute); err != nil {
		log.Fatal(err)
	}
	attached, err := client.AttachDisk(ctx, &lightsail.AttachDiskInput{
		DiskName:     data,
		DiskPath:     aws.String("/dev/xvdf"),
		InstanceName: web,
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := waiter.Wait(ctx, attached.Operations, 5*time.Minute); err != nil {
		log.Fatal(err)
	}

	for disk, err := range lightsail.NewGetDisksPaginator(client, nil).All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %d GB, %s by %s at %s\n", *disk.Name, *disk.SizeInGb, disk.State, *disk.AttachedTo, *disk.Path)
	}
	// Output: data: 32 GB, in-use by web at /dev/xvdf
}
