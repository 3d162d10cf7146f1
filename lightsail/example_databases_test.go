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
)

// This example creates a database, waits until it is available, and reads the password that
// the service has generated for the master user.
func ExampleNewRelationalDatabaseAvailableWaiter() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	client := server.Client()
	ctx, name := context.Background(), aws.String("shop-db")

	_, err = client.CreateRelationalDatabase(ctx, &lightsail.CreateRelationalDatabaseInput{
		MasterDatabaseName:            aws.String("shop"),
		MasterUsername:                aws.String("admin"),
		RelationalDatabaseBlueprintId: aws.String("mysql_8_0"),
		RelationalDatabaseBundleId:    aws.String("micro_2_0"),
		RelationalDatabaseName:        name,
	})
	if err != nil {
		log.Fatal(err)
	}
	waiter := lightsail.NewRelationalDatabaseAvailableWaiter(client)
	out, err := waiter.WaitForOutput(ctx, &lightsail.GetRelationalDatabaseInput{RelationalDatabaseName: name}, 30*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	password, err := client.GetRelationalDatabaseMasterUserPassword(ctx, &lightsail.GetRelationalDatabaseMasterUserPasswordInput{
		RelationalDatabaseName: name,
	})
	if err != nil {
		log.Fatal(err)
	}
	database := out.RelationalDatabase
	fmt.Printf("%s %s on port %d\n", *database.Engine, *database.State, *database.MasterEndpoint.Port)
	fmt.Printf("user %s, password of %d characters\n", *database.MasterUsername, len(*password.MasterUserPassword))
	// Output:
	// mysql available on port 3306
	// user admin, password of 32 characters
}

// This example creates a snapshot of a database, and a database with a larger bundle from
// the snapshot.
func ExampleClient_CreateRelationalDatabaseFromSnapshot() {
	server, err := lightsailtest.Start()
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	if err := server.PutJSON([]byte(`{"relationalDatabases": [{"name": "shop-db"}]}`)); err != nil {
		log.Fatal(err)
	}
	client := server.Client()
	ctx, snapshot := context.Background(), aws.String("before-upgrade")

	_, err = client.CreateRelationalDatabaseSnapshot(ctx, &lightsail.CreateRelationalDatabaseSnapshotInput{
		RelationalDatabaseName:         aws.String("shop-db"),
		RelationalDatabaseSnapshotName: snapshot,
	})
	if err != nil {
		log.Fatal(err)
	}
	err = lightsail.NewRelationalDatabaseSnapshotAvailableWaiter(client).Wait(ctx,
		&lightsail.GetRelationalDatabaseSnapshotInput{RelationalDatabaseSnapshotName: snapshot}, 30*time.Minute)
	if err != nil {
		log.Fatal(err)
	}
	_, err = client.CreateRelationalDatabaseFromSnapshot(ctx, &lightsail.CreateRelationalDatabaseFromSnapshotInput{
		RelationalDatabaseBundleId:     aws.String("medium_ha_2_0"),
		RelationalDatabaseName:         aws.String("shop-db-2"),
		RelationalDatabaseSnapshotName: snapshot,
	})
	if err != nil {
		log.Fatal(err)
	}
	for database, err := range lightsail.NewGetRelationalDatabasesPaginator(client, nil).All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s: %s, %d GB\n", *database.Name, *database.RelationalDatabaseBundleId, *database.Hardware.DiskSizeInGb)
	}
	// Output:
	// shop-db: micro_2_0, 40 GB
	// shop-db-2: medium_ha_2_0, 120 GB
}

// This example restarts a database and reads its error log, the oldest entries first.
// Without StartFromHead, the paginator begins with the page of the newest entries.
func ExampleNewGetRelationalDatabaseLogEventsPaginator() {
	server, err := lightsailtest.Start(lightsailtest.WithPageSize(2))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	if err := server.PutJSON([]byte(`{"relationalDatabases": [{"name": "shop-db"}]}`)); err != nil {
		log.Fatal(err)
	}
	client := server.Client()
	ctx, name := context.Background(), aws.String("shop-db")

	if _, err := client.RebootRelationalDatabase(ctx, &lightsail.RebootRelationalDatabaseInput{RelationalDatabaseName: name}); err != nil {
		log.Fatal(err)
	}
	paginator := lightsail.NewGetRelationalDatabaseLogEventsPaginator(client, &lightsail.GetRelationalDatabaseLogEventsInput{
		LogStreamName:          aws.String("error"),
		RelationalDatabaseName: name,
		StartFromHead:          aws.Bool(true),
	})
	for entry, err := range paginator.All(ctx) {
		if err != nil {
			log.Fatal(err)
		}
		_, text, _ := strings.Cut(*entry.Message, "] ")
		fmt.Println(text)
	}
	// Output:
	// shutdown complete
	// starting version 8.0.40
	// ready for connections
}
