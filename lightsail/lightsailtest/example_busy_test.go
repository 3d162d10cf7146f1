package lightsailtest_test

import (
	"context"
	"fmt"
	"log"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// A program repeats a call that the service rejects because another operation modifies the
// bucket.
func ExampleBusy() {
	server, err := lightsailtest.Start(lightsailtest.WithBuckets(types.Bucket{Name: aws.String("archive")}))
	if err != nil {
		log.Fatal(err)
	}
	defer server.Close()
	server.Inject("DeleteBucket", lightsailtest.Busy(), lightsailtest.OperationInProgress())
	client := server.Client()

	for range 10 {
		_, err := client.DeleteBucket(context.Background(), &lightsail.DeleteBucketInput{BucketName: aws.String("archive")})
		if lightsail.IsBusy(err) {
			fmt.Println("busy") // a real program waits some minutes
			continue
		}
		fmt.Println("deleted:", err == nil)
		break
	}
	// Output:
	// busy
	// busy
	// deleted: true
}
