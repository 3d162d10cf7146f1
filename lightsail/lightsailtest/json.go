package lightsailtest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/lightsail-go/sdk/types"
)

// A putter puts what one member of an output holds into a server.
type putter struct {
	value reflect.Type
	put   func(st *state, value any)
}

// putters holds the putters by the name of their member.
var putters = map[string]putter{}

// registerPut makes [Server.PutJSON] accept a member of outputs of the service. If T is
// a struct, put is called for the value of the member, or for each item of its list. If T
// is a slice, put is called for the whole list. The file of each family of resources
// registers its own members.
func registerPut[T any](member string, put func(st *state, value T)) {
	putters[member] = putter{reflect.TypeFor[T](), func(st *state, value any) { put(st, value.(T)) }}
}

// metadata holds the members of outputs, as clients print them, that PutJSON ignores.
var metadata = []string{
	"nextPageToken",
	"NextToken",        // AWS CLI
	"ResponseMetadata", // boto3
	"ResultMetadata",   // AWS SDK for Go
	"$metadata",        // AWS SDK for JavaScript
}

// PutJSON adds resources in the form in which clients print the outputs of the service:
//
//	{"buckets": [{"name": "photos", "tags": [{"key": "team", "value": "web"}]}, {"name": "logs"}]}
//
// The document is one object with any of the members of outputs that hold what the server
// stores. For resources, these are the members of the outputs that list them, such as
// buckets, instances, and staticIps. A resource replaces one with the same name, and fields
// that are not set get default values, as described at PutBuckets and PutInstances. The
// name of a member can be in the singular, as in the output of GetInstance, whose value is
// one resource. A resource is added to the Region of its location, or to the first Region
// if it has no location or the server does not have its Region.
//
// Other members are accountLevelBpaSync, as in [Server.SetAccountLevelBpaSync],
// accessDetails, as in [Server.PutAccessDetails], partner and profileType of GetProfile, and
// blueprints and bundles, which replace the catalog of instances, as in [WithBlueprints]
// and [WithBundles].
//
// PutJSON accepts what the AWS CLI, boto3, and the AWS SDKs for JavaScript and Go print as
// JSON. The case of member names does not matter. A time is a number of seconds since 1970
// or a string, such as "2026-07-01T12:00:00Z" or Python's "2026-07-01 12:00:00+00:00". Page
// tokens and the metadata of responses are ignored.
//
// Errors are unknown members, members that occur twice, values of a wrong type, and two
// resources of one name in a Region. They name the path of the member. PutJSON does not
// validate resources otherwise. If it returns an error, it has not changed the server.
func (s *Server) PutJSON(document []byte) error {
	// The reader of tokens below expects valid JSON.
	err := json.Unmarshal(document, new(json.RawMessage))
	if syntax := (*json.SyntaxError)(nil); errors.As(err, &syntax) {
		err = fmt.Errorf("invalid JSON at byte %d: %w", syntax.Offset, err)
	}
	if err != nil {
		return err
	}
	d := documentReader{account: s.account, names: map[nameInRegion]bool{}}
	if err := d.read(document); err != nil {
		return err
	}
	s.lock(func(*state) {
		for _, put := range d.puts {
			put()
		}
	})
	return nil
}

// A documentReader reads a document of PutJSON.
type documentReader struct {
	account *account
	names   map[nameInRegion]bool
	puts    []func() // add what has been read to the server
}

type nameInRegion struct{ region, name string }

func (d *documentReader) read(document []byte) error {
	r := newJSONReader(document)
	if token, err := r.Token(); err != nil || token != json.Delim('{') {
		return errors.New("the document must be a JSON object")
	}
	return r.object("", memberOfDocument, func(path, member string) error {
		var text json.RawMessage
		if err := r.Decode(&text); err != nil {
			return err
		}
		p, ok := putters[member]
		if !ok {
			return nil
		}
		t, isList := p.value, text[0] == '[' && p.value.Kind() == reflect.Struct
		if isList {
			t = reflect.SliceOf(t)
		}
		v := reflect.New(t).Elem()
		if err := newJSONReader(text).value(path, v); err != nil || bytes.Equal(text, []byte("null")) {
			return err
		}
		if !isList {
			return d.add(path, p, v)
		}
		for i := range v.Len() {
			if err := d.add(fmt.Sprintf("%s[%d]", path, i), p, v.Index(i)); err != nil {
				return err
			}
		}
		return nil
	})
}

// memberOfDocument returns the member of putters or metadata that has the given name.
func memberOfDocument(name string) (member string, err error) {
	known := slices.Sorted(maps.Keys(putters))
	for _, member := range slices.Concat(known, metadata) {
		if strings.EqualFold(name, member) || strings.EqualFold(name+"s", member) {
			return member, nil
		}
	}
	return "", fmt.Errorf("unknown member, want one of %s", strings.Join(known, ", "))
}

// add prepares to put v. It returns an error if v is a resource whose name another
// resource of the document has in the same Region.
func (d *documentReader) add(path string, p putter, v reflect.Value) error {
	st := d.account.home()
	if v.Kind() == reflect.Struct {
		st = d.account.regionOf(v)
		if name := nameField(v); name.IsValid() && !name.IsZero() {
			key := nameInRegion{st.region, name.Elem().String()}
			if d.names[key] {
				return fmt.Errorf("%s: duplicate name %q", path, key.name)
			}
			d.names[key] = true
		}
	}
	d.puts = append(d.puts, func() { p.put(st, v.Interface()) })
	return nil
}

// regionOf returns the state of the Region in which a struct of package types is located.
// If it has no location, or the server does not have the Region, that is the first Region.
func (a *account) regionOf(v reflect.Value) *state {
	field := v.FieldByName("Location")
	if !field.IsValid() || field.IsZero() {
		return a.home()
	}
	region := string(field.Interface().(*types.ResourceLocation).RegionName)
	if region == "global" {
		region = globalRegion
	}
	if st := a.regions[region]; st != nil {
		return st
	}
	return a.home()
}
