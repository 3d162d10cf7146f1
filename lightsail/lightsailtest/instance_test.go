package lightsailtest_test

import (
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// web is the name of the instance that newTestServer creates.
var web = aws.String("web")

// instanceState calls GetInstanceState.
func instanceState(t *testing.T, client *lightsail.Client, name *string) types.InstanceState {
	t.Helper()
	return *must[lightsail.GetInstanceStateOutput](t)(client.GetInstanceState(t.Context(), &lightsail.GetInstanceStateInput{InstanceName: name})).State
}

// newInstances returns a valid input of CreateInstances.
func newInstances(names ...string) *lightsail.CreateInstancesInput {
	return &lightsail.CreateInstancesInput{
		AvailabilityZone: aws.String("us-east-1a"), BlueprintId: aws.String("wordpress"), BundleId: aws.String("nano_3_0"), InstanceNames: names,
	}
}

// Two instances are created, and one of them is used, stopped, started, rebooted and
// deleted, with a lag of each state.
func TestInstanceLifecycle(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithLag(
		lightsailtest.Lag{Name: "blog", State: lightsailtest.Hidden, Polls: 1},
		lightsailtest.Lag{Name: "blog", State: "pending", Polls: 2},
		lightsailtest.Lag{State: "stopping", Polls: 1},
		lightsailtest.Lag{State: "rebooting", Polls: 1},
		lightsailtest.Lag{State: lightsailtest.Deleted, Polls: 1},
	))
	ctx, blog := t.Context(), aws.String("blog")
	state := func(want string, code int32) {
		t.Helper()
		wantEqual(t, "state", types.InstanceState{Code: &code, Name: &want}, instanceState(t, client, blog))
	}

	in := newInstances("blog", "shop")
	in.Tags = []types.Tag{{Key: aws.String("team")}}
	in.UserData = aws.String("apt-get -y update")
	operations := must[lightsail.CreateInstancesOutput](t)(client.CreateInstances(ctx, in)).Operations
	for i, want := range []types.OperationStatus{types.OperationStatusStarted, types.OperationStatusSucceeded} {
		op := operations[i]
		wantEqual(t, "operation record", []any{in.InstanceNames[i], want, types.OperationTypeCreateInstance, (*string)(nil)},
			[]any{*op.ResourceName, op.Status, op.OperationType, op.OperationDetails})
	}
	_, err := client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: blog})
	wantCode(t, "GetInstance of a hidden instance", err, "NotFoundException")
	_, err = client.CreateInstances(ctx, newInstances("blog"))
	wantCode(t, "CreateInstances with a name in use", err, invalidInput)
	wantEqual(t, "address of a pending instance", (*string)(nil), getInstance(t, client, *blog).PublicIpAddress)
	state("pending", 0)
	state("running", 16)
	if err := lightsail.NewOperationSucceededWaiter(client).Wait(ctx, operations, time.Minute); err != nil {
		t.Error(err)
	}

	got := getInstance(t, client, *blog)
	hardware := got.Hardware
	wantEqual(t, "instance", &types.Instance{
		Arn:              got.Arn,
		BlueprintId:      aws.String("wordpress"),
		BlueprintName:    aws.String("WordPress"),
		BundleId:         aws.String("nano_3_0"),
		CreatedAt:        got.CreatedAt,
		Hardware:         hardware,
		IpAddressType:    types.IpAddressTypeDualstack,
		Ipv6Addresses:    got.Ipv6Addresses,
		IsStaticIp:       aws.Bool(false),
		Location:         &types.ResourceLocation{AvailabilityZone: aws.String("us-east-1a"), RegionName: types.RegionNameUsEast1},
		MetadataOptions:  got.MetadataOptions,
		Name:             blog,
		Networking:       got.Networking,
		PrivateIpAddress: got.PrivateIpAddress,
		PublicIpAddress:  aws.String("192.0.2.11"),
		ResourceType:     types.ResourceTypeInstance,
		SshKeyName:       aws.String(lightsailtest.DefaultKeyPairName),
		State:            &types.InstanceState{Code: aws.Int32(16), Name: aws.String("running")},
		SupportCode:      got.SupportCode,
		Tags:             []types.Tag{{Key: aws.String("team"), Value: aws.String("")}},
		Username:         aws.String("bitnami"),
	}, got)
	wantEqual(t, "hardware", &types.InstanceHardware{CpuCount: aws.Int32(2), Disks: hardware.Disks, RamSizeInGb: aws.Float32(0.5)}, hardware)
	wantEqual(t, "system disk", types.Disk{
		AttachedTo: blog, AttachmentState: aws.String("attached"), CreatedAt: got.CreatedAt, Iops: aws.Int32(100),
		IsSystemDisk: aws.Bool(true), Path: aws.String("/dev/xvda"), SizeInGb: aws.Int32(20),
	}, hardware.Disks[0])
	wantEqual(t, "transfer", int32(1024), *got.Networking.MonthlyTransfer.GbPerMonthAllocated)
	shop := getInstance(t, client, "shop")
	if *shop.PrivateIpAddress == *got.PrivateIpAddress || *shop.PublicIpAddress == *got.PublicIpAddress || shop.Ipv6Addresses[0] == got.Ipv6Addresses[0] {
		t.Errorf("got the same address for %+v and %+v", got, shop)
	}

	_, err = client.StartInstance(ctx, &lightsail.StartInstanceInput{InstanceName: blog})
	wantCode(t, "StartInstance of a running instance", err, "OperationFailureException")
	must[lightsail.RebootInstanceOutput](t)(client.RebootInstance(ctx, &lightsail.RebootInstanceInput{InstanceName: blog}))
	state("rebooting", 16)
	stop := &lightsail.StopInstanceInput{InstanceName: blog}
	must[lightsail.StopInstanceOutput](t)(client.StopInstance(ctx, stop))
	_, err = client.StopInstance(ctx, stop)
	wantCode(t, "StopInstance of a stopping instance", err, "OperationFailureException")
	stop.Force = aws.Bool(true)
	must[lightsail.StopInstanceOutput](t)(client.StopInstance(ctx, stop))
	state("stopping", 64)
	state("stopped", 80)
	_, err = client.RebootInstance(ctx, &lightsail.RebootInstanceInput{InstanceName: blog})
	wantCode(t, "RebootInstance of a stopped instance", err, "OperationFailureException")
	must[lightsail.StartInstanceOutput](t)(client.StartInstance(ctx, &lightsail.StartInstanceInput{InstanceName: blog}))
	state("pending", 0)
	state("pending", 0)
	wantEqual(t, "address after a start", "192.0.2.13", *getInstance(t, client, *blog).PublicIpAddress)

	must[lightsail.SetResourceAccessForBucketOutput](t)(client.SetResourceAccessForBucket(ctx, &lightsail.SetResourceAccessForBucketInput{
		Access: types.ResourceBucketAccessAllow, BucketName: alpha, ResourceName: blog,
	}))
	deleted := must[lightsail.DeleteInstanceOutput](t)(client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: blog})).Operations
	wantEqual(t, "record of the deletion", types.OperationTypeDeleteInstance, deleted[len(deleted)-1].OperationType)
	wantEqual(t, "instances with access to the bucket", 0, len(server.Snapshot().Buckets[0].ResourcesReceivingAccess))
	_, err = client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: blog})
	wantCode(t, "DeleteInstance of a deleted instance", err, "NotFoundException")
	state("shutting-down", 32)
	_, err = client.GetInstanceState(ctx, &lightsail.GetInstanceStateInput{InstanceName: blog})
	wantCode(t, "GetInstanceState after the deletion", err, "NotFoundException")
}

