package lightsailtest_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// newStaticIPServer returns a client of a server with the running instances web and db,
// the instance v6 without IPv4, and the static IP front.
func newStaticIPServer(t *testing.T, opts ...lightsailtest.Option) (*lightsailtest.Server, *lightsail.Client) {
	t.Helper()
	server, client := newTestServer(t, append(opts, lightsailtest.WithInstances(
		types.Instance{Name: aws.String("db")},
		types.Instance{Name: aws.String("v6"), IpAddressType: types.IpAddressTypeIpv6},
	))...)
	allocate(t, client, "front")
	return server, client
}

func allocate(t *testing.T, client *lightsail.Client, name string) {
	t.Helper()
	must[lightsail.AllocateStaticIpOutput](t)(client.AllocateStaticIp(t.Context(), &lightsail.AllocateStaticIpInput{StaticIpName: &name}))
}

func attach(t *testing.T, client *lightsail.Client, staticIP, instance string) []types.Operation {
	t.Helper()
	return must[lightsail.AttachStaticIpOutput](t)(client.AttachStaticIp(t.Context(), &lightsail.AttachStaticIpInput{
		StaticIpName: &staticIP, InstanceName: &instance,
	})).Operations
}

func detach(t *testing.T, client *lightsail.Client, staticIP string) []types.Operation {
	t.Helper()
	return must[lightsail.DetachStaticIpOutput](t)(client.DetachStaticIp(t.Context(), &lightsail.DetachStaticIpInput{
		StaticIpName: &staticIP,
	})).Operations
}

func release(t *testing.T, client *lightsail.Client, staticIP string) {
	t.Helper()
	must[lightsail.ReleaseStaticIpOutput](t)(client.ReleaseStaticIp(t.Context(), &lightsail.ReleaseStaticIpInput{
		StaticIpName: &staticIP,
	}))
}

func getStaticIP(t *testing.T, client *lightsail.Client, name string) *types.StaticIp {
	t.Helper()
	return must[lightsail.GetStaticIpOutput](t)(client.GetStaticIp(t.Context(), &lightsail.GetStaticIpInput{StaticIpName: &name})).StaticIp
}

// wantAddress checks the public address of an instance and IsStaticIp.
func wantAddress(t *testing.T, client *lightsail.Client, instance, address string, isStatic bool) {
	t.Helper()
	i := getInstance(t, client, instance)
	if *i.PublicIpAddress != address || *i.IsStaticIp != isStatic {
		t.Errorf("%s: got the address %s, static %v, want %s, static %v", instance, *i.PublicIpAddress, *i.IsStaticIp, address, isStatic)
	}
}

