package lightsailtest

import (
	"regexp"
	"slices"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"

	"github.com/lightsail-go/sdk/lightsail"
	"github.com/lightsail-go/sdk/types"
)

func init() {
	register("DeleteAutoSnapshot", (*state).deleteAutoSnapshot)
	register("DisableAddOn", (*state).disableAddOn)
	register("EnableAddOn", (*state).enableAddOn)
	register("GetAutoSnapshots", (*state).getAutoSnapshots)
}

// Values of the Status of an add-on. AWS CloudFormation documents more of them, such as
// Enabling. A disabled add-on remains in the list of its resource: acceptance tests of the
// Terraform provider expect it.
const (
	addOnEnabled  = "Enabled"
	addOnDisabled = "Disabled"
)

// defaultSnapshotTime is the time of day of automatic snapshots for which a client sets
// none. It is a guess.
const defaultSnapshotTime = "06:00"

// snapshotTime matches the documented form of a time of day, a full hour.
var snapshotTime = regexp.MustCompile(`^([01][0-9]|2[0-3]):00$`)

// maxAutoSnapshots is the number of automatic snapshots that are kept of a resource.
const maxAutoSnapshots = 7

// minSnapshotNotice is the time that the service needs before it creates an automatic
// snapshot at another time of day.
const minSnapshotNotice = 30 * time.Minute

// An extensible resource can have add-ons and automatic snapshots.
type extensible interface {
	resource
	extension() extension
}

// An extension is the part of an extensible resource that this file modifies.
type extension struct {
	addOns    *[]types.AddOn // in the struct of package types
	createdAt time.Time
	auto      *autoSnapshots
}

func (i *instance) extension() extension { return extension{&i.AddOns, i.CreatedAt.UTC(), &i.auto} }
func (d *disk) extension() extension     { return extension{&d.AddOns, d.CreatedAt.UTC(), &d.auto} }

// addOn returns the add-on of the given type, or nil.
func (e extension) addOn(addOnType types.AddOnType) *types.AddOn {
	for n := range *e.addOns {
		if addOn := &(*e.addOns)[n]; deref(addOn.Name) == string(addOnType) {
			return addOn
		}
	}
	return nil
}

// autoSnapshots holds the automatic snapshots of a resource.
type autoSnapshots struct {
	// next is the time of the next snapshot, or zero if the add-on is not enabled.
	next time.Time

	taken []autoSnapshot // oldest first
}

// An autoSnapshot is an automatic snapshot. It has the content of a manual snapshot of an
// instance or a disk.
type autoSnapshot struct {
	at       time.Time
	instance types.InstanceSnapshot
	disk     types.DiskSnapshot
}

// date returns the date that identifies the snapshot.
func (s autoSnapshot) date() string { return s.at.Format(time.DateOnly) }

// schedule sets the time of the next snapshot after the time of day has been set. The
// snapshot of the current day keeps its time if the new one would be earlier, or if
// either is too close.
func (a *autoSnapshots) schedule(now time.Time, timeOfDay string) {
	next := onDay(now, timeOfDay)
	if next.Sub(now) <= minSnapshotNotice {
		next = next.AddDate(0, 0, 1)
	}
	if n := len(a.taken); n > 0 && isSameDay(next, a.taken[n-1].at) {
		next = next.AddDate(0, 0, 1)
	}
	if !a.next.IsZero() {
		isTooLate := a.next.Sub(now) <= minSnapshotNotice
		isEarlier := !isSameDay(next, now) || next.Before(a.next)
		if isTooLate || isSameDay(a.next, now) && isEarlier {
			return
		}
	}
	a.next = next
}

// onDay returns the given time of day, such as "06:00", on the day of t.
func onDay(t time.Time, timeOfDay string) time.Time {
	clock, _ := time.Parse("15:04", timeOfDay) // a test can set any text, which is then 00:00
	return time.Date(t.Year(), t.Month(), t.Day(), clock.Hour(), clock.Minute(), 0, 0, time.UTC)
}

func isSameDay(a, b time.Time) bool { return a.Format(time.DateOnly) == b.Format(time.DateOnly) }

// takeAutoSnapshots takes the automatic snapshots of r that are due. They begin with the
// creation of r, so an instance that a test adds with an add-on has snapshots of earlier
// days. They are taken exactly on time and are complete at once. The service takes up to
// 45 minutes.
func (st *state) takeAutoSnapshots(r resource) {
	x, ok := r.(extensible)
	if !ok {
		return
	}
	e := x.extension()
	addOn := e.addOn(types.AddOnTypeAutoSnapshot)
	if addOn == nil || deref(addOn.Status) != addOnEnabled {
		return
	}
	setDefault(&addOn.SnapshotTimeOfDay, defaultSnapshotTime)
	if e.auto.next.IsZero() {
		e.auto.schedule(e.createdAt, *addOn.SnapshotTimeOfDay)
	}
	if oldest := st.now.AddDate(0, 0, -maxAutoSnapshots); e.auto.next.Before(oldest) {
		e.auto.next = onDay(oldest, *addOn.SnapshotTimeOfDay)
	}
	for !e.auto.next.After(st.now) {
		taken := append(slices.Clone(e.auto.taken), st.autoSnapshot(x, e.auto.next))
		e.auto.taken = taken[max(0, len(taken)-maxAutoSnapshots):]
		e.auto.next = onDay(e.auto.next.AddDate(0, 0, 1), *addOn.SnapshotTimeOfDay)
	}
	addOn.NextSnapshotTimeOfDay = aws.String(e.auto.next.Format("15:04"))
}