// A lag can end the creation of an instance in another state.
func TestInstanceCreationFails(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithLag(lightsailtest.Lag{State: "pending", Polls: 1, End: "terminated", Reason: "no capacity"}))
	operations := must[lightsail.CreateInstancesOutput](t)(client.CreateInstances(t.Context(), newInstances("blog"))).Operations
	err := lightsail.NewOperationSucceededWaiter(client).Wait(t.Context(), operations, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "no capacity") {
		t.Errorf("got error %v, want the reason of the lag", err)
	}
	wantEqual(t, "state", types.InstanceState{Code: aws.Int32(48), Name: aws.String("terminated")}, instanceState(t, client, aws.String("blog")))
}

func TestInstanceHealth(t *testing.T) {
	_, client := newTestServer(t)
	ctx := t.Context()
	health := func() []types.InstanceHealthStatusValue {
		t.Helper()
		one := must[lightsail.GetInstanceOutput](t)(client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: web, IncludeHealthStatus: aws.Bool(true)})).Instance
		all := must[lightsail.GetInstancesOutput](t)(client.GetInstances(ctx, &lightsail.GetInstancesInput{IncludeHealthStatus: aws.Bool(true)})).Instances
		wantEqual(t, "listed instance", *one, all[0])
		return []types.InstanceHealthStatusValue{one.InstanceStatus.Status, one.SystemStatus.Status}
	}
	if i := getInstance(t, client, *web); i.InstanceStatus != nil || i.SystemStatus != nil {
		t.Errorf("got %+v, want no health unless the input asks for it", i)
	}
	wantEqual(t, "running", []types.InstanceHealthStatusValue{types.InstanceHealthStatusValueOk, types.InstanceHealthStatusValueOk}, health())
	must[lightsail.StopInstanceOutput](t)(client.StopInstance(ctx, &lightsail.StopInstanceInput{InstanceName: web}))
	wantEqual(t, "stopped", []types.InstanceHealthStatusValue{types.InstanceHealthStatusValueNotApplicable, types.InstanceHealthStatusValueNotApplicable}, health())
}

