package lightsailtest

import (
	"maps"
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateInstanceSnapshot", (*state).createInstanceSnapshot)
	register("CreateInstancesFromSnapshot", (*state).createInstancesFromSnapshot)
	register("DeleteInstanceSnapshot", (*state).deleteInstanceSnapshot)
	register("GetInstanceSnapshot", (*state).getInstanceSnapshot)
	register("GetInstanceSnapshots", (*state).getInstanceSnapshots)

	registerPut("instanceSnapshots", (*state).putInstanceSnapshot)
}

// An instanceSnapshot is a manual snapshot of an instance and its attached disks.
type instanceSnapshot struct {
	entry
	types.InstanceSnapshot
}

func (*instanceSnapshot) kind() types.ResourceType { return types.ResourceTypeInstanceSnapshot }

func (s *instanceSnapshot) value() any { return &s.InstanceSnapshot }

// setState ignores the reason, for which a snapshot has no field.
func (s *instanceSnapshot) setState(state, _ string) { s.State = types.InstanceSnapshotState(state) }

// putInstanceSnapshot adds a snapshot with default values for the fields of s that are
// not set. By default, it is one of an instance with default values.
func (st *state) putInstanceSnapshot(s types.InstanceSnapshot) {
	setDefaultName[*instanceSnapshot](st, &s.Name, "instance-snapshot-%d")
	setDefault(&s.IsFromAutoSnapshot, false)
	setDefault(&s.FromBlueprintId, defaultBlueprint)
	setDefault(&s.FromBundleId, *st.bundles()[0].BundleId)
	bundle, _ := st.bundle(*s.FromBundleId)
	setDefault(&s.SizeInGb, deref(bundle.DiskSizeInGb))
	if s.FromAttachedDisks == nil {
		s.FromAttachedDisks = []types.Disk{}
	}
	if s.State == "" {
		s.State = types.InstanceSnapshotStateAvailable
	}
	st.put(&instanceSnapshot{InstanceSnapshot: s}, "all")
}

// instanceContent returns the fields of a snapshot that describe the instance.
func (st *state) instanceContent(i *instance) types.InstanceSnapshot {
	return clone(types.InstanceSnapshot{
		FromAttachedDisks: append([]types.Disk{}, st.attachedDisks()[i.name]...),
		FromBlueprintId:   i.BlueprintId,
		FromBundleId:      i.BundleId,
		FromInstanceArn:   i.Arn,
		FromInstanceName:  aws.String(i.name),
		SizeInGb:          i.systemDiskSize(),
	})
}

// findSource is find for an instance of which a snapshot is created. That it must be
// running or stopped is a guess.
func (st *state) findSource(name *string) (*instance, error) {
	return st.findInstance(name, instanceRunning, instanceStopped)
}

func (st *state) createInstanceSnapshot(in *lightsail.CreateInstanceSnapshotInput) (*lightsail.CreateInstanceSnapshotOutput, error) {
	var v violations
	v.resourceName("instanceSnapshotName", in.InstanceSnapshotName)
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	i, err := st.findSource(in.InstanceName)
	if err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.InstanceSnapshotName); err != nil {
		return nil, err
	}
	content := st.instanceContent(i)
	content.Name, content.Tags = in.InstanceSnapshotName, mergeTags(nil, in.Tags)
	s := st.addInstanceSnapshot(content)
	return &lightsail.CreateInstanceSnapshotOutput{Operations: st.record(types.OperationTypeCreateInstanceSnapshot, s, i)}, nil
}

// addInstanceSnapshot creates a snapshot that is pending and then available.
func (st *state) addInstanceSnapshot(content types.InstanceSnapshot) *instanceSnapshot {
	s := &instanceSnapshot{InstanceSnapshot: content}
	setDefault(&s.IsFromAutoSnapshot, false)
	st.create(s, "all")
	st.enter(s, string(types.InstanceSnapshotStatePending), string(types.InstanceSnapshotStateAvailable))
	return s
}

// createInstancesFromSnapshot also creates and attaches disks with the size and the path
// of those in the snapshot. That each instance has all of them is a guess.
func (st *state) createInstancesFromSnapshot(in *lightsail.CreateInstancesFromSnapshotInput) (*lightsail.CreateInstancesFromSnapshotOutput, error) {
	source, err := st.instanceSource(in)
	if err != nil {
		return nil, err
	}
	if err := st.checkBundleSize(*in.BundleId, source); err != nil {
		return nil, err
	}
	disks, err := mapDisks(in, source)
	if err != nil {
		return nil, err
	}
	names := slices.Clone(in.InstanceNames)
	for _, name := range in.InstanceNames {
		for _, d := range disks[name] {
			names = append(names, *d.Name)
		}
	}
	if err := st.checkNames(names...); err != nil {
		return nil, err
	}
	created, err := st.newInstances(&lightsail.CreateInstancesInput{
		AddOns:           in.AddOns,
		AvailabilityZone: in.AvailabilityZone,
		BlueprintId:      source.FromBlueprintId,
		BundleId:         in.BundleId,
		InstanceNames:    in.InstanceNames,
		IpAddressType:    in.IpAddressType,
		KeyPairName:      in.KeyPairName,
		Tags:             in.Tags,
		UserData:         in.UserData,
	})
	if err != nil {
		return nil, err
	}
	for _, name := range in.InstanceNames {
		for _, d := range disks[name] {
			st.addDisk(*in.AvailabilityZone, d, types.DiskStateInUse)
		}
	}
	return &lightsail.CreateInstancesFromSnapshotOutput{
		Operations: st.recordEach(types.OperationTypeCreateInstancesFromSnapshot, created),
	}, nil
}

