package lightsailtest

import (
	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() { register("CopySnapshot", (*state).copySnapshot) }

// copySnapshot does not copy the tags, which is a guess.
func (st *state) copySnapshot(in *lightsail.CopySnapshotInput) (*lightsail.CopySnapshotOutput, error) {
	var v violations
	v.resourceName("targetSnapshotName", in.TargetSnapshotName)
	v.snapshotSource("sourceSnapshotName", in.SourceSnapshotName,
		"sourceResourceName", in.SourceResourceName, in.RestoreDate, in.UseLatestRestorableAutoSnapshot)
	if err := v.err(); err != nil {
		return nil, err
	}
	source, err := st.copySource(in)
	if err != nil {
		return nil, err
	}
	if err := st.checkNames(*in.TargetSnapshotName); err != nil {
		return nil, err
	}
	var added resource
	switch source := source.(type) {
	case *types.InstanceSnapshot:
		added = st.addInstanceSnapshot(types.InstanceSnapshot{
			FromAttachedDisks:  source.FromAttachedDisks,
			FromBlueprintId:    source.FromBlueprintId,
			FromBundleId:       source.FromBundleId,
			FromInstanceArn:    source.FromInstanceArn,
			FromInstanceName:   source.FromInstanceName,
			IsFromAutoSnapshot: aws.Bool(in.SourceResourceName != nil),
			Name:               in.TargetSnapshotName,
			SizeInGb:           source.SizeInGb,
		})
	case *types.DiskSnapshot:
		added = st.addDiskSnapshot(types.DiskSnapshot{
			FromDiskArn:        source.FromDiskArn,
			FromDiskName:       source.FromDiskName,
			FromInstanceArn:    source.FromInstanceArn,
			FromInstanceName:   source.FromInstanceName,
			IsFromAutoSnapshot: aws.Bool(in.SourceResourceName != nil),
			Name:               in.TargetSnapshotName,
			SizeInGb:           source.SizeInGb,
		})
	}
	// The type and the details are published, although the model lacks this type.
	name := deref(in.SourceSnapshotName) + deref(in.SourceResourceName) // one of them is set
	return &lightsail.CopySnapshotOutput{
		Operations: []types.Operation{st.recordDetails("CopySnapshot", added, string(in.SourceRegion)+":"+name)},
	}, nil
}

// copySource returns a copy of the snapshot that an input selects, a *types.InstanceSnapshot
// or a *types.DiskSnapshot. A Region that the server does not have has no snapshots.
func (st *state) copySource(in *lightsail.CopySnapshotInput) (any, error) {
	from := st.regions[string(in.SourceRegion)]
	switch {
	case from == nil:
		return nil, notFound("snapshot", deref(in.SourceSnapshotName)+deref(in.SourceResourceName))
	case from != st:
		from.begin(st.now, outcome{}) // takes automatic snapshots
	}
	if in.SourceSnapshotName != nil {
		s, err := from.findSnapshot(in.SourceSnapshotName)
		if err != nil {
			return nil, err
		}
		return awsjson.Clone(s.value()), nil
	}
	r, err := from.findExtensible(in.SourceResourceName)
	if err != nil {
		return nil, err
	}
	s, err := findAutoSnapshot(r, in.RestoreDate)
	if err != nil {
		return nil, err
	}
	if _, isDisk := r.(*disk); isDisk {
		return awsjson.Clone(&s.disk), nil
	}
	return awsjson.Clone(&s.instance), nil
}

// findSnapshot is find for a snapshot of an instance or a disk that is to be copied or
// exported. That the service rejects one that is not completed is a guess.
func (st *state) findSnapshot(name *string) (resource, error) {
	r, _ := st.findAny(name)
	state, completed := "", ""
	switch s := r.(type) {
	case *instanceSnapshot:
		state, completed = string(s.State), string(types.InstanceSnapshotStateAvailable)
	case *diskSnapshot:
		state, completed = string(s.State), string(types.DiskSnapshotStateCompleted)
	default:
		return nil, notFound("snapshot", *name)
	}
	if state != completed {
		return nil, operationFailure("The snapshot %s is in the state %s.", *name, state)
	}
	return r, nil
}

// recordDetails is record for one resource, with details of the operation.
func (st *state) recordDetails(operation types.OperationType, r resource, details string) types.Operation {
	added := st.record(operation, r)[0]
	st.records[len(st.records)-1].OperationDetails = &details
	added.OperationDetails = &details
	return added
}