func (st *state) autoSnapshot(r extensible, at time.Time) autoSnapshot {
	s := autoSnapshot{at: at}
	switch r := r.(type) {
	case *instance:
		s.instance = st.instanceContent(r)
	case *disk:
		s.disk = r.content()
	}
	return s
}

// checkAddOns returns an error unless a new resource can have the add-ons. blueprintID is
// nil for a disk. Which resources can have an add-on is documented, and the errors are
// guesses.
func (st *state) checkAddOns(addOns []types.AddOnRequest, blueprintID *string) error {
	blueprint, isInstance := st.blueprint(deref(blueprintID))
	for _, a := range addOns {
		switch {
		case a.AddOnType == types.AddOnTypeStopInstanceOnIdle && blueprint.AppCategory != types.AppCategoryLfR:
			return invalidInput("addOnType: only an instance of Lightsail for Research can have %s", a.AddOnType)
		case a.AddOnType == types.AddOnTypeAutoSnapshot && isInstance && blueprint.Platform != types.InstancePlatformLinuxUnix:
			return invalidInput("addOnType: an instance of the platform %s cannot have %s", blueprint.Platform, a.AddOnType)
		}
		if auto := a.AutoSnapshotAddOnRequest; auto != nil && auto.SnapshotTimeOfDay != nil && !snapshotTime.MatchString(*auto.SnapshotTimeOfDay) {
			return invalidInput("autoSnapshotAddOnRequest.snapshotTimeOfDay: must be a full hour, such as 06:00")
		}
	}
	return nil
}

// enableAddOns enables add-ons of resources, or changes those that are enabled. Their
// status is Enabled at once, which is a guess.
func (st *state) enableAddOns(addOns []types.AddOnRequest, resources ...resource) {
	for _, r := range resources {
		e := r.(extensible).extension()
		for _, a := range addOns {
			addOn := e.addOn(a.AddOnType)
			if addOn == nil {
				*e.addOns = append(*e.addOns, types.AddOn{Name: aws.String(string(a.AddOnType))})
				addOn = &(*e.addOns)[len(*e.addOns)-1]
			}
			addOn.Status = aws.String(addOnEnabled)
			if a.AddOnType == types.AddOnTypeStopInstanceOnIdle {
				request := deref(a.StopInstanceOnIdleRequest)
				setUnlessNil(&addOn.Duration, request.Duration)
				setUnlessNil(&addOn.Threshold, request.Threshold)
				continue
			}
			setUnlessNil(&addOn.SnapshotTimeOfDay, deref(a.AutoSnapshotAddOnRequest).SnapshotTimeOfDay)
			setDefault(&addOn.SnapshotTimeOfDay, defaultSnapshotTime)
			e.auto.schedule(st.now, *addOn.SnapshotTimeOfDay)
			addOn.NextSnapshotTimeOfDay = aws.String(e.auto.next.Format("15:04"))
		}
	}
}

// checkForceDelete returns an error if r has enabled add-ons, which are deleted only by
// force. The error is published for an instance.
func checkForceDelete(r extensible, force *bool) error {
	isEnabled := func(a types.AddOn) bool { return deref(a.Status) == addOnEnabled }
	if deref(force) || !slices.ContainsFunc(*r.extension().addOns, isEnabled) {
		return nil
	}
	return invalidInput("You cannot delete the %[1]s %[2]s with addons. "+
		"Specify the forceDeleteAddons parameter to delete the %[1]s and its associated addons.", r.kind(), r.base().name)
}

// findExtensible is find for an instance or a disk. The error for another resource is a
// guess.
func (st *state) findExtensible(name *string) (extensible, error) {
	r, ok := st.resources[*name].(extensible)
	if !ok || r.base().hidden > 0 || r.base().deleted > 0 {
		return nil, notFound("resource", *name)
	}
	return r, nil
}

func (st *state) enableAddOn(in *lightsail.EnableAddOnInput) (*lightsail.EnableAddOnOutput, error) {
	r, err := st.findExtensible(in.ResourceName)
	if err != nil {
		return nil, err
	}
	var blueprintID *string
	if i, ok := r.(*instance); ok {
		blueprintID = i.BlueprintId
	}
	addOns := []types.AddOnRequest{*in.AddOnRequest}
	if err := st.checkAddOns(addOns, blueprintID); err != nil {
		return nil, err
	}
	st.enableAddOns(addOns, r)
	return &lightsail.EnableAddOnOutput{Operations: st.record(types.OperationTypeEnableAddOn, r)}, nil
}

