package lightsailtest

import (
	"slices"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateDiskSnapshot", (*state).createDiskSnapshot)
	register("DeleteDiskSnapshot", (*state).deleteDiskSnapshot)
	register("GetDiskSnapshot", (*state).getDiskSnapshot)
	register("GetDiskSnapshots", (*state).getDiskSnapshots)

	registerPut("diskSnapshots", (*state).putDiskSnapshot)
}

// A diskSnapshot is a manual snapshot of a disk or of the system disk of an instance.
type diskSnapshot struct {
	entry
	types.DiskSnapshot
}

func (*diskSnapshot) kind() types.ResourceType { return types.ResourceTypeDiskSnapshot }

func (s *diskSnapshot) value() any { return &s.DiskSnapshot }

// setState ignores the reason, for which a snapshot has no field. The progress of a
// snapshot that is not completed is a guess.
func (s *diskSnapshot) setState(state, _ string) {
	s.State, s.Progress = types.DiskSnapshotState(state), aws.String("0%")
	if s.State == types.DiskSnapshotStateCompleted {
		s.Progress = aws.String("100%")
	}
}

// putDiskSnapshot adds a snapshot with default values for the fields of s that are not
// set.
func (st *state) putDiskSnapshot(s types.DiskSnapshot) {
	setDefaultName[*diskSnapshot](st, &s.Name, "disk-snapshot-%d")
	setDefault(&s.IsFromAutoSnapshot, false)
	setDefault(&s.SizeInGb, 8)
	added := &diskSnapshot{DiskSnapshot: s}
	st.put(added, "all")
	if s.State == "" {
		added.setState(string(types.DiskSnapshotStateCompleted), "")
	}
}

// content returns the fields of a snapshot that describe the disk.
func (d *disk) content() types.DiskSnapshot {
	return clone(types.DiskSnapshot{FromDiskArn: d.Arn, FromDiskName: &d.name, SizeInGb: d.SizeInGb})
}

// systemDiskContent returns the fields of a snapshot that describe the system disk.
func (i *instance) systemDiskContent() types.DiskSnapshot {
	return clone(types.DiskSnapshot{FromInstanceArn: i.Arn, FromInstanceName: &i.name, SizeInGb: i.systemDiskSize()})
}

// systemDiskSize returns the size of the system disk in GB. It is 0 for an instance of a
// test that has none.
func (i *instance) systemDiskSize() *int32 {
	if n := slices.IndexFunc(i.Hardware.Disks, func(d types.Disk) bool { return deref(d.IsSystemDisk) }); n >= 0 {
		return i.Hardware.Disks[n].SizeInGb
	}
	return aws.Int32(0)
}

func (st *state) createDiskSnapshot(in *lightsail.CreateDiskSnapshotInput) (*lightsail.CreateDiskSnapshotOutput, error) {
	var v violations
	v.resourceName("diskSnapshotName", in.DiskSnapshotName)
	// That the service rejects an input with both or with neither is a guess.
	v.check((in.DiskName != nil) != (in.InstanceName != nil), "diskName", "either this member or instanceName must be set")
	v.tags(in.Tags)
	if err := v.err(); err != nil {
		return nil, err
	}
	var source resource
	var content types.DiskSnapshot
	if in.DiskName != nil {
		d, err := find[*disk](st, in.DiskName)
		if err != nil {
			return nil, err
		}
		if d.State != types.DiskStateAvailable && d.State != types.DiskStateInUse {
			// That the service returns this error is a guess.
			return nil, operationFailure("The disk %s is in the state %s.", d.name, d.State)
		}
		source, content = d, d.content()
	} else {
		i, err := st.findSource(in.InstanceName)
		if err != nil {
			return nil, err
		}
		source, content = i, i.systemDiskContent()
	}
	if err := st.checkNames(*in.DiskSnapshotName); err != nil {
		return nil, err
	}
	content.Name, content.Tags = in.DiskSnapshotName, mergeTags(nil, in.Tags)
	s := st.addDiskSnapshot(content)
	return &lightsail.CreateDiskSnapshotOutput{Operations: st.record(types.OperationTypeCreateDiskSnapshot, s, source)}, nil
}

// addDiskSnapshot creates a snapshot that is pending and then completed.
func (st *state) addDiskSnapshot(content types.DiskSnapshot) *diskSnapshot {
	s := &diskSnapshot{DiskSnapshot: content}
	setDefault(&s.IsFromAutoSnapshot, false)
	st.create(s, "all")
	st.enter(s, string(types.DiskSnapshotStatePending), string(types.DiskSnapshotStateCompleted))
	return s
}

// diskSource returns the content of the snapshot that an input selects.
func (st *state) diskSource(in *lightsail.CreateDiskFromSnapshotInput) (types.DiskSnapshot, error) {
	var v violations
	v.snapshotSource("diskSnapshotName", in.DiskSnapshotName,
		"sourceDiskName", in.SourceDiskName, in.RestoreDate, in.UseLatestRestorableAutoSnapshot)
	if err := v.err(); err != nil {
		return types.DiskSnapshot{}, err
	}
	if in.SourceDiskName != nil {
		d, err := find[*disk](st, in.SourceDiskName)
		if err != nil {
			return types.DiskSnapshot{}, err
		}
		s, err := findAutoSnapshot(d, in.RestoreDate)
		return s.disk, err
	}
	s, err := find[*diskSnapshot](st, in.DiskSnapshotName)
	if err != nil {
		return types.DiskSnapshot{}, err
	}
	if s.State != types.DiskSnapshotStateCompleted {
		// That the service returns this error is a guess.
		return types.DiskSnapshot{}, operationFailure("The disk snapshot %s is in the state %s.", s.name, s.State)
	}
	return s.DiskSnapshot, nil
}

func (st *state) getDiskSnapshot(in *lightsail.GetDiskSnapshotInput) (*lightsail.GetDiskSnapshotOutput, error) {
	s, err := show[*diskSnapshot](st, in.DiskSnapshotName)
	if err != nil {
		return nil, err
	}
	return &lightsail.GetDiskSnapshotOutput{DiskSnapshot: &s.DiskSnapshot}, nil
}

func (st *state) getDiskSnapshots(in *lightsail.GetDiskSnapshotsInput) (*lightsail.GetDiskSnapshotsOutput, error) {
	page, next, err := showPage[*diskSnapshot](st, in)
	return &lightsail.GetDiskSnapshotsOutput{
		DiskSnapshots: values(page, func(s *diskSnapshot) types.DiskSnapshot { return s.DiskSnapshot }),
		NextPageToken: next,
	}, err
}

// deleteDiskSnapshot also deletes a snapshot that is not completed, which is a guess.
func (st *state) deleteDiskSnapshot(in *lightsail.DeleteDiskSnapshotInput) (*lightsail.DeleteDiskSnapshotOutput, error) {
	s, err := find[*diskSnapshot](st, in.DiskSnapshotName)
	if err != nil {
		return nil, err
	}
	st.remove(s, string(s.State))
	return &lightsail.DeleteDiskSnapshotOutput{Operations: st.record(types.OperationTypeDeleteDiskSnapshot, s)}, nil
}
