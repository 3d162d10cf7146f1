package types

// AddOn describes an optional feature of an instance or disk: daily automatic snapshots, or
// stopping a virtual computer of Lightsail for Research that is idle.
//
// [Disk] lists the add-ons of a disk, and an instance lists its own. EnableAddOn and DisableAddOn
// change them. A virtual computer is an instance whose blueprint has the AppCategory "LfR".
type AddOn struct {
	// Duration is the idle time in minutes after which the virtual computer is stopped. It applies
	// to Lightsail for Research only.
	Duration *string `json:"duration,omitzero"`

	// Name is the name of the add-on, for example "AutoSnapshot".
	Name *string `json:"name,omitzero"`

	// NextSnapshotTimeOfDay is the time of day at which the next automatic snapshot is created, in
	// the same form as SnapshotTimeOfDay.
	NextSnapshotTimeOfDay *string `json:"nextSnapshotTimeOfDay,omitzero"`

	// SnapshotTimeOfDay is the time of day in UTC at which an automatic snapshot is created, as a
	// full hour, for example "06:00". The snapshot is created within 45 minutes after that time.
	SnapshotTimeOfDay *string `json:"snapshotTimeOfDay,omitzero"`

	// Status is the status of the add-on, for example "Enabled".
	Status *string `json:"status,omitzero"`

	// Threshold is the threshold that decides whether the virtual computer is idle. It applies to
	// Lightsail for Research only.
	Threshold *string `json:"threshold,omitzero"`
}

// AddOnRequest enables or changes one add-on of an instance or disk. EnableAddOn takes it, and so
// do the operations that create instances and disks. Add-ons can cost extra.
type AddOnRequest struct {
	// AddOnType selects the add-on. Required.
	AddOnType AddOnType `json:"addOnType,omitzero" required:"true"`

	// AutoSnapshotAddOnRequest configures automatic snapshots. If nil, the service chooses the
	// time.
	AutoSnapshotAddOnRequest *AutoSnapshotAddOnRequest `json:"autoSnapshotAddOnRequest,omitzero"`

	// StopInstanceOnIdleRequest configures the stop of an idle virtual computer. It applies to
	// Lightsail for Research only.
	StopInstanceOnIdleRequest *StopInstanceOnIdleRequest `json:"stopInstanceOnIdleRequest,omitzero"`
}

// AddOnType is the kind of an add-on: "AutoSnapshot" creates a snapshot of an instance or disk
// every day, and "StopInstanceOnIdle" stops a virtual computer of Lightsail for Research that is
// idle.
type AddOnType string

// Values of [AddOnType].
const (
	AddOnTypeAutoSnapshot       AddOnType = "AutoSnapshot"
	AddOnTypeStopInstanceOnIdle AddOnType = "StopInstanceOnIdle"
)

// Values returns the known values of [AddOnType].
func (AddOnType) Values() []AddOnType {
	return []AddOnType{
		AddOnTypeAutoSnapshot,
		AddOnTypeStopInstanceOnIdle,
	}
}

// AutoSnapshotAddOnRequest configures the automatic snapshots of an instance or disk. It is part of
// [AddOnRequest].
//
// There is one snapshot per day. A change of the time is usually effective at once. It is effective
// on the next day only, and today's snapshot keeps its old time, in these cases:
//   - Today's snapshot exists, and the new time is later than the old one.
//   - Today's snapshot does not exist yet, and the new time is earlier than the old one.
//   - Today's snapshot does not exist yet, and the old or the new time is within 30 minutes.
type AutoSnapshotAddOnRequest struct {
	// SnapshotTimeOfDay is the time of day in UTC as a full hour, "00:00" to "23:00". The snapshot
	// is created within 45 minutes after that time. If nil, the service chooses the time.
	SnapshotTimeOfDay *string `json:"snapshotTimeOfDay,omitzero"`
}

// StopInstanceOnIdleRequest configures the stop of an idle virtual computer of Lightsail for
// Research. It is part of [AddOnRequest].
type StopInstanceOnIdleRequest struct {
	// Duration is the idle time in minutes after which the virtual computer is stopped.
	Duration *string `json:"duration,omitzero"`

	// Threshold is the threshold that decides whether the virtual computer is idle. The service's
	// documentation does not state its unit.
	Threshold *string `json:"threshold,omitzero"`
}