// getAutoSnapshots returns the newest snapshots first, as the published example does.
func (st *state) getAutoSnapshots(in *lightsail.GetAutoSnapshotsInput) (*lightsail.GetAutoSnapshotsOutput, error) {
	r, err := st.findExtensible(in.ResourceName)
	if err != nil {
		return nil, err
	}
	snapshots := []types.AutoSnapshotDetails{}
	for _, s := range slices.Backward(r.extension().auto.taken) {
		disks := []types.AttachedDisk{}
		for _, d := range s.instance.FromAttachedDisks {
			disks = append(disks, types.AttachedDisk{Path: d.Path, SizeInGb: d.SizeInGb})
		}
		snapshots = append(snapshots, types.AutoSnapshotDetails{
			CreatedAt:         aws.Time(s.at),
			Date:              aws.String(s.date()),
			FromAttachedDisks: disks,
			Status:            types.AutoSnapshotStatusSuccess,
		})
	}
	return &lightsail.GetAutoSnapshotsOutput{AutoSnapshots: snapshots, ResourceName: in.ResourceName, ResourceType: r.kind()}, nil
}

// disableAddOn keeps the automatic snapshots and the add-on, whose status becomes
// Disabled. The error for an add-on that is not enabled is a guess.
func (st *state) disableAddOn(in *lightsail.DisableAddOnInput) (*lightsail.DisableAddOnOutput, error) {
	r, err := st.findExtensible(in.ResourceName)
	if err != nil {
		return nil, err
	}
	e := r.extension()
	addOn := e.addOn(in.AddOnType)
	if addOn == nil || deref(addOn.Status) != addOnEnabled {
		return nil, invalidInput("addOnType: %s is not enabled on %s", in.AddOnType, *in.ResourceName)
	}
	addOn.Status, addOn.NextSnapshotTimeOfDay = aws.String(addOnDisabled), nil
	if in.AddOnType == types.AddOnTypeAutoSnapshot {
		e.auto.next = time.Time{}
	}
	return &lightsail.DisableAddOnOutput{Operations: st.record(types.OperationTypeDisableAddOn, r)}, nil
}

func (st *state) deleteAutoSnapshot(in *lightsail.DeleteAutoSnapshotInput) (*lightsail.DeleteAutoSnapshotOutput, error) {
	var v violations
	if v.date("date", in.Date); v.err() != nil {
		return nil, v.err()
	}
	r, err := st.findExtensible(in.ResourceName)
	if err != nil {
		return nil, err
	}
	s, err := findAutoSnapshot(r, in.Date)
	if err != nil {
		return nil, err
	}
	auto := r.extension().auto
	auto.taken = slices.DeleteFunc(slices.Clone(auto.taken), func(other autoSnapshot) bool { return other.at.Equal(s.at) })

	// The type and the details are published, although the model lacks this type.
	operations := st.record("DeleteAutoSnapshot", r)
	details := aws.String("DeleteAutoSnapshot-" + *in.Date)
	operations[0].OperationDetails = details
	st.records[len(st.records)-1].OperationDetails = details
	return &lightsail.DeleteAutoSnapshotOutput{Operations: operations}, nil
}

// findAutoSnapshot returns the automatic snapshot of a date, or the latest one if date is
// nil. The error if there is none is a guess.
func findAutoSnapshot(r extensible, date *string) (autoSnapshot, error) {
	for _, s := range slices.Backward(r.extension().auto.taken) {
		if date == nil || s.date() == *date {
			return s, nil
		}
	}
	return autoSnapshot{}, notFound("automatic snapshot", r.base().name+" "+deref(date))
}

// date checks a member that has a date.
func (v *violations) date(member string, date *string) {
	if date != nil {
		_, err := time.Parse(time.DateOnly, *date)
		v.check(err == nil, member, "must have the form YYYY-MM-DD")
	}
}

// snapshotSource checks the members that select the source of a restore: either a manual
// snapshot, or the resource of an automatic snapshot with a date or with latest. That all
// of them exclude one another is documented. The errors are guesses.
func (v *violations) snapshotSource(member string, manual *string, resourceMember string, resourceName, date *string, latest *bool) {
	v.check((manual != nil) != (resourceName != nil), member, "either this member or %s must be set", resourceMember)
	if resourceName == nil {
		v.check(date == nil, "restoreDate", "must not be set without %s", resourceMember)
		v.check(!deref(latest), "useLatestRestorableAutoSnapshot", "must not be set without %s", resourceMember)
		return
	}
	v.check((date != nil) != deref(latest), "restoreDate", "either this member or useLatestRestorableAutoSnapshot must be set")
	v.date("restoreDate", date)
}
