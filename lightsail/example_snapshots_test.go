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

// This example creates a snapshot of an instance and then a new instance from the
// snapshot, with a larger bundle.
func ExampleClient_CreateInstancesFromSnapshot() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()
	waiter := lightsail.NewOperationSucceededWaiter(client)

	snapshot, err := client.CreateInstanceSnapshot(ctx, &lightsail.CreateInstanceSnapshotInput{
		InstanceName:         aws.String("web"),
		InstanceSnapshotName: aws.String("web-before-upgrade"),
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := waiter.Wait(ctx, snapshot.Operations, 15*time.Minute); err != nil {
		log.Fatal(err)
	}

	created, err := client.CreateInstancesFromSnapshot(ctx, &lightsail.CreateInstancesFromSnapshotInput{
		AvailabilityZone:     aws.String("us-east-1a"),
		BundleId:             aws.String("small_3_0"),
		InstanceNames:        []string{"web-2"},
		InstanceSnapshotName: aws.String("web-before-upgrade"),
	})
	if err != nil {
		log.Fatal(err)
	}
	if err := waiter.Wait(ctx, created.Operations, 15*time.Minute); err != nil {
		log.Fatal(err)
	}

	out, err := client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: aws.String("web-2")})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(*out.Instance.Name, *out.Instance.BlueprintId, *out.Instance.BundleId, *out.Instance.State.Name)
	// Output: web-2 ubuntu_24_04 small_3_0 running
}

// This example lists the automatic snapshots of an instance and creates a new instance
// from the latest one.
func ExampleClient_GetAutoSnapshots() {
	server, err := lightsailtest.Start(lightsailtest.WithInstances(types.Instance{
		Name:      aws.String("web"),
		CreatedAt: aws.Time(time.Now().AddDate(0, 0, -30)),
		AddOns:    []types.AddOn{{Name: aws.String("AutoSnapshot"), Status: aws.String("Enabled")}},
	}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx := context.Background()

	out, err := client.GetAutoSnapshots(ctx, &lightsail.GetAutoSnapshotsInput{ResourceName: aws.String("web")})
	if err != nil {
		log.Fatal(err)
	}
	_, err = client.CreateInstancesFromSnapshot(ctx, &lightsail.CreateInstancesFromSnapshotInput{
		AvailabilityZone:   aws.String("us-east-1a"),
		BundleId:           aws.String("nano_3_0"),
		InstanceNames:      []string{"restored"},
		RestoreDate:        out.AutoSnapshots[0].Date, // the newest is the first
		SourceInstanceName: aws.String("web"),
	})
	fmt.Println(len(out.AutoSnapshots), out.AutoSnapshots[0].Status, err)
	// Output: 7 Success <nil>
}