func TestStaticIPAttachMoveDetachRelease(t *testing.T) {
	now := time.Now()
	_, client := newStaticIPServer(t, lightsailtest.WithClock(func() time.Time { return now }))
	front := getStaticIP(t, client, "front")
	wantEqual(t, "new static IP", &types.StaticIp{
		Arn:          front.Arn,
		CreatedAt:    aws.Time(now.UTC().Truncate(time.Millisecond)),
		IpAddress:    front.IpAddress,
		IsAttached:   aws.Bool(false),
		Location:     &types.ResourceLocation{AvailabilityZone: aws.String("all"), RegionName: types.RegionNameUsEast1},
		Name:         aws.String("front"),
		ResourceType: types.ResourceTypeStaticIp,
		SupportCode:  aws.String("123456789012/" + *front.IpAddress),
	}, front)
	dynamic := *getInstance(t, client, "web").PublicIpAddress

	operations := attach(t, client, "front", "web")
	wantEqual(t, "records", "[StaticIp front web] [Instance web front]", fmt.Sprintf("%v %v",
		[]any{operations[0].ResourceType, *operations[0].ResourceName, *operations[0].OperationDetails},
		[]any{operations[1].ResourceType, *operations[1].ResourceName, *operations[1].OperationDetails}))
	attached := getStaticIP(t, client, "front")
	wantEqual(t, "attached", "web true", fmt.Sprint(*attached.AttachedTo, " ", *attached.IsAttached))
	wantAddress(t, client, "web", *front.IpAddress, true)

	// The address survives a restart.
	must[lightsail.StopInstanceOutput](t)(client.StopInstance(t.Context(), &lightsail.StopInstanceInput{InstanceName: aws.String("web")}))
	must[lightsail.StartInstanceOutput](t)(client.StartInstance(t.Context(), &lightsail.StartInstanceInput{InstanceName: aws.String("web")}))
	wantAddress(t, client, "web", *front.IpAddress, true)

	attach(t, client, "front", "db")
	wantAddress(t, client, "db", *front.IpAddress, true)
	wantEqual(t, "attached to", "db", *getStaticIP(t, client, "front").AttachedTo)
	web := getInstance(t, client, "web")
	if *web.IsStaticIp || *web.PublicIpAddress == *front.IpAddress || *web.PublicIpAddress == dynamic {
		t.Errorf("after the move: got the address %s, static %v, want a new one that is not static", *web.PublicIpAddress, *web.IsStaticIp)
	}

	_, err := client.ReleaseStaticIp(t.Context(), &lightsail.ReleaseStaticIpInput{StaticIpName: aws.String("front")})
	wantCode(t, "release while attached", err, invalidInput)
	operations = detach(t, client, "front")
	wantEqual(t, "records of DetachStaticIp", "front db", *operations[0].ResourceName+" "+*operations[1].ResourceName)
	wantEqual(t, "detached static IP", front, getStaticIP(t, client, "front"))
	if db := getInstance(t, client, "db"); *db.IsStaticIp || *db.PublicIpAddress == *front.IpAddress {
		t.Errorf("after DetachStaticIp: got the address %s, static %v, want another one", *db.PublicIpAddress, *db.IsStaticIp)
	}
	_, err = client.DetachStaticIp(t.Context(), &lightsail.DetachStaticIpInput{StaticIpName: aws.String("front")})
	wantCode(t, "detach again", err, invalidInput)

	release(t, client, "front")
	_, err = client.GetStaticIp(t.Context(), &lightsail.GetStaticIpInput{StaticIpName: aws.String("front")})
	wantCode(t, "get after release", err, "NotFoundException")
}

func TestStaticIPReplacesAnother(t *testing.T) {
	_, client := newStaticIPServer(t)
	allocate(t, client, "back")
	attach(t, client, "front", "web")
	attach(t, client, "back", "web")
	wantAddress(t, client, "web", *getStaticIP(t, client, "back").IpAddress, true)
	if front := getStaticIP(t, client, "front"); *front.IsAttached || front.AttachedTo != nil {
		t.Errorf("got %+v, want front detached", front)
	}
	attach(t, client, "back", "web")
	wantAddress(t, client, "web", *getStaticIP(t, client, "back").IpAddress, true)
}

func TestStaticIPRemainsWhenItsInstanceIsDeleted(t *testing.T) {
	server, client := newStaticIPServer(t)
	free := getStaticIP(t, client, "front")
	attach(t, client, "front", "web")
	must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(t.Context(), &lightsail.DeleteInstanceInput{InstanceName: aws.String("web")}))
	wantEqual(t, "static IP", free, getStaticIP(t, client, "front"))

	// An instance that Remove removes leaves the static IP attached.
	attach(t, client, "front", "db")
	server.Remove("db")
	operations := detach(t, client, "front")
	if len(operations) != 1 || operations[0].OperationDetails != nil {
		t.Errorf("got %+v, want one record without details", operations)
	}
	wantEqual(t, "static IP", free, getStaticIP(t, client, "front"))
}

