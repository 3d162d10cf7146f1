package lightsailtest

import (
	"regexp"
	"slices"
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("AttachDisk", (*state).attachDisk)
	register("CreateDisk", (*state).createDisk)
	register("CreateDiskFromSnapshot", (*state).createDiskFromSnapshot)
	register("DeleteDisk", (*state).deleteDisk)
	register("DetachDisk", (*state).detachDisk)
	register("GetDisk", (*state).getDisk)
	register("GetDisks", (*state).getDisks)

	registerPut("disks", (*state).putDisk)
}

// States of a [Lag] for disks, for which the service has no names. That the State of a
// disk does not change before it is attached or detached is a guess.
const (
	// DiskAttaching is the state of a disk between AttachDisk and in-use. Its State is
	// still available.
	DiskAttaching = "attaching"

	// DiskDetaching is the state of a disk between DetachDisk and available. Its State is
	// still in-use.
	DiskDetaching = "detaching"
)

// diskDeleting is a documented state of a disk that the model does not have.
const diskDeleting = "deleting"

// diskPath matches the device names that Amazon EC2 accepts, with which examples of
// Lightsail agree. That they are the valid ones of Lightsail is a guess.
var diskPath = regexp.MustCompile(`^(/dev/sd|/dev/xvd|xvd)[a-z]{1,2}$`)

// A disk is a block storage disk. The system disk of an instance is not a resource.
type disk struct {
	entry
	types.Disk
	auto autoSnapshots
}

func (*disk) kind() types.ResourceType { return types.ResourceTypeDisk }

func (d *disk) value() any { return &d.Disk }

// setState ignores the reason, for which a disk has no field.
func (d *disk) setState(state, _ string) {
	switch state {
	case DiskAttaching:
		d.State = types.DiskStateAvailable
	case DiskDetaching, string(types.DiskStateInUse):
		d.State = types.DiskStateInUse
		if d.AutoMountStatus == types.AutoMountStatusPending {
			d.AutoMountStatus = types.AutoMountStatusMounted
		}
	case string(types.DiskStatePending):
		d.State = types.DiskStatePending
	default:
		d.State = types.DiskState(state)
		d.AttachedTo, d.Path, d.AutoMountStatus = nil, nil, ""
	}
	attachment := "detached"
	if d.State == types.DiskStateInUse {
		attachment = "attached"
	}
	d.IsAttached = aws.Bool(d.State == types.DiskStateInUse)
	//lint:ignore SA1019 the service still returns it
	d.AttachmentState = &attachment
}

// putDisk adds a disk with default values for the fields of d that are not set.
func (st *state) putDisk(d types.Disk) {
	setDefaultName[*disk](st, &d.Name, "disk-%d")
	setDefault(&d.SizeInGb, 8)
	setDefault(&d.Iops, diskIops(*d.SizeInGb))
	setDefault(&d.IsSystemDisk, false)
	added := &disk{Disk: d}
	state := d.State
	switch {
	case state != "":
	case d.AttachedTo != nil:
		state = types.DiskStateInUse
	default:
		state = types.DiskStateAvailable
	}
	st.put(added, st.region+"a")
	added.setState(string(state), "")
}

// addDisk creates a disk that is pending and then in another state.
func (st *state) addDisk(zone string, d types.Disk, state types.DiskState) *disk {
	d.Iops = aws.Int32(diskIops(*d.SizeInGb))
	d.IsSystemDisk = aws.Bool(false)
	created := &disk{Disk: d}
	st.create(created, zone)
	st.enter(created, string(types.DiskStatePending), string(state))
	return created
}

func (st *state) createDisk(in *lightsail.CreateDiskInput) (*lightsail.CreateDiskOutput, error) {
	d, err := st.newDisk(in)
	if err != nil {
		return nil, err
	}
	return &lightsail.CreateDiskOutput{Operations: st.record(types.OperationTypeCreateDisk, d)}, nil
}

