package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

// callTimeout is the maximum duration of a call that creates a resource.
const callTimeout = time.Minute

// once is an option function of calls that create a resource. If the response of a
// first attempt is lost, a second one finds the name in use and cannot determine
// whether this program created the resource.
func once(o *lightsail.Options) { o.RetryMaxAttempts = 1 }

// uninterrupted returns the context of a call that creates a resource. Ctrl-C does not
// cancel it, because the program must know whether the resource exists.
func uninterrupted(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.WithoutCancel(ctx), callTimeout)
}

func (r *runner) staticIPName() string   { return r.options.name + "-ip" }
func (r *runner) snapshotName() string   { return r.options.name + "-snapshot" }
func (r *runner) isWindows() bool        { return r.blueprint.Platform == types.InstancePlatformWindows }
func (r *runner) aws(args string) string { return "aws lightsail " + args + " --region " + r.region }

// createInstance creates the instance and waits until it is running and has a public
// address.
func (r *runner) createInstance(ctx context.Context) (string, error) {
	name := &r.options.name
	res := r.add(&resource{kind: "instance", name: *name, delete: r.deleteInstance, commands: []string{
		r.aws("delete-instance --instance-name " + *name),
	}})
	callCtx, cancel := uninterrupted(ctx)
	defer cancel()
	_, err := r.client.CreateInstances(callCtx, &lightsail.CreateInstancesInput{
		AvailabilityZone: &r.zone,
		BlueprintId:      &r.options.blueprint,
		BundleId:         r.bundle.BundleId,
		InstanceNames:    []string{*name},
	}, once)
	if r.created(res, err) != nil {
		return "", err
	}
	waiter := lightsail.NewInstanceRunningWaiter(r.client, lightsail.WithPublicIpAddress)
	out, err := wait(ctx, r, waiter, &lightsail.GetInstanceInput{InstanceName: name}, instanceState)
	if err != nil {
		return "", err
	}
	res.available = true
	return fmt.Sprintf("%s at %s (%s)", *name, aws.ToString(out.Instance.PublicIpAddress), r.plan()), nil
}

func (r *runner) allocateStaticIP(ctx context.Context) (string, error) {
	name := r.staticIPName()
	res := r.add(&resource{kind: "static IP", name: name, delete: r.deleteStaticIP, commands: []string{
		r.aws("detach-static-ip --static-ip-name " + name), // fails if it is not attached
		r.aws("release-static-ip --static-ip-name " + name),
	}})
	callCtx, cancel := uninterrupted(ctx)
	defer cancel()
	out, err := r.client.AllocateStaticIp(callCtx, &lightsail.AllocateStaticIpInput{StaticIpName: &name}, once)
	if r.created(res, err) != nil {
		return "", err
	}
	if err := r.waitForOperations(ctx, out.Operations...); err != nil {
		return "", err
	}
	res.available = true
	return name, nil
}

// attachStaticIP attaches the static IP and waits until it is attached.
func (r *runner) attachStaticIP(ctx context.Context) (string, error) {
	name := r.staticIPName()
	out, err := r.client.AttachStaticIp(ctx, &lightsail.AttachStaticIpInput{StaticIpName: &name, InstanceName: &r.options.name})
	if err != nil {
		return "", err
	}
	if err := r.waitForOperations(ctx, out.Operations...); err != nil {
		return "", err
	}
	waiter := lightsail.NewStaticIpAttachedWaiter(r.client, r.options.name)
	attached, err := wait(ctx, r, waiter, &lightsail.GetStaticIpInput{StaticIpName: &name}, staticIPState)
	if err != nil {
		return "", err
	}
	r.address = aws.ToString(attached.StaticIp.IpAddress)
	return r.address + ", the new address of " + r.options.name, nil
}

// openPorts opens the ports for all addresses. It uses OpenInstancePublicPorts, because
// PutInstancePublicPorts closes all other ports.
func (r *runner) openPorts(ctx context.Context) (string, error) {
	var opened []string
	for _, port := range r.options.ports {
		out, err := r.client.OpenInstancePublicPorts(ctx, &lightsail.OpenInstancePublicPortsInput{
			InstanceName: &r.options.name,
			PortInfo: &types.PortInfo{
				Protocol: types.NetworkProtocolTcp, FromPort: port, ToPort: port,
				Cidrs: []string{"0.0.0.0/0"}, Ipv6Cidrs: []string{"::/0"},
			},
		})
		if err != nil {
			return "", err
		}
		if out.Operation == nil {
			return "", errors.New("the response has no operation")
		}
		if err := r.waitForOperations(ctx, *out.Operation); err != nil {
			return "", err
		}
		opened = append(opened, fmt.Sprintf("tcp %d", port))
	}
	return strings.Join(opened, ", "), nil
}

// describeLogin returns how to log in to the instance.
func (r *runner) describeLogin(ctx context.Context) (string, error) {
	out, err := r.client.GetInstance(ctx, &lightsail.GetInstanceInput{InstanceName: &r.options.name})
	if err != nil {
		return "", err
	}
	if out.Instance == nil {
		return "", errors.New("the response has no instance")
	}
	user := aws.ToString(out.Instance.Username)
	how, flags := "ssh "+user+"@"+r.address, "-live"
	if r.isWindows() {
		how, flags = "Remote Desktop to "+r.address+" as "+user, "-live -password"
	}
	// The demo account of this program has no other clients.
	if r.options.account.Live {
		how += fmt.Sprintf("\nor go run -C examples ./connect %s -region %s %s", flags, r.region, r.options.name)
	}
	return how, nil
}

// createSnapshot creates a snapshot of the instance and waits until it is available.
func (r *runner) createSnapshot(ctx context.Context) (string, error) {
	name := r.snapshotName()
	res := r.add(&resource{kind: "snapshot", name: name, delete: r.deleteSnapshot, commands: []string{
		r.aws("delete-instance-snapshot --instance-snapshot-name " + name),
	}})
	callCtx, cancel := uninterrupted(ctx)
	defer cancel()
	_, err := r.client.CreateInstanceSnapshot(callCtx, &lightsail.CreateInstanceSnapshotInput{
		InstanceName: &r.options.name, InstanceSnapshotName: &name,
	}, once)
	if r.created(res, err) != nil {
		return "", err
	}
	waiter := lightsail.NewInstanceSnapshotAvailableWaiter(r.client)
	out, err := wait(ctx, r, waiter, &lightsail.GetInstanceSnapshotInput{InstanceSnapshotName: &name}, snapshotState)
	if err != nil {
		return "", err
	}
	res.available = true
	return fmt.Sprintf("%s, %d GB", name, aws.ToInt32(out.InstanceSnapshot.SizeInGb)), nil
}

func instanceState(out *lightsail.GetInstanceOutput) string {
	if out.Instance == nil || out.Instance.State == nil {
		return "unknown"
	}
	return aws.ToString(out.Instance.State.Name)
}

func staticIPState(out *lightsail.GetStaticIpOutput) string {
	if out.StaticIp != nil && aws.ToBool(out.StaticIp.IsAttached) {
		return "attached"
	}
	return "not attached"
}

func snapshotState(out *lightsail.GetInstanceSnapshotOutput) string {
	if out.InstanceSnapshot == nil {
		return "unknown"
	}
	return strings.TrimSpace(string(out.InstanceSnapshot.State) + " " + aws.ToString(out.InstanceSnapshot.Progress))
}