// A failed call changes neither of its resources.
func TestStaticIPAttachFailsLater(t *testing.T) {
	server, client := newStaticIPServer(t)
	before := getInstance(t, client, "web")
	server.Inject("AttachStaticIp", lightsailtest.FailLater(0, "", "no"))
	operations := attach(t, client, "front", "web")
	wantEqual(t, "status", types.OperationStatusFailed, operations[1].Status)
	wantEqual(t, "instance", before, getInstance(t, client, "web"))
	wantEqual(t, "attached", false, *getStaticIP(t, client, "front").IsAttached)
}

func TestStaticIPLag(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Type: types.ResourceTypeStaticIp, State: lightsailtest.Hidden, Polls: 1},
		lightsailtest.Lag{Type: types.ResourceTypeStaticIp, State: lightsailtest.Deleted, Polls: 1},
	))
	in := &lightsail.GetStaticIpInput{StaticIpName: aws.String("front")}
	allocate(t, client, "front")
	_, err := client.GetStaticIp(t.Context(), in)
	wantCode(t, "first poll", err, "NotFoundException")
	getStaticIP(t, client, "front")
	release(t, client, "front")
	getStaticIP(t, client, "front")
	_, err = client.GetStaticIp(t.Context(), in)
	wantCode(t, "poll after release", err, "NotFoundException")
}

func TestStaticIPQuotaAndList(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithPageSize(2), lightsailtest.WithRegions("us-east-1", "eu-west-1"))
	seen := map[string]bool{}
	for n := range 5 {
		allocate(t, client, fmt.Sprintf("ip-%d", n))
	}
	paginator := lightsail.NewGetStaticIpsPaginator(client, nil)
	for ip, err := range paginator.All(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		seen[*ip.IpAddress] = true
	}
	wantEqual(t, "number of distinct addresses", 5, len(seen))
	in := &lightsail.AllocateStaticIpInput{StaticIpName: aws.String("one-more")}
	_, err := client.AllocateStaticIp(t.Context(), in)
	wantCode(t, "sixth static IP", err, invalidInput)
	must[lightsail.AllocateStaticIpOutput](t)(client.AllocateStaticIp(t.Context(), in, func(o *lightsail.Options) { o.Region = "eu-west-1" }))
	release(t, client, "ip-0")
	must[lightsail.AllocateStaticIpOutput](t)(client.AllocateStaticIp(t.Context(), in))
}

func TestStaticIPErrors(t *testing.T) {
	_, client := newStaticIPServer(t, lightsailtest.WithLag(lightsailtest.Lag{Name: "slow", State: "pending", Polls: 1}))
	must[lightsail.CreateInstancesOutput](t)(client.CreateInstances(t.Context(), &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"), BlueprintId: aws.String("ubuntu_24_04"), BundleId: aws.String("nano_3_0"),
		InstanceNames: []string{"slow"},
	}))
	ctx := t.Context()
	for _, test := range []struct{ what, staticIP, instance, code string }{
		{"unknown static IP", "absent", "web", "NotFoundException"},
		{"unknown instance", "front", "absent", "NotFoundException"},
		{"an instance as static IP", "web", "web", "NotFoundException"},
		{"a pending instance", "front", "slow", "OperationFailureException"},
		{"an instance without IPv4", "front", "v6", invalidInput},
	} {
		_, err := client.AttachStaticIp(ctx, &lightsail.AttachStaticIpInput{StaticIpName: &test.staticIP, InstanceName: &test.instance})
		wantCode(t, test.what, err, test.code)
	}
	for _, name := range []string{"-front", "front", "web", "alpha"} {
		_, err := client.AllocateStaticIp(ctx, &lightsail.AllocateStaticIpInput{StaticIpName: &name})
		wantCode(t, "allocate "+name, err, invalidInput)
	}
	absent := aws.String("absent")
	_, err := client.DetachStaticIp(ctx, &lightsail.DetachStaticIpInput{StaticIpName: absent})
	wantCode(t, "detach", err, "NotFoundException")
	_, err = client.ReleaseStaticIp(ctx, &lightsail.ReleaseStaticIpInput{StaticIpName: absent})
	wantCode(t, "release", err, "NotFoundException")
}
