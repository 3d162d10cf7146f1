package lightsailtest_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// newRegions returns a server of two Regions with one instance in the first one, and a
// client of each.
func newRegions(t *testing.T, opts ...lightsailtest.Option) (server *lightsailtest.Server, virginia, ireland *lightsail.Client) {
	t.Helper()
	server, virginia = newTestServer(t, append([]lightsailtest.Option{lightsailtest.WithRegions("us-east-1", "eu-west-1")}, opts...)...)
	return server, virginia, server.Client(inProcess(server), inRegion("eu-west-1"))
}

// inRegion configures a client to call another Region.
func inRegion(region string) func(*lightsail.Options) {
	return func(o *lightsail.Options) { o.Region = region }
}

// Each Region has its own resources and operation records.
func TestRegionsHaveTheirOwnResources(t *testing.T) {
	server, virginia, ireland := newRegions(t)
	ctx := t.Context()
	_, err := ireland.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: web})
	wantCode(t, "instance of another Region", err, "NotFoundException")
	in := newInstances("web")
	_, err = ireland.CreateInstances(ctx, in)
	wantCode(t, "Availability Zone of another Region", err, invalidInput)
	in.AvailabilityZone = aws.String("eu-west-1a")
	op := must[lightsail.CreateInstancesOutput](t)(ireland.CreateInstances(ctx, in)).Operations[0]
	_, err = virginia.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: op.Id})
	wantCode(t, "operation record of another Region", err, "NotFoundException")
	must[lightsail.GetOperationOutput](t)(ireland.GetOperation(ctx, &lightsail.GetOperationInput{OperationId: op.Id}))

	one, other := getInstance(t, virginia, *web), getInstance(t, ireland, *web)
	wantEqual(t, "location", &types.ResourceLocation{AvailabilityZone: aws.String("eu-west-1a"), RegionName: types.RegionNameEuWest1}, other.Location)
	if !strings.HasPrefix(*other.Arn, "arn:aws:lightsail:eu-west-1:") || *one.Arn == *other.Arn || *one.PublicIpAddress == *other.PublicIpAddress {
		t.Errorf("got %+v and %+v, want two instances of different Regions", one, other)
	}
	calls := server.Calls()
	wantEqual(t, "Regions of the last calls", []string{"us-east-1", "eu-west-1"}, []string{calls[len(calls)-2].Region, calls[len(calls)-1].Region})

	// A snapshot covers all Regions.
	snapshot := server.Snapshot()
	wantEqual(t, "instances", []types.Instance{*other, *one}, snapshot.Instances)
	wantEqual(t, "operation records", []types.Operation{op}, snapshot.Operations)

	must[lightsail.DeleteInstanceOutput](t)(ireland.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: web}))
	wantEqual(t, "instance of the other Region", one, getInstance(t, virginia, *web))
}

// Bucket names are unique in all Regions. A bucket is listed in its own Region only.
func TestRegionsShareBucketNames(t *testing.T) {
	server, virginia, ireland := newRegions(t)
	wantCode(t, "bucket name of another Region", createBucket(t.Context(), ireland, "alpha"), invalidInput)
	wantCode(t, "name of an instance of another Region", createBucket(t.Context(), ireland, "web"), "")
	wantEqual(t, "buckets of us-east-1", []string{"alpha"}, names(t, virginia))
	wantEqual(t, "buckets of eu-west-1", []string{"web"}, names(t, ireland))
	wantEqual(t, "number of all buckets", 2, len(server.Snapshot().Buckets))
	_, err := ireland.DeleteBucket(t.Context(), &lightsail.DeleteBucketInput{BucketName: alpha})
	wantCode(t, "DeleteBucket in another Region", err, "NotFoundException")
}

func TestPageTokenOfAnotherRegion(t *testing.T) {
	_, virginia, ireland := newRegions(t, lightsailtest.WithPageSize(1), lightsailtest.WithBuckets(types.Bucket{}))
	for _, name := range []string{"gamma", "delta"} {
		if err := createBucket(t.Context(), ireland, name); err != nil {
			t.Fatal(err)
		}
	}
	token := must[lightsail.GetBucketsOutput](t)(virginia.GetBuckets(t.Context(), nil)).NextPageToken
	if token == nil {
		t.Fatal("got one page, want two")
	}
	_, err := ireland.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: token})
	wantCode(t, "page token of another Region", err, invalidInput)
	must[lightsail.GetBucketsOutput](t)(virginia.GetBuckets(t.Context(), &lightsail.GetBucketsInput{PageToken: token}))
}

// The server verifies a signature for the Region that the request names, and rejects
// Regions that it does not have.
func TestRegionOfSignature(t *testing.T) {
	server, _, ireland := newRegions(t, lightsailtest.WithCredentials(testCredentials))
	server.Expect("InvalidSignatureException", "InvalidSignatureException")
	status := func(region, claimed string) int {
		t.Helper()
		r := newRequest("GetBuckets", `{}`)
		r.region = region
		req := r.sign(t, anyURL)
		req.Header.Set("Authorization", strings.Replace(req.Header.Get("Authorization"), "/"+region+"/", "/"+claimed+"/", 1))
		code, _, _ := send(t, server.HTTPClient(), req)
		return code
	}
	wantEqual(t, "signature for eu-west-1", 200, status("eu-west-1", "eu-west-1"))
	wantEqual(t, "signature for us-east-1 in a request for eu-west-1", 403, status("us-east-1", "eu-west-1"))
	wantEqual(t, "signature for an unknown Region", 403, status("eu-west-2", "eu-west-2"))

	// The Region can also be set for one call.
	must[lightsail.GetInstanceOutput](t)(ireland.GetInstance(t.Context(), &lightsail.GetInstanceInput{InstanceName: web}, inRegion("us-east-1")))
}