func TestCreateInstancesInvalidInput(t *testing.T) {
	server, _ := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	before := server.Snapshot()
	for _, test := range []struct {
		change  func(in *lightsail.CreateInstancesInput)
		message string
	}{
		{func(in *lightsail.CreateInstancesInput) { in.InstanceNames = []string{} }, "instanceNames: must not be empty"},
		{func(in *lightsail.CreateInstancesInput) { in.InstanceNames[0] = "-blog" }, "instanceNames[0]: must have 2 to 255"},
		{func(in *lightsail.CreateInstancesInput) { in.InstanceNames = []string{"alpha", "web"} }, "already in use: alpha, web"},
		{func(in *lightsail.CreateInstancesInput) { in.InstanceNames = []string{"blog", "blog"} }, "already in use: blog"},
		{func(in *lightsail.CreateInstancesInput) { in.AvailabilityZone = aws.String("eu-west-1a") }, "Availability Zone is invalid"},
		{func(in *lightsail.CreateInstancesInput) { in.BlueprintId = aws.String("none") }, "blueprintId: no blueprint"},
		{func(in *lightsail.CreateInstancesInput) { in.BundleId = aws.String("small_1_0") }, "bundleId: no bundle"},
		{func(in *lightsail.CreateInstancesInput) { in.BundleId = aws.String("nano_win_3_0") }, "does not support the platform"},
		{func(in *lightsail.CreateInstancesInput) {
			in.BlueprintId, in.BundleId = aws.String("windows_server_2022_sql_2022_express"), aws.String("nano_win_3_0")
		}, "is too small"},
		{func(in *lightsail.CreateInstancesInput) { in.IpAddressType = types.IpAddressTypeIpv6 }, "ipAddressType: must be ipv6 if and only if"},
		{func(in *lightsail.CreateInstancesInput) { in.BundleId = aws.String("nano_ipv6_3_0") }, "ipAddressType: must be ipv6 if and only if"},
		{func(in *lightsail.CreateInstancesInput) { in.IpAddressType = "ipv5" }, "ipAddressType: must be one of"},
		{func(in *lightsail.CreateInstancesInput) { in.Tags = make([]types.Tag, 51) }, "tags: must have at most 50"},
		{func(in *lightsail.CreateInstancesInput) {
			for n := range 20 { // web is one of 20
				in.InstanceNames = append(in.InstanceNames, strings.Repeat("x", n+2))
			}
		}, "maximum number of 20 resources of type Instance"},
	} {
		in := newInstances("blog")
		test.change(in)
		wantInvalidInput(t, server, "CreateInstances", in, test.message)
	}
	wantEqual(t, "state after rejected calls", before, server.Snapshot())
}