// instanceSource returns the content of the snapshot that an input selects.
func (st *state) instanceSource(in *lightsail.CreateInstancesFromSnapshotInput) (types.InstanceSnapshot, error) {
	var v violations
	v.snapshotSource("instanceSnapshotName", in.InstanceSnapshotName,
		"sourceInstanceName", in.SourceInstanceName, in.RestoreDate, in.UseLatestRestorableAutoSnapshot)
	if err := v.err(); err != nil {
		return types.InstanceSnapshot{}, err
	}
	if in.SourceInstanceName != nil {
		i, err := find[*instance](st, in.SourceInstanceName)
		if err != nil {
			return types.InstanceSnapshot{}, err
		}
		s, err := findAutoSnapshot(i, in.RestoreDate)
		return s.instance, err
	}
	s, err := find[*instanceSnapshot](st, in.InstanceSnapshotName)
	if err != nil {
		return types.InstanceSnapshot{}, err
	}
	if s.State != types.InstanceSnapshotStateAvailable {
		// That the service returns this error is a guess.
		return types.InstanceSnapshot{}, operationFailure("The instance snapshot %s is in the state %s.", s.name, s.State)
	}
	return s.InstanceSnapshot, nil
}

// checkBundleSize returns an error if a bundle is smaller than that of the source of a
// snapshot, as is documented. The error is a guess.
func (st *state) checkBundleSize(bundleID string, source types.InstanceSnapshot) error {
	bundle, ok := st.bundle(bundleID)
	old, _ := st.bundle(*source.FromBundleId)
	isSmaller := deref(bundle.CpuCount) < deref(old.CpuCount) || deref(bundle.RamSizeInGb) < deref(old.RamSizeInGb) ||
		deref(bundle.DiskSizeInGb) < *source.SizeInGb
	if ok && isSmaller {
		return invalidInput("bundleId: %s is smaller than %s, the bundle of the snapshot", bundleID, *source.FromBundleId)
	}
	return nil
}

// mapDisks returns the new disks by the name of their instance. Three things are guesses:
// that the keys of the mapping are names of new instances, the names of disks that are not
// in it, and the errors.
func mapDisks(in *lightsail.CreateInstancesFromSnapshotInput, source types.InstanceSnapshot) (map[string][]types.Disk, error) {
	disks := map[string][]types.Disk{}
	for _, name := range in.InstanceNames {
		for _, old := range source.FromAttachedDisks {
			disks[name] = append(disks[name], types.Disk{
				AttachedTo: aws.String(name),
				Name:       aws.String(name + "-" + *old.Name),
				Path:       old.Path,
				SizeInGb:   old.SizeInGb,
			})
		}
	}
	for _, instanceName := range slices.Sorted(maps.Keys(in.AttachedDiskMapping)) {
		if !slices.Contains(in.InstanceNames, instanceName) {
			return nil, invalidInput("attachedDiskMapping: %s is not in instanceNames", instanceName)
		}
		for _, m := range in.AttachedDiskMapping[instanceName] {
			path := deref(m.OriginalDiskPath)
			n := slices.IndexFunc(disks[instanceName], func(d types.Disk) bool { return *d.Path == path })
			if n < 0 {
				return nil, invalidInput("attachedDiskMapping.%s: no disk of the snapshot has the path %q", instanceName, path)
			}
			var v violations
			if v.resourceName("attachedDiskMapping."+instanceName+".newDiskName", m.NewDiskName); v.err() != nil {
				return nil, v.err()
			}
			disks[instanceName][n].Name = m.NewDiskName
		}
	}
	return disks, nil
}

func (st *state) getInstanceSnapshot(in *lightsail.GetInstanceSnapshotInput) (*lightsail.GetInstanceSnapshotOutput, error) {
	s, err := show[*instanceSnapshot](st, in.InstanceSnapshotName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetInstanceSnapshotOutput{InstanceSnapshot: &s.InstanceSnapshot}, nil
}

func (st *state) getInstanceSnapshots(in *lightsail.GetInstanceSnapshotsInput) (*lightsail.GetInstanceSnapshotsOutput, error) {
	page, next, err := showPage[*instanceSnapshot](st, in)
	return &lightsail.GetInstanceSnapshotsOutput{
		InstanceSnapshots: values(page, func(s *instanceSnapshot) types.InstanceSnapshot { return s.InstanceSnapshot }),
		NextPageToken:     next,
	}, err
}

// deleteInstanceSnapshot also deletes a snapshot that is not available, which is a guess.
func (st *state) deleteInstanceSnapshot(in *lightsail.DeleteInstanceSnapshotInput) (*lightsail.DeleteInstanceSnapshotOutput, error) {
	s, err := find[*instanceSnapshot](st, in.InstanceSnapshotName)
	if err != nil {
		return nil, err
	}
	st.remove(s, string(s.State))
	return &lightsail.DeleteInstanceSnapshotOutput{Operations: st.record(types.OperationTypeDeleteInstanceSnapshot, s)}, nil
}
