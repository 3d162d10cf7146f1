package lightsail_test

import (
	"context"
	"fmt"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// onePage is a fake client that returns one page of buckets.
type onePage []types.Bucket

func (p onePage) GetBuckets(context.Context, *lightsail.GetBucketsInput, ...func(*lightsail.Options)) (*lightsail.GetBucketsOutput, error) {
	return &lightsail.GetBucketsOutput{Buckets: p}, nil
}

// Paginators and waiters accept any type with the method that they call. In a unit test
// this can be a fake client.
func ExampleGetBucketsAPIClient() {
	var client lightsail.GetBucketsAPIClient = onePage{{Name: aws.String("archive")}, {Name: aws.String("logs")}}

	for bucket, err := range lightsail.NewGetBucketsPaginator(client, nil).All(context.Background()) {
		fmt.Println(*bucket.Name, err)
	}
	// Output:
	// archive <nil>
	// logs <nil>
}
