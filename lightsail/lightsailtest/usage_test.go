package lightsailtest_test

import (
	"context"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// releaseUnused stands for the code of a user: it releases the static IPs that are not
// attached and returns their number.
func releaseUnused(ctx context.Context, client *lightsail.Client) (released int, err error) {
	for ip, err := range lightsail.NewGetStaticIpsPaginator(client, nil).All(ctx) {
		if err != nil {
			return released, err
		}
		if !aws.ToBool(ip.IsAttached) {
			if _, err := client.ReleaseStaticIp(ctx, &lightsail.ReleaseStaticIpInput{StaticIpName: ip.Name}); err != nil {
				return released, err
			}
			released++
		}
	}
	return released, nil
}

// A test of this code with the state of the server.
func TestUsageWithState(t *testing.T) {
	server := lightsailtest.NewServer(t)
	if err := server.PutJSON([]byte(`{"staticIps": [{"name": "old"}, {"name": "web", "attachedTo": "server"}]}`)); err != nil {
		t.Fatal(err)
	}
	released, err := releaseUnused(t.Context(), server.Client())
	if released != 1 || err != nil {
		t.Errorf("released %d static IPs, %v; want 1", released, err)
	}
	server.AssertCalls(t, "GetStaticIps", `ReleaseStaticIp {"staticIpName":"old"}`)
}

// A test of this code with a function that handles the calls.
func TestUsageWithHandle(t *testing.T) {
	server := lightsailtest.NewServer(t)
	lightsailtest.Handle(server, func(context.Context, *lightsail.GetStaticIpsInput) (*lightsail.GetStaticIpsOutput, error) {
		return nil, &types.AccessDeniedException{Message: aws.String("not allowed to list static IPs")}
	})
	if released, err := releaseUnused(t.Context(), server.Client()); released != 0 || errorCode(err) != "AccessDeniedException" {
		t.Errorf("released %d static IPs, %v; want none and an AccessDeniedException", released, err)
	}
}
