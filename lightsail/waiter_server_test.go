package lightsail_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

// lags returns an option by which resources of a type are seen in each of the states by two
// polls.
func lags(typ types.ResourceType, states ...string) lightsailtest.Option {
	var all []lightsailtest.Lag
	for _, state := range states {
		all = append(all, lightsailtest.Lag{Type: typ, State: state, Polls: 2})
	}
	return lightsailtest.WithLag(all...)
}

// requirePolls returns a function for the results of waits and of other calls. It ends the
// test on an error and returns the number of requests since it was called before.
func requirePolls(t *testing.T, server *lightsailtest.Server) func(err error) int {
	return func(err error) int {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		n := len(server.Calls())
		server.ResetCalls()
		return n
	}
}

// TestInstanceWaitersServer creates, stops and deletes an instance of the fake server.
func TestInstanceWaitersServer(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		polls, ctx, name := requirePolls(t, server), t.Context(), aws.String("web")
		in := &lightsail.GetInstanceInput{InstanceName: name}

		_, err := client.CreateInstances(ctx, &lightsail.CreateInstancesInput{
			AvailabilityZone: aws.String("us-east-1a"), BlueprintId: aws.String("ubuntu_24_04"), BundleId: aws.String("nano_3_0"), InstanceNames: []string{"web"},
		})
		polls(err)
		out, err := lightsail.NewInstanceRunningWaiter(client, lightsail.WithPublicIpAddress).WaitForOutput(ctx, in, time.Hour)
		// It is hidden in two polls and pending in two more.
		if n := polls(err); n != 5 || aws.ToString(out.Instance.PublicIpAddress) == "" {
			t.Errorf("running: got %d polls and instance %v, want 5 and a public address", n, out.Instance)
		}

		_, err = client.StopInstance(ctx, &lightsail.StopInstanceInput{InstanceName: name})
		polls(err)
		if n := polls(lightsail.NewInstanceStoppedWaiter(client).Wait(ctx, in, time.Hour)); n != 3 {
			t.Errorf("stopped: got %d polls, want 3", n)
		}

		_, err = client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: name})
		polls(err)
		if n := polls(lightsail.NewInstanceDeletedWaiter(client).Wait(ctx, in, time.Hour)); n != 3 {
			t.Errorf("deleted: got %d polls, want 3", n)
		}
	}, lags(types.ResourceTypeInstance, lightsailtest.Hidden, "pending", "stopping", lightsailtest.Deleted))
}

// TestStaticIpWaitersServer attaches, detaches and releases a static IP of the fake server.
func TestStaticIpWaitersServer(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		polls, ctx, name := requirePolls(t, server), t.Context(), aws.String("address")
		in := &lightsail.GetStaticIpInput{StaticIpName: name}
		attached := lightsail.NewStaticIpAttachedWaiter(client, "web")

		_, err := client.AllocateStaticIp(ctx, &lightsail.AllocateStaticIpInput{StaticIpName: name})
		polls(err)
		timeout := requireTimeout(t, attached.Wait(ctx, in, time.Second))
		if want := "the static IP is not attached"; !strings.HasSuffix(timeout.Error(), want) {
			t.Errorf("not attached: got error %q, want %q at its end", timeout, want)
		}
		_, err = client.AttachStaticIp(ctx, &lightsail.AttachStaticIpInput{StaticIpName: name, InstanceName: aws.String("web")})
		polls(err)
		if n := polls(attached.Wait(ctx, in, time.Hour)); n != 1 {
			t.Errorf("attached: got %d polls, want 1", n)
		}
		timeout = requireTimeout(t, lightsail.NewStaticIpAttachedWaiter(client, "other").Wait(ctx, in, time.Second))
		if want := "the static IP is attached to web"; !strings.HasSuffix(timeout.Error(), want) {
			t.Errorf("attached to another instance: got error %q, want %q at its end", timeout, want)
		}
		_, err = client.DetachStaticIp(ctx, &lightsail.DetachStaticIpInput{StaticIpName: name})
		polls(err)
		if n := polls(lightsail.NewStaticIpDetachedWaiter(client).Wait(ctx, in, time.Hour)); n != 1 {
			t.Errorf("detached: got %d polls, want 1", n)
		}
		_, err = client.ReleaseStaticIp(ctx, &lightsail.ReleaseStaticIpInput{StaticIpName: name})
		polls(err)
		if n := polls(lightsail.NewStaticIpReleasedWaiter(client).Wait(ctx, in, time.Hour)); n != 3 {
			t.Errorf("released: got %d polls, want 3", n)
		}
	}, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}), lags(types.ResourceTypeStaticIp, lightsailtest.Deleted))
}