// newDisk creates the disk of an input. The documentation of the API has no bounds of the
// size. That a size below 1 is an error is a guess.
func (st *state) newDisk(in *lightsail.CreateDiskInput) (*disk, error) {
	var v violations
	v.resourceName("diskName", in.DiskName)
	v.check(*in.SizeInGb > 0, "sizeInGb", "must be positive")
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	if err := st.checkZone(*in.AvailabilityZone); err != nil {
		return nil, err
	}
	if err := st.checkAddOns(in.AddOns, nil); err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.DiskName); err != nil {
		return nil, err
	}
	content := types.Disk{Name: in.DiskName, SizeInGb: in.SizeInGb, Tags: mergeTags(nil, in.Tags)}
	d := st.addDisk(*in.AvailabilityZone, content, types.DiskStateAvailable)
	st.enableAddOns(in.AddOns, d)
	return d, nil
}

func (st *state) createDiskFromSnapshot(in *lightsail.CreateDiskFromSnapshotInput) (*lightsail.CreateDiskFromSnapshotOutput, error) {
	source, err := st.diskSource(in)
	if err != nil {
		return nil, err
	}
	if *in.SizeInGb < *source.SizeInGb {
		// That the service returns this error is a guess.
		return nil, invalidInput("sizeInGb: must be at least %d, the size of the snapshot", *source.SizeInGb)
	}
	d, err := st.newDisk(&lightsail.CreateDiskInput{
		AddOns: in.AddOns, AvailabilityZone: in.AvailabilityZone, DiskName: in.DiskName, SizeInGb: in.SizeInGb, Tags: in.Tags,
	})
	if err != nil {
		return nil, err
	}
	return &lightsail.CreateDiskFromSnapshotOutput{Operations: st.record(types.OperationTypeCreateDiskFromSnapshot, d)}, nil
}

