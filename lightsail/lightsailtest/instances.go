package lightsailtest

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateInstances", (*state).createInstances)
	register("DeleteInstance", (*state).deleteInstance)
	register("GetInstance", (*state).getInstance)
	register("GetInstances", (*state).getInstances)

	registerPut("instances", (*state).putInstance)
}

// defaultBlueprint is the blueprint of an instance that is put without one.
const defaultBlueprint = "ubuntu_24_04"

// maxInstances is the published default quota of an account and of a Region. That it is
// the one of each Region is a guess.
const maxInstances = 20

// An instance is a virtual server.
type instance struct {
	entry
	types.Instance

	// notReady is the number of polls that are left of NoAccess.
	notReady int

	auto autoSnapshots
	gui  guiSession

	// keyPair is the key pair that SshKeyName named when the instance was created. It is nil
	// if none existed.
	keyPair *keyPair

	// keysDeleted is the time of the last DeleteKnownHostKeys.
	keysDeleted time.Time

	// previousBundle is the ID of the bundle to which StartInstance can move it back.
	previousBundle string
}

func (*instance) kind() types.ResourceType { return types.ResourceTypeInstance }

func (i *instance) value() any { return &i.Instance }

// newInstance returns an instance with default values for the fields of i that are not
// set.
func (st *state) newInstance(i types.Instance) *instance {
	setDefaultName[*instance](st, &i.Name, "instance-%d")
	setDefault(&i.BlueprintId, defaultBlueprint)
	setDefault(&i.BundleId, *st.bundles()[0].BundleId)
	blueprint, _ := st.blueprint(*i.BlueprintId)
	bundle, _ := st.bundle(*i.BundleId)
	setDefault(&i.BlueprintName, deref(blueprint.Name))
	setDefault(&i.Hardware, types.InstanceHardware{
		CpuCount:    bundle.CpuCount,
		Disks:       []types.Disk{st.systemDisk(*i.Name, deref(bundle.DiskSizeInGb))},
		RamSizeInGb: bundle.RamSizeInGb,
	})
	if i.IpAddressType == "" {
		i.IpAddressType = types.IpAddressTypeDualstack
		if !hasIPv4(bundle) {
			i.IpAddressType = types.IpAddressTypeIpv6
		}
	}
	if i.Ipv6Addresses == nil {
		i.Ipv6Addresses = st.ipv6Addresses(i.IpAddressType)
	}
	setDefault(&i.IsStaticIp, false)
	setDefault(&i.MetadataOptions, types.InstanceMetadataOptions{
		HttpEndpoint:            types.HttpEndpointEnabled,
		HttpProtocolIpv6:        types.HttpProtocolIpv6Disabled,
		HttpPutResponseHopLimit: aws.Int32(1),
		HttpTokens:              types.HttpTokensOptional,
		State:                   types.InstanceMetadataStateApplied,
	})
	setDefault(&i.Networking, types.InstanceNetworking{
		MonthlyTransfer: &types.MonthlyTransfer{GbPerMonthAllocated: bundle.TransferPerMonthInGb},
		Ports:           defaultPorts(blueprint),
	})
	setDefault(&i.PrivateIpAddress, fmt.Sprintf("172.26.%d.%d", st.random.IntN(16), 4+st.random.IntN(250)))
	if i.IpAddressType != types.IpAddressTypeIpv6 {
		setDefault(&i.PublicIpAddress, st.address())
	}
	setDefault(&i.SshKeyName, DefaultKeyPairName)
	setDefault(&i.State, types.InstanceState{})
	setDefault(&i.State.Name, instanceRunning)
	setDefault(&i.State.Code, instanceStateCodes[*i.State.Name])
	setDefault(&i.Username, username(blueprint))
	keys, _ := find[*keyPair](st, i.SshKeyName)
	return &instance{Instance: i, keyPair: keys}
}

// systemDisk returns the disk of an instance that belongs to its bundle. The number of
// operations per second is a guess.
func (st *state) systemDisk(instanceName string, sizeInGb int32) types.Disk {
	return types.Disk{
		AttachedTo:      &instanceName,
		AttachmentState: aws.String("attached"),
		CreatedAt:       aws.Time(st.now),
		Iops:            aws.Int32(diskIops(sizeInGb)),
		IsSystemDisk:    aws.Bool(true),
		Path:            aws.String("/dev/xvda"),
		SizeInGb:        &sizeInGb,
	}
}

// diskIops returns the operations per second of a disk. That it grows with the size is a
// guess from the published examples.
func diskIops(sizeInGb int32) int32 { return max(100, 3*sizeInGb) }

// username returns the name of the user that a blueprint creates.
func username(blueprint types.Blueprint) string {
	if blueprint.Platform == types.InstancePlatformWindows {
		return "Administrator"
	}
	for prefix, name := range map[string]string{
		"amazon_linux": "ec2-user", "freebsd": "ec2-user", "opensuse": "ec2-user", "centos": "centos", "cpanel": "centos", "debian": "admin",
	} {
		if strings.HasPrefix(deref(blueprint.BlueprintId), prefix) {
			return name
		}
	}
	if blueprint.Type == types.BlueprintTypeApp {
		return "bitnami"
	}
	return "ubuntu"
}

func (st *state) putInstance(i types.Instance) {
	added := st.newInstance(i)
	st.put(added, st.region+"a")
	added.notReady = st.lag(added, NoAccess).Polls
}

// createInstances accepts UserData and ignores it, as the service does with
// CustomImageName.
func (st *state) createInstances(in *lightsail.CreateInstancesInput) (*lightsail.CreateInstancesOutput, error) {
	created, err := st.newInstances(in)
	if err != nil {
		return nil, err
	}
	return &lightsail.CreateInstancesOutput{Operations: st.recordEach(types.OperationTypeCreateInstance, created)}, nil
}