// TestDiskWaitersServer creates, attaches and deletes disks and their snapshots in the fake
// server.
func TestDiskWaitersServer(t *testing.T) {
	t.Parallel()
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		polls, ctx, name := requirePolls(t, server), t.Context(), aws.String("data")
		in := &lightsail.GetDiskInput{DiskName: name}
		create := &lightsail.CreateDiskInput{AvailabilityZone: aws.String("us-east-1a"), DiskName: name, SizeInGb: aws.Int32(8)}

		_, err := client.CreateDisk(ctx, create)
		polls(err)
		if n := polls(lightsail.NewDiskAvailableWaiter(client).Wait(ctx, in, time.Hour)); n != 3 {
			t.Errorf("available: got %d polls, want 3", n)
		}
		_, err = client.CreateDiskSnapshot(ctx, &lightsail.CreateDiskSnapshotInput{DiskName: name, DiskSnapshotName: aws.String("copy")})
		polls(err)
		if n := polls(lightsail.NewDiskSnapshotAvailableWaiter(client).Wait(ctx, &lightsail.GetDiskSnapshotInput{DiskSnapshotName: aws.String("copy")}, time.Hour)); n != 3 {
			t.Errorf("disk snapshot: got %d polls, want 3", n)
		}
		_, err = client.AttachDisk(ctx, &lightsail.AttachDiskInput{DiskName: name, DiskPath: aws.String("/dev/xvdf"), InstanceName: aws.String("web")})
		polls(err)
		if n := polls(lightsail.NewDiskInUseWaiter(client).Wait(ctx, in, time.Hour)); n != 3 {
			t.Errorf("in use: got %d polls, want 3", n)
		}
		_, err = client.CreateInstanceSnapshot(ctx, &lightsail.CreateInstanceSnapshotInput{InstanceName: aws.String("web"), InstanceSnapshotName: aws.String("backup")})
		polls(err)
		if n := polls(lightsail.NewInstanceSnapshotAvailableWaiter(client).Wait(ctx, &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("backup")}, time.Hour)); n != 3 {
			t.Errorf("instance snapshot: got %d polls, want 3", n)
		}
		_, err = client.DeleteInstance(ctx, &lightsail.DeleteInstanceInput{InstanceName: aws.String("web")})
		polls(err)
		if n := polls(lightsail.NewDiskAvailableWaiter(client).Wait(ctx, in, time.Hour)); n != 3 {
			t.Errorf("detached: got %d polls, want 3", n)
		}
		_, err = client.DeleteDisk(ctx, &lightsail.DeleteDiskInput{DiskName: name})
		polls(err)
		if n := polls(lightsail.NewDiskDeletedWaiter(client).Wait(ctx, in, time.Hour)); n != 3 {
			t.Errorf("deleted: got %d polls, want 3", n)
		}
	}, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}),
		lags(types.ResourceTypeDisk, "pending", lightsailtest.DiskAttaching, lightsailtest.DiskDetaching, lightsailtest.Deleted),
		lags(types.ResourceTypeDiskSnapshot, "pending"), lags(types.ResourceTypeInstanceSnapshot, "pending"))
}

