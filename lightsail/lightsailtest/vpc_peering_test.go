package lightsailtest_test

import (
	"strings"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// The networks of a Region are connected and disconnected, while those of another Region
// are not.
func TestVpcPeering(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithRegions("us-east-1", "eu-west-1"),
		lightsailtest.WithLag(lightsailtest.Lag{Type: types.ResourceTypePeeredVpc, State: lightsailtest.Deleted, Polls: 1}))
	ctx := t.Context()
	isPeered := func(opts ...func(*lightsail.Options)) bool {
		t.Helper()
		return *must[lightsail.IsVpcPeeredOutput](t)(client.IsVpcPeered(ctx, &lightsail.IsVpcPeeredInput{}, opts...)).IsPeered
	}
	wantEqual(t, "peered at first", false, isPeered())
	_, err := client.UnpeerVpc(ctx, &lightsail.UnpeerVpcInput{})
	wantCode(t, "UnpeerVpc before PeerVpc", err, "NotFoundException")

	peered := must[lightsail.PeerVpcOutput](t)(client.PeerVpc(ctx, &lightsail.PeerVpcInput{})).Operation
	want := types.Operation{
		CreatedAt:        peered.CreatedAt,
		Id:               peered.Id,
		IsTerminal:       aws.Bool(true),
		Location:         &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		OperationDetails: peered.OperationDetails,
		OperationType:    "PeeredVpc",
		ResourceName:     peered.ResourceName,
		ResourceType:     types.ResourceTypePeeredVpc,
		Status:           types.OperationStatusSucceeded,
		StatusChangedAt:  peered.StatusChangedAt,
	}
	wantEqual(t, "operation record", want, *peered)
	if !strings.HasPrefix(*peered.ResourceName, "vpc-") || !strings.HasPrefix(*peered.OperationDetails, "vpc-") {
		t.Errorf("got %s and %s, want the IDs of two VPCs", *peered.ResourceName, *peered.OperationDetails)
	}
	wantEqual(t, "peered after PeerVpc", true, isPeered())
	wantEqual(t, "peered in another Region", false, isPeered(inIreland))
	wantEqual(t, "VPC of a second call", peered.ResourceName,
		must[lightsail.PeerVpcOutput](t)(client.PeerVpc(ctx, &lightsail.PeerVpcInput{})).Operation.ResourceName)

	other := must[lightsail.PeerVpcOutput](t)(client.PeerVpc(ctx, &lightsail.PeerVpcInput{}, inIreland)).Operation
	if *other.ResourceName == *peered.ResourceName || *other.OperationDetails == *peered.OperationDetails {
		t.Error("the VPCs of another Region have the same IDs")
	}

	unpeered := must[lightsail.UnpeerVpcOutput](t)(client.UnpeerVpc(ctx, &lightsail.UnpeerVpcInput{})).Operation
	wantEqual(t, "operation record of UnpeerVpc", []string{"UnpeeredVpc", *peered.ResourceName, *peered.OperationDetails, "Started"},
		[]string{string(unpeered.OperationType), *unpeered.ResourceName, *unpeered.OperationDetails, string(unpeered.Status)})
	wantEqual(t, "peered while the connection is removed", true, isPeered())
	wantEqual(t, "peered after UnpeerVpc", false, isPeered())
}