// newInstances creates the instances of an input.
func (st *state) newInstances(in *lightsail.CreateInstancesInput) (created []resource, err error) {
	var v violations
	for n, name := range in.InstanceNames {
		v.resourceName(fmt.Sprintf("instanceNames[%d]", n), &name)
	}
	v.check(len(in.InstanceNames) > 0, "instanceNames", "must not be empty")
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := st.checkZone(*in.AvailabilityZone); err != nil {
		return nil, err
	}
	if err := st.checkHardware(*in.BlueprintId, *in.BundleId); err != nil {
		return nil, err
	}
	if err := st.checkAddOns(in.AddOns, in.BlueprintId); err != nil {
		return nil, err
	}
	if err := st.checkIPAddressType(*in.BundleId, in.IpAddressType); err != nil {
		return nil, err
	}
	if err := checkQuota[*instance](st, maxInstances, len(in.InstanceNames)); err != nil {
		return nil, err
	}
	if err := st.checkNames(in.InstanceNames...); err != nil {
		return nil, err
	}
	if err := st.checkKeyPair(in.KeyPairName); err != nil {
		return nil, err
	}
	for _, name := range in.InstanceNames {
		created = append(created, st.createInstance(*in.AvailabilityZone, types.Instance{
			BlueprintId:   in.BlueprintId,
			BundleId:      in.BundleId,
			IpAddressType: in.IpAddressType,
			Name:          aws.String(name),
			SshKeyName:    in.KeyPairName,
			Tags:          mergeTags(nil, in.Tags),
		}))
	}
	st.enableAddOns(in.AddOns, created...)
	return created, nil
}

// createInstance creates an instance that is pending and then running.
func (st *state) createInstance(zone string, i types.Instance) *instance {
	created := st.newInstance(i)
	st.create(created, zone)
	created.notReady = st.lag(created, NoAccess).Polls
	st.enter(created, instancePending, instanceRunning)
	return created
}

// checkHardware returns an error unless an instance can have this blueprint and this
// bundle. The errors are guesses.
func (st *state) checkHardware(blueprintID, bundleID string) error {
	blueprint, ok := st.blueprint(blueprintID)
	if !ok {
		return invalidInput("blueprintId: no blueprint has the ID %s", blueprintID)
	}
	bundle, ok := st.bundle(bundleID)
	if !ok {
		return invalidInput("bundleId: no bundle of this Region has the ID %s", bundleID)
	}
	if !slices.Contains(bundle.SupportedPlatforms, blueprint.Platform) {
		return invalidInput("bundleId: %s does not support the platform %s of %s", bundleID, blueprint.Platform, blueprintID)
	}
	if deref(bundle.Power) < deref(blueprint.MinPower) {
		return invalidInput("bundleId: %s is too small for %s", bundleID, blueprintID)
	}
	return nil
}

// output returns the instance for an output. An instance that is pending has no public
// address, and it has a status of its checks only on request.
func (i *instance) output(includeHealth *bool) types.Instance {
	out := i.Instance
	if *i.State.Name == instancePending {
		out.PublicIpAddress = nil
	}
	if deref(includeHealth) {
		out.InstanceStatus, out.SystemStatus = i.health(), i.health()
	}
	return out
}

// health returns the result of the status checks. Which one instances have that do not
// run is a guess.
func (i *instance) health() *types.InstanceHealthStatus {
	status, check := types.InstanceHealthStatusValueOk, types.InstanceHealthStatusDetailValuePassed
	if *i.State.Name != instanceRunning {
		status, check = types.InstanceHealthStatusValueNotApplicable, types.InstanceHealthStatusDetailValueInsufficientData
	}
	return &types.InstanceHealthStatus{
		Details: []types.InstanceHealthStatusDetail{{Name: types.InstanceHealthStatusDetailNameReachability, Status: check}},
		Status:  status,
	}
}

func (st *state) getInstance(in *lightsail.GetInstanceInput) (*lightsail.GetInstanceOutput, error) {
	i, err := show[*instance](st, in.InstanceName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetInstanceOutput{Instance: &st.withDisks(i.output(in.IncludeHealthStatus))[0]}, nil
}

func (st *state) getInstances(in *lightsail.GetInstancesInput) (*lightsail.GetInstancesOutput, error) {
	page, next, err := showPage[*instance](st, in)
	return &lightsail.GetInstancesOutput{
		Instances:     st.withDisks(values(page, func(i *instance) types.Instance { return i.output(in.IncludeHealthStatus) })...),
		NextPageToken: next,
	}, err
}

func (st *state) deleteInstance(in *lightsail.DeleteInstanceInput) (*lightsail.DeleteInstanceOutput, error) {
	i, err := find[*instance](st, in.InstanceName)
	if err != nil {
		return nil, err
	}
	if err := checkForceDelete(i, in.ForceDeleteAddOns); err != nil {
		return nil, err
	}
	st.detachDisks(i)
	st.detachStaticIPs(i)
	st.detachFromLoadBalancers(i)
	st.revokeAccess(i)
	st.remove(i, instanceShuttingDown)
	return &lightsail.DeleteInstanceOutput{Operations: st.record(types.OperationTypeDeleteInstance, i)}, nil
}

// revokeAccess removes the access of an instance to buckets. That the service does so when
// it deletes the instance is a guess.
func (st *state) revokeAccess(i *instance) {
	for _, b := range list[*bucket](st) {
		b.ResourcesReceivingAccess = slices.DeleteFunc(b.ResourcesReceivingAccess,
			func(r types.ResourceReceivingAccess) bool { return deref(r.Name) == i.name })
	}
}