// StartInstance moves a stopped instance to a newer generation of its bundle, and back.
func TestStartInstanceUpdatesBundle(t *testing.T) {
	server, client := newTestServer(t)
	server.PutInstances(types.Instance{Name: web, BundleId: aws.String("nano_1_0")})
	ctx := t.Context()
	restart := func(bundle string) error {
		t.Helper()
		_, err := client.StopInstance(ctx, &lightsail.StopInstanceInput{InstanceName: web})
		if err != nil && errorCode(err) != "OperationFailureException" {
			t.Fatal(err)
		}
		_, err = client.StartInstance(ctx, &lightsail.StartInstanceInput{InstanceName: web, AttributeUpdates: &types.InstanceAttributeUpdates{BundleId: &bundle}})
		return err
	}
	for _, bundle := range []string{"small_3_0", "nano_win_3_0", "nano_1_0", "", "none"} {
		wantCode(t, "move from nano_1_0 to "+bundle, restart(bundle), invalidInput)
	}
	wantEqual(t, "state after errors", "stopped", *instanceState(t, client, web).Name)
	for _, test := range []struct {
		to, want string
		cpus     int32
	}{{"auto", "nano_3_0", 2}, {"nano_1_0", "nano_1_0", 1}, {"nano_3_0", "nano_3_0", 2}} {
		if err := restart(test.to); err != nil {
			t.Fatalf("move to %s: %v", test.to, err)
		}
		got := getInstance(t, client, *web)
		wantEqual(t, "instance that moved to "+test.to, []any{test.want, test.cpus}, []any{*got.BundleId, *got.Hardware.CpuCount})
	}
	wantCode(t, "auto of the newest generation", restart("auto"), invalidInput)
}

func TestSetIpAddressType(t *testing.T) {
	server, client := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	set := func(ipAddressType types.IpAddressType, accept *bool) error {
		_, err := client.SetIpAddressType(t.Context(), &lightsail.SetIpAddressTypeInput{
			ResourceName: web, ResourceType: types.ResourceTypeInstance, IpAddressType: ipAddressType, AcceptBundleUpdate: accept,
		})
		return err
	}
	before := getInstance(t, client, *web)
	for _, test := range []struct {
		to     types.IpAddressType
		accept *bool
		bundle string
		ipv4   *string
		ipv6   int
	}{
		{types.IpAddressTypeDualstack, nil, "nano_3_0", before.PublicIpAddress, 1},
		{types.IpAddressTypeIpv4, nil, "nano_3_0", before.PublicIpAddress, 0},
		{types.IpAddressTypeIpv6, aws.Bool(true), "nano_ipv6_3_0", nil, 1},
		{types.IpAddressTypeIpv6, nil, "nano_ipv6_3_0", nil, 1},
		{types.IpAddressTypeDualstack, aws.Bool(true), "nano_3_0", aws.String("192.0.2.11"), 1},
	} {
		if err := set(test.to, test.accept); err != nil {
			t.Fatalf("change to %s: %v", test.to, err)
		}
		got := getInstance(t, client, *web)
		wantEqual(t, "instance after the change to "+string(test.to), []any{test.to, test.bundle, test.ipv4, test.ipv6},
			[]any{got.IpAddressType, *got.BundleId, got.PublicIpAddress, len(got.Ipv6Addresses)})
		wantEqual(t, "rules of the firewall", before.Networking, got.Networking)
	}
	wantCode(t, "a change to ipv6 that does not accept another bundle", set(types.IpAddressTypeIpv6, nil), invalidInput)
	server.PutInstances(types.Instance{Name: web, IsStaticIp: aws.Bool(true)})
	wantCode(t, "a change to ipv6 with a static IP", set(types.IpAddressTypeIpv6, aws.Bool(true)), invalidInput)
	server.PutInstances(types.Instance{Name: web, BundleId: aws.String("large_3_0")})
	wantCode(t, "a change to ipv6 without such a bundle", set(types.IpAddressTypeIpv6, aws.Bool(true)), invalidInput)
	server.PutInstances(types.Instance{Name: web, BundleId: aws.String("nano_ipv6_3_0")})
	wantEqual(t, "type of an instance whose bundle has no IPv4", types.IpAddressTypeIpv6, getInstance(t, client, *web).IpAddressType)
	wantInvalidInput(t, server, "SetIpAddressType", lightsail.SetIpAddressTypeInput{
		ResourceName: alpha, ResourceType: types.ResourceTypeBucket, IpAddressType: types.IpAddressTypeIpv4,
	}, "resourceType: a Bucket has no IP address type")
}