// TestWaitersServerFailure waits for resources whose creation fails.
func TestWaitersServerFailure(t *testing.T) {
	t.Parallel()
	lag := func(typ types.ResourceType) lightsailtest.Option {
		return lightsailtest.WithLag(lightsailtest.Lag{Type: typ, State: "pending", Polls: 1, End: "error"})
	}
	withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
		polls, ctx, name := requirePolls(t, server), t.Context(), aws.String("data")
		_, err := client.CreateDisk(ctx, &lightsail.CreateDiskInput{AvailabilityZone: aws.String("us-east-1a"), DiskName: name, SizeInGb: aws.Int32(8)})
		polls(err)
		_, err = client.CreateInstanceSnapshot(ctx, &lightsail.CreateInstanceSnapshotInput{InstanceName: aws.String("web"), InstanceSnapshotName: aws.String("backup")})
		polls(err)
		for _, row := range []struct {
			err  error
			want lightsail.ResourceStateError
		}{
			{lightsail.NewDiskAvailableWaiter(client).Wait(ctx, &lightsail.GetDiskInput{DiskName: name}, time.Hour),
				lightsail.ResourceStateError{ResourceType: types.ResourceTypeDisk, Name: "data", State: "error"}},
			{lightsail.NewInstanceSnapshotAvailableWaiter(client).Wait(ctx, &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: aws.String("backup")}, time.Hour),
				lightsail.ResourceStateError{ResourceType: types.ResourceTypeInstanceSnapshot, Name: "backup", State: "error"}},
		} {
			var state *lightsail.ResourceStateError
			if !errors.As(row.err, &state) {
				t.Errorf("got error %v, want a ResourceStateError", row.err)
			} else if diff := cmp.Diff(row.want, *state); diff != "" {
				t.Errorf("error (-want +got):\n%s", diff)
			}
		}
	}, lightsailtest.WithInstances(types.Instance{Name: aws.String("web")}), lag(types.ResourceTypeDisk), lag(types.ResourceTypeInstanceSnapshot))
}

// TestWithPublicIpAddress waits for a running instance to get an address.
func TestWithPublicIpAddress(t *testing.T) {
	t.Parallel()
	instance := func(state, address string, ipv6 ...string) types.Instance {
		i := types.Instance{Name: aws.String("web"), State: &types.InstanceState{Name: &state}, PublicIpAddress: &address, Ipv6Addresses: ipv6}
		if ipv6 != nil {
			i.IpAddressType = types.IpAddressTypeIpv6
		}
		return i
	}
	for name, row := range map[string]struct {
		script []types.Instance
		want   string // in the error; none if empty
	}{
		"address later":     {[]types.Instance{instance("pending", ""), instance("running", ""), {State: instance("running", "").State}, instance("running", "192.0.2.1")}, ""},
		"stopped meanwhile": {[]types.Instance{instance("running", ""), instance("stopped", "192.0.2.1"), instance("running", "192.0.2.1")}, ""},
		"IPv6 only":         {[]types.Instance{{IpAddressType: types.IpAddressTypeIpv6, State: instance("running", "").State}, instance("running", "", "2001:db8::1")}, ""},
		"no address":        {[]types.Instance{instance("running", "")}, "running, and it has no public IP address"},
		"not running":       {[]types.Instance{instance("pending", "192.0.2.1")}, "the state of the Instance is pending"},
		"failure":           {[]types.Instance{instance("running", ""), instance("terminated", "")}, "Instance web is in the state terminated"},
	} {
		t.Run(name, func(t *testing.T) {
			withServer(t, func(t *testing.T, server *lightsailtest.Server, client *lightsail.Client) {
				serve := func() {
					server.ResetCalls()
					script := row.script
					lightsailtest.Handle(server, func(_ context.Context, _ *lightsail.GetInstanceInput) (*lightsail.GetInstanceOutput, error) {
						next := script[0]
						script = script[min(1, len(script)-1):]
						return &lightsail.GetInstanceOutput{Instance: &next}, nil
					})
				}
				for where, wait := range map[string]func() error{
					"constructor": func() error {
						return lightsail.NewInstanceRunningWaiter(client, lightsail.WithPublicIpAddress).Wait(t.Context(), instanceIn, time.Minute)
					},
					"Wait": func() error {
						return lightsail.NewInstanceRunningWaiter(client).Wait(t.Context(), instanceIn, time.Minute, lightsail.WithPublicIpAddress)
					},
				} {
					serve()
					err := wait()
					if row.want == "" && (err != nil || len(server.Calls()) != len(row.script)) {
						t.Errorf("option of %s: got error %v after %d polls, want none after %d", where, err, len(server.Calls()), len(row.script))
					}
					if row.want != "" && !strings.Contains(fmt.Sprint(err), row.want) {
						t.Errorf("option of %s: got error %v, want %q", where, err, row.want)
					}
				}
			})
		})
	}
	noRetryable := func(o *lightsail.InstanceRunningWaiterOptions) { o.Retryable = nil }
	err := lightsail.NewInstanceRunningWaiter(newClient(nil), noRetryable, lightsail.WithPublicIpAddress).Wait(t.Context(), instanceIn, time.Minute)
	if err == nil || !strings.Contains(err.Error(), "Retryable") {
		t.Errorf("no Retryable: got error %v, want one that names it", err)
	}
}
