package lightsailtest

import (
	"strings"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("CreateCloudFormationStack", (*state).createCloudFormationStack)
	register("ExportSnapshot", (*state).exportSnapshot)
	register("GetCloudFormationStackRecords", (*state).getCloudFormationStackRecords)
	register("GetExportSnapshotRecords", (*state).getExportSnapshotRecords)

	registerPut("cloudFormationStackRecords", (*state).putStackRecord)
	registerPut("exportSnapshotRecords", (*state).putExportRecord)
}

// An exportRecord is the record of an export of a snapshot to Amazon EC2. The server
// creates nothing there.
type exportRecord struct {
	entry
	types.ExportSnapshotRecord
}

func (*exportRecord) kind() types.ResourceType { return types.ResourceTypeExportSnapshotRecord }

func (r *exportRecord) value() any { return &r.ExportSnapshotRecord }

// setState ignores the reason, for which a record has no field.
func (r *exportRecord) setState(state, _ string) { r.State = types.RecordState(state) }

// A stackRecord is the record of a stack of AWS CloudFormation that creates an instance in
// Amazon EC2. The server creates neither.
type stackRecord struct {
	entry
	types.CloudFormationStackRecord
}

func (*stackRecord) kind() types.ResourceType { return types.ResourceTypeCloudFormationStackRecord }

func (r *stackRecord) value() any { return &r.CloudFormationStackRecord }

// setState ignores the reason, for which a record has no field.
func (r *stackRecord) setState(state, _ string) { r.State = types.RecordState(state) }

// newExportRecord returns a record with default values for the fields of r that are not
// set.
func (st *state) newExportRecord(r types.ExportSnapshotRecord) *exportRecord {
	setDefault(&r.Name, "ExportSnapshotRecord-"+st.uuid())
	if r.State == "" {
		r.State = types.RecordStateSucceeded
	}
	setDefault(&r.SourceInfo, types.ExportSnapshotRecordSourceInfo{ResourceType: types.ExportSnapshotRecordSourceTypeInstanceSnapshot})
	// The destination of a disk is a guess. It is documented to become a volume.
	id, service := "ami-0", "Aws::EC2::Image"
	if r.SourceInfo.ResourceType == types.ExportSnapshotRecordSourceTypeDiskSnapshot {
		id, service = "vol-0", "Aws::EC2::Volume"
	}
	setDefault(&r.DestinationInfo, types.DestinationInfo{Id: aws.String(id + st.randomString(16, hexDigits)), Service: &service})
	return &exportRecord{ExportSnapshotRecord: r}
}

func (st *state) putExportRecord(r types.ExportSnapshotRecord) { st.put(st.newExportRecord(r), "all") }

// newStackRecord returns a record with default values for the fields of r that are not
// set.
func (st *state) newStackRecord(r types.CloudFormationStackRecord) *stackRecord {
	const prefix = "CloudFormationStackRecord-"
	setDefault(&r.Name, prefix+st.uuid())
	if r.State == "" {
		r.State = types.RecordStateSucceeded
	}
	stack := "Lightsail-Stack-" + strings.TrimPrefix(*r.Name, prefix) + "/" + st.uuid()
	setDefault(&r.DestinationInfo, types.DestinationInfo{
		Id:      aws.String("arn:aws:cloudformation:" + st.region + ":" + accountID + ":stack/" + stack),
		Service: aws.String("Aws::CloudFormation::Stack"),
	})
	return &stackRecord{CloudFormationStackRecord: r}
}

func (st *state) putStackRecord(r types.CloudFormationStackRecord) {
	st.put(st.newStackRecord(r), "all")
}

// exportSnapshot returns records of the export and of the snapshot, which is a guess, as is
// the operation type, which the model lacks.
func (st *state) exportSnapshot(in *lightsail.ExportSnapshotInput) (*lightsail.ExportSnapshotOutput, error) {
	s, err := st.findSnapshot(in.SourceSnapshotName)
	if err != nil {
		return nil, err
	}
	info := exportedSnapshot(s)
	r := st.newExportRecord(types.ExportSnapshotRecord{SourceInfo: &info})
	st.create(r, "all")
	st.enter(r, string(types.RecordStateStarted), string(types.RecordStateSucceeded))
	return &lightsail.ExportSnapshotOutput{Operations: st.record("ExportSnapshot", r, s)}, nil
}