// New metadata options of a running instance apply after the lag.
func TestUpdateInstanceMetadataOptions(t *testing.T) {
	_, client := newTestServer(t, lightsailtest.WithRegions("eu-north-1"), lightsailtest.WithLag(lightsailtest.Lag{State: lightsailtest.MetadataPending, Polls: 1}))
	ctx := t.Context()
	update := func(in lightsail.UpdateInstanceMetadataOptionsInput) *types.Operation {
		t.Helper()
		in.InstanceName = web
		return must[lightsail.UpdateInstanceMetadataOptionsOutput](t)(client.UpdateInstanceMetadataOptions(ctx, &in)).Operation
	}
	op := update(lightsail.UpdateInstanceMetadataOptionsInput{HttpTokens: types.HttpTokensRequired, HttpPutResponseHopLimit: aws.Int32(2)})
	wantEqual(t, "record", []any{types.OperationTypeUpdateInstanceMetadataOptions, types.OperationStatusStarted}, []any{op.OperationType, op.Status})
	got := getInstance(t, client, *web)
	want := &types.InstanceMetadataOptions{
		HttpEndpoint: types.HttpEndpointEnabled, HttpProtocolIpv6: types.HttpProtocolIpv6Disabled,
		HttpPutResponseHopLimit: aws.Int32(2), HttpTokens: types.HttpTokensRequired, State: types.InstanceMetadataStatePending,
	}
	wantEqual(t, "options at the first poll", want, got.MetadataOptions)
	wantEqual(t, "state at the first poll", "running", *got.State.Name)
	want.State = types.InstanceMetadataStateApplied
	wantEqual(t, "options at the second poll", want, getInstance(t, client, *web).MetadataOptions)

	// HttpTokens becomes optional if it is not set. The options of a stopped instance apply
	// at once.
	must[lightsail.StopInstanceOutput](t)(client.StopInstance(ctx, &lightsail.StopInstanceInput{InstanceName: web}))
	update(lightsail.UpdateInstanceMetadataOptionsInput{HttpEndpoint: types.HttpEndpointDisabled, HttpProtocolIpv6: types.HttpProtocolIpv6Enabled})
	want.HttpEndpoint, want.HttpProtocolIpv6, want.HttpTokens = types.HttpEndpointDisabled, types.HttpProtocolIpv6Enabled, types.HttpTokensOptional
	wantEqual(t, "options of a stopped instance", want, getInstance(t, client, *web).MetadataOptions)
	_, err := client.UpdateInstanceMetadataOptions(ctx, &lightsail.UpdateInstanceMetadataOptionsInput{InstanceName: aws.String("missing")})
	wantCode(t, "missing instance", err, "NotFoundException")

	server, _ := newTestServer(t, lightsailtest.WithCredentials(testCredentials))
	wantInvalidInput(t, server, "UpdateInstanceMetadataOptions",
		lightsail.UpdateInstanceMetadataOptionsInput{InstanceName: web, HttpProtocolIpv6: types.HttpProtocolIpv6Enabled}, "available in eu-north-1 only")
}

// The service sees the host keys of an instance again after DeleteKnownHostKeys.
func TestDeleteKnownHostKeys(t *testing.T) {
	now := time.Now().UTC().Truncate(time.Second)
	created := now.AddDate(0, 0, -10)
	server := lightsailtest.NewServer(t, lightsailtest.WithClock(func() time.Time { return now }), lightsailtest.WithInstances(
		types.Instance{Name: web, CreatedAt: &created},
		types.Instance{Name: aws.String("office"), CreatedAt: &created, BlueprintId: aws.String("windows_server_2022")}))
	client := server.Client(inProcess(server))
	for _, name := range []string{"web", "office"} {
		before := accessDetails(t, server, name, "").HostKeys
		out := must[lightsail.DeleteKnownHostKeysOutput](t)(client.DeleteKnownHostKeys(t.Context(), &lightsail.DeleteKnownHostKeysInput{InstanceName: &name}))
		wantEqual(t, "record", types.OperationTypeDeleteKnownHostKeys, out.Operations[0].OperationType)
		after := accessDetails(t, server, name, "").HostKeys
		for i := range before {
			wantEqual(t, "time before", created, *before[i].WitnessedAt)
			wantEqual(t, "time after", now, *after[i].WitnessedAt)
			wantEqual(t, "key", before[i].PublicKey, after[i].PublicKey)
		}
	}
	_, err := client.DeleteKnownHostKeys(t.Context(), &lightsail.DeleteKnownHostKeysInput{InstanceName: aws.String("missing")})
	wantCode(t, "missing instance", err, "NotFoundException")
}
