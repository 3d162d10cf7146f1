package lightsailtest

import (
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

// A resource is something with a name in a Region, such as a bucket or an instance. The
// names of all resources of a Region differ, whatever their types.
//
// A family of resources declares a struct with an embedded entry and an embedded struct
// of package types, and these two methods. It may modify the struct of package types in
// any way. It replaces the values of its other fields and does not modify what they
// point to: the server restores them if a fault undoes an API operation.
type resource interface {
	// base returns the embedded entry.
	base() *entry

	// kind returns the type of the resource, even of a nil pointer.
	kind() types.ResourceType

	// value returns a pointer to the embedded struct of package types.
	value() any
}

// A stateful resource can be in states that it leaves by itself; see [Lag].
type stateful interface {
	resource

	// setState sets the state, and the reason for it where the resource has a field for
	// one.
	setState(state, reason string)
}

// An entry is what the store knows about a resource.
type entry struct {
	name     string
	location *types.ResourceLocation

	progress
}

func (e *entry) base() *entry { return e }

// put adds r to the Region or replaces the resource of the same name. It sets the fields
// that all resources have, unless they are set. zone is an Availability Zone, or "all"
// for a resource that is in none.
func (st *state) put(r resource, zone string) {
	e, v := r.base(), reflect.ValueOf(r.value()).Elem()
	e.name = nameField(v).Elem().String()
	setField(v, "Arn", "arn:aws:lightsail:"+st.region+":"+accountID+":"+string(r.kind())+"/"+st.uuid())
	setField(v, "CreatedAt", st.now)
	setField(v, "ResourceType", r.kind())
	setField(v, "Tags", []types.Tag{})
	// The form of support codes is a guess.
	setField(v, "SupportCode", accountID+"/"+e.name)
	e.location = &types.ResourceLocation{AvailabilityZone: &zone, RegionName: types.RegionName(st.region)}
	setField(v, "Location", *e.location)
	if f := v.FieldByName("Location"); f.IsValid() {
		e.location = f.Interface().(*types.ResourceLocation)
	}
	st.resources[e.name] = r
}

// setDefaultName sets the name of a resource of type R, if it is not set, to a numbered one
// that is not in use.
func setDefaultName[R resource](st *state, name **string, format string) {
	for n := len(list[R](st)) + 1; *name == nil; n++ {
		if numbered := fmt.Sprintf(format, n); st.resources[numbered] == nil {
			*name = &numbered
		}
	}
}

// nameField returns the field with the name of a resource, which is the zero Value if a
// struct of package types has none.
func nameField(v reflect.Value) reflect.Value {
	if f := v.FieldByName("Name"); f.IsValid() {
		return f
	}
	return v.FieldByName(strings.TrimSuffix(v.Type().Name(), "Summary") + "Name") // for example ContainerServiceName
}

// setField sets a field of a struct to value if it exists and is not set. The type of
// the field is that of value, another type of the same kind, or a pointer to one.
func setField(v reflect.Value, name string, value any) {
	f := v.FieldByName(name)
	if !f.IsValid() || !f.IsZero() {
		return
	}
	t, isPointer := f.Type(), f.Kind() == reflect.Pointer
	if isPointer {
		t = t.Elem()
	}
	converted := reflect.New(t)
	converted.Elem().Set(reflect.ValueOf(value).Convert(t))
	if isPointer {
		f.Set(converted)
	} else {
		f.Set(converted.Elem())
	}
}

// create is put for a resource that an API operation creates, to which a [Lag] applies.
func (st *state) create(r resource, zone string) {
	st.put(r, zone)
	r.base().hidden = st.lag(r, Hidden).Polls
}

// remove removes r and its alarms, or keeps r in the given state while the polls of its
// [Lag] last. If the state is empty, it does not change.
func (st *state) remove(r resource, deleting string) {
	st.deleteAlarms(r)
	e := r.base()
	if e.deleted = st.lag(r, Deleted).Polls; e.deleted <= 0 {
		delete(st.resources, e.name)
		return
	}
	if s, ok := r.(stateful); ok && deleting != "" {
		s.setState(deleting, "")
	}
}

// checkNames returns the error of the service if a resource of the Region has one of
// these names. A name that occurs twice is in use as well, which is a guess.
func (st *state) checkNames(names ...string) error {
	var used []string
	for i, name := range names {
		if st.resources[name] != nil || slices.Contains(names[:i], name) {
			used = append(used, name)
		}
	}
	if len(used) == 0 {
		return nil
	}
	return namesInUse(used...)
}

// find returns the resource of type R with the given name. It returns a
// NotFoundException if there is none, or if it is hidden or being deleted.
func find[R resource](st *state, name *string) (R, error) {
	r, ok := st.resources[deref(name)].(R)
	if !ok || r.base().hidden > 0 || r.base().deleted > 0 {
		var none R
		return none, notFound(none.kind(), deref(name))
	}
	return r, nil
}

// show is find for an API operation that returns the state of the resource. It also
// finds a resource that is being deleted, and the call counts as a poll.
func show[R resource](st *state, name *string) (R, error) {
	r, ok := st.resources[deref(name)].(R)
	if ok {
		st.polled = append(st.polled, r)
		ok = r.base().hidden <= 0
	}
	if !ok {
		var none R
		return none, notFound(none.kind(), deref(name))
	}
	return r, nil
}

// showPage returns the page of the resources of type R to which the PageToken of an
// input refers, sorted by name. The call counts as a poll of each of them. It omits
// hidden ones, so a page can have fewer resources than others.
func showPage[R resource](st *state, in any) (page []R, next *string, err error) {
	shown, next, err := pageOf(st, in, list[R](st), func(r R) string { return r.base().name })
	return visible(st, shown), next, err
}

// showAll is showPage for a list without pages.
func showAll[R resource](st *state) []R { return visible(st, list[R](st)) }

// visible counts a poll of each resource and returns those that are not hidden.
func visible[R resource](st *state, resources []R) []R {
	shown := []R{}
	for _, r := range resources {
		st.polled = append(st.polled, r)
		if r.base().hidden <= 0 {
			shown = append(shown, r)
		}
	}
	return shown
}

// list returns all resources of type R, sorted by name, including those that are hidden
// or being deleted.
func list[R resource](st *state) (all []R) {
	for _, name := range slices.Sorted(maps.Keys(st.resources)) {
		if r, ok := st.resources[name].(R); ok {
			all = append(all, r)
		}
	}
	return all
}

// each returns all resources of type R of all Regions, sorted by Region and name.
func each[R resource](a *account) (all []R) {
	for _, region := range slices.Sorted(maps.Keys(a.regions)) {
		all = append(all, list[R](a.regions[region])...)
	}
	return all
}

// values returns the values of resources for an output.
func values[R resource, T any](resources []R, value func(R) T) []T {
	out := make([]T, 0, len(resources))
	for _, r := range resources {
		out = append(out, value(r))
	}
	return out
}

// save returns a function that restores the resources of the Region and their values.
func (st *state) save() (restore func()) {
	type saved struct{ fields, value reflect.Value }
	resources, content := maps.Clone(st.resources), map[string]saved{}
	for name, r := range resources {
		s := saved{reflect.New(reflect.TypeOf(r).Elem()), reflect.ValueOf(awsjson.Clone(r.value()))}
		s.fields.Elem().Set(reflect.ValueOf(r).Elem())
		content[name] = s
	}
	return func() {
		st.resources = resources
		for name, r := range resources {
			reflect.ValueOf(r).Elem().Set(content[name].fields.Elem())
			reflect.ValueOf(r.value()).Elem().Set(content[name].value.Elem())
		}
	}
}