// exportedSnapshot describes a snapshot. The path of the system disk is published.
func exportedSnapshot(r resource) types.ExportSnapshotRecordSourceInfo {
	switch s := r.(type) {
	case *instanceSnapshot:
		system := types.DiskInfo{IsSystemDisk: aws.Bool(true), Path: aws.String("/dev/sda1"), SizeInGb: s.SizeInGb}
		disks := []types.DiskInfo{system}
		for _, d := range s.FromAttachedDisks {
			disks = append(disks, types.DiskInfo{IsSystemDisk: aws.Bool(false), Name: d.Name, Path: d.Path, SizeInGb: d.SizeInGb})
		}
		return clone(types.ExportSnapshotRecordSourceInfo{
			Arn:              s.Arn,
			CreatedAt:        s.CreatedAt,
			FromResourceArn:  s.FromInstanceArn,
			FromResourceName: s.FromInstanceName,
			InstanceSnapshotInfo: &types.InstanceSnapshotInfo{
				FromBlueprintId: s.FromBlueprintId, FromBundleId: s.FromBundleId, FromDiskInfo: disks,
			},
			Name:         s.Name,
			ResourceType: types.ExportSnapshotRecordSourceTypeInstanceSnapshot,
		})
	case *diskSnapshot:
		info := types.ExportSnapshotRecordSourceInfo{
			Arn:              s.Arn,
			CreatedAt:        s.CreatedAt,
			DiskSnapshotInfo: &types.DiskSnapshotInfo{SizeInGb: s.SizeInGb},
			FromResourceArn:  s.FromDiskArn,
			FromResourceName: s.FromDiskName,
			Name:             s.Name,
			ResourceType:     types.ExportSnapshotRecordSourceTypeDiskSnapshot,
		}
		if s.FromInstanceName != nil { // a snapshot of a system disk
			info.FromResourceArn, info.FromResourceName = s.FromInstanceArn, s.FromInstanceName
		}
		return clone(info)
	}
	return types.ExportSnapshotRecordSourceInfo{}
}

func (st *state) getExportSnapshotRecords(in *lightsail.GetExportSnapshotRecordsInput) (*lightsail.GetExportSnapshotRecordsOutput, error) {
	page, next, err := showPage[*exportRecord](st, in)
	return &lightsail.GetExportSnapshotRecordsOutput{
		ExportSnapshotRecords: values(page, func(r *exportRecord) types.ExportSnapshotRecord { return r.ExportSnapshotRecord }),
		NextPageToken:         next,
	}, err
}

// createCloudFormationStack ignores UserData. One entry is documented to be the maximum.
// That the export must have succeeded, that it must be one of an instance, that a second
// stack must wait for the first one, and the operation type, which the model lacks, are
// guesses.
func (st *state) createCloudFormationStack(in *lightsail.CreateCloudFormationStackInput) (*lightsail.CreateCloudFormationStackOutput, error) {
	var v violations
	if v.check(len(in.Instances) == 1, "instances", "must have one item"); v.err() != nil {
		return nil, v.err()
	}
	wanted := in.Instances[0]
	if err := st.checkZone(*wanted.AvailabilityZone); err != nil {
		return nil, err
	}
	source, err := find[*exportRecord](st, wanted.SourceName)
	if err != nil {
		return nil, err
	}
	if source.SourceInfo.ResourceType != types.ExportSnapshotRecordSourceTypeInstanceSnapshot {
		return nil, invalidInput("sourceName: %s is not an export of an instance snapshot", source.name)
	}
	if source.State != types.RecordStateSucceeded {
		return nil, operationFailure("The export %s is in the state %s.", source.name, source.State)
	}
	for _, r := range list[*stackRecord](st) {
		if r.State == types.RecordStateStarted && len(r.SourceInfo) > 0 && deref(r.SourceInfo[0].Name) == source.name {
			return nil, operationFailure("The stack of %s is not yet created from %s.", r.name, source.name)
		}
	}
	r := st.newStackRecord(types.CloudFormationStackRecord{SourceInfo: []types.CloudFormationStackRecordSourceInfo{{
		Arn:          source.Arn,
		Name:         source.Name,
		ResourceType: types.CloudFormationStackRecordSourceTypeExportSnapshotRecord,
	}}})
	st.create(r, "all")
	st.enter(r, string(types.RecordStateStarted), string(types.RecordStateSucceeded))
	return &lightsail.CreateCloudFormationStackOutput{Operations: st.record("CreateCloudFormationStack", r)}, nil
}

func (st *state) getCloudFormationStackRecords(in *lightsail.GetCloudFormationStackRecordsInput) (*lightsail.GetCloudFormationStackRecordsOutput, error) {
	page, next, err := showPage[*stackRecord](st, in)
	return &lightsail.GetCloudFormationStackRecordsOutput{
		CloudFormationStackRecords: values(page, func(r *stackRecord) types.CloudFormationStackRecord { return r.CloudFormationStackRecord }),
		NextPageToken:              next,
	}, err
}