func (st *state) getDisk(in *lightsail.GetDiskInput) (*lightsail.GetDiskOutput, error) {
	d, err := show[*disk](st, in.DiskName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetDiskOutput{Disk: &d.Disk}, nil
}

func (st *state) getDisks(in *lightsail.GetDisksInput) (*lightsail.GetDisksOutput, error) {
	page, next, err := showPage[*disk](st, in)
	return &lightsail.GetDisksOutput{
		Disks:         values(page, func(d *disk) types.Disk { return d.Disk }),
		NextPageToken: next,
	}, err
}

// attachDisk returns the published error for an invalid path. The other errors are
// guesses.
func (st *state) attachDisk(in *lightsail.AttachDiskInput) (*lightsail.AttachDiskOutput, error) {
	if !diskPath.MatchString(*in.DiskPath) {
		return nil, invalidInput("The disk path is invalid. You must specify a valid disk path.")
	}
	d, err := st.findDetachedDisk(in.DiskName)
	if err != nil {
		return nil, err
	}
	i, err := st.findInstance(in.InstanceName, instanceRunning, instanceStopped)
	if err != nil {
		return nil, err
	}
	if zone := *i.location.AvailabilityZone; *d.location.AvailabilityZone != zone {
		return nil, invalidInput("The disk %s is not in the Availability Zone of %s, %s.", d.name, i.name, zone)
	}
	if st.isPathUsed(i, *in.DiskPath) {
		return nil, invalidInput("The disk path %s of %s is already in use.", *in.DiskPath, i.name)
	}
	d.AttachedTo, d.Path = aws.String(i.name), in.DiskPath
	// Disks are mounted automatically only in virtual computers of Lightsail for Research.
	if blueprint, _ := st.blueprint(*i.BlueprintId); blueprint.AppCategory == types.AppCategoryLfR {
		d.AutoMountStatus = types.AutoMountStatusNotMounted
		if deref(in.AutoMounting) {
			d.AutoMountStatus = types.AutoMountStatusPending
		}
	}
	st.enter(d, DiskAttaching, string(types.DiskStateInUse))
	return &lightsail.AttachDiskOutput{Operations: st.record(types.OperationTypeAttachDisk, d, i)}, nil
}

// findDetachedDisk is find for a disk that must be available.
func (st *state) findDetachedDisk(name *string) (*disk, error) {
	d, err := find[*disk](st, name)
	if err != nil {
		return nil, err
	}
	if d.AttachedTo != nil {
		return nil, operationFailure("The disk %s is attached to %s.", d.name, *d.AttachedTo)
	}
	if d.State != types.DiskStateAvailable {
		return nil, operationFailure("The disk %s is in the state %s. It must be %s.", d.name, d.State, types.DiskStateAvailable)
	}
	return d, nil
}

// isPathUsed reports whether a disk of an instance, or one that is being attached to it,
// has the given path.
func (st *state) isPathUsed(i *instance, path string) bool {
	for _, d := range i.Hardware.Disks {
		if deref(d.Path) == path {
			return true
		}
	}
	for _, d := range list[*disk](st) {
		if deref(d.AttachedTo) == i.name && deref(d.Path) == path {
			return true
		}
	}
	return false
}

// attachedDisks returns the disks that are attached to instances, sorted by name, by the
// name of the instance.
func (st *state) attachedDisks() map[string][]types.Disk {
	attached := map[string][]types.Disk{}
	for _, r := range st.resources {
		if d, ok := r.(*disk); ok && *d.IsAttached {
			attached[deref(d.AttachedTo)] = append(attached[deref(d.AttachedTo)], d.Disk)
		}
	}
	for _, disks := range attached {
		slices.SortFunc(disks, func(a, b types.Disk) int { return strings.Compare(*a.Name, *b.Name) })
	}
	return attached
}

// withDisks adds the attached disks to the hardware of instances. That the service
// returns all fields of these disks is a guess.
func (st *state) withDisks(instances ...types.Instance) []types.Instance {
	attached := st.attachedDisks()
	for n, i := range instances {
		if disks := attached[*i.Name]; len(disks) > 0 {
			hardware := *i.Hardware
			hardware.Disks = slices.Concat(hardware.Disks, disks)
			instances[n].Hardware = &hardware
		}
	}
	return instances
}

// detachDisk makes two guesses: the errors, and that there are two operation records as
// those of AttachDisk. That the instance must be stopped is documented.
func (st *state) detachDisk(in *lightsail.DetachDiskInput) (*lightsail.DetachDiskOutput, error) {
	d, err := find[*disk](st, in.DiskName)
	if err != nil {
		return nil, err
	}
	if !*d.IsAttached {
		return nil, operationFailure("The disk %s is not attached to an instance.", d.name)
	}
	i, err := st.findInstance(d.AttachedTo, instanceStopped)
	if err != nil {
		return nil, err
	}
	st.enter(d, DiskDetaching, string(types.DiskStateAvailable))
	return &lightsail.DetachDiskOutput{Operations: st.record(types.OperationTypeDetachDisk, d, i)}, nil
}

// detachDisks detaches all disks from an instance that is being deleted.
func (st *state) detachDisks(i *instance) {
	for _, d := range list[*disk](st) {
		if deref(d.AttachedTo) == i.name {
			st.enter(d, DiskDetaching, string(types.DiskStateAvailable))
		}
	}
}

func (st *state) deleteDisk(in *lightsail.DeleteDiskInput) (*lightsail.DeleteDiskOutput, error) {
	d, err := st.findDetachedDisk(in.DiskName)
	if err != nil {
		return nil, err
	}
	if err := checkForceDelete(d, in.ForceDeleteAddOns); err != nil {
		return nil, err
	}
	st.remove(d, diskDeleting)
	return &lightsail.DeleteDiskOutput{Operations: st.record(types.OperationTypeDeleteDisk, d)}, nil
}
