package lightsailtest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"
)

// A walker visits a JSON value along with the Go type that it represents.
type walker struct {
	// unknown is called with the path of each member that the type does not have.
	unknown func(path string)

	// scalar is called with each string, number and boolean, and returns a value to
	// replace it. isRequired reports whether it is a required member.
	scalar func(path string, t reflect.Type, isRequired bool, value any) any
}

// parse decodes JSON text and keeps the spelling of numbers.
func parse(text []byte) (value any, err error) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	err = d.Decode(&value)
	return value, err
}

// walk visits value, which has the type t, and returns it with replacements. It modifies
// objects and lists.
func (w *walker) walk(t reflect.Type, value any) any { return w.visit("", t, false, value) }

func (w *walker) visit(path string, t reflect.Type, isRequired bool, value any) any {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	switch value := value.(type) {
	case nil:
		return nil
	case map[string]any:
		fields := membersOf(t)
		for _, name := range slices.Sorted(maps.Keys(value)) {
			switch field, known := fields[name]; {
			case t.Kind() == reflect.Map:
				value[name] = w.visit(fmt.Sprintf("%s[%q]", path, name), t.Elem(), false, value[name])
			case known:
				required := field.Tag.Get("required") == "true"
				value[name] = w.visit(strings.TrimPrefix(path+"."+name, "."), field.Type, required, value[name])
			default:
				w.unknown(strings.TrimPrefix(path+"."+name, "."))
			}
		}
		return value
	case []any:
		if t.Kind() != reflect.Slice {
			return value
		}
		for i := range value {
			value[i] = w.visit(fmt.Sprintf("%s[%d]", path, i), t.Elem(), false, value[i])
		}
		return value
	default:
		return w.scalar(path, t, isRequired, value)
	}
}

// membersOf returns the fields of a struct type by the names of their JSON members.
func membersOf(t reflect.Type) map[string]reflect.StructField {
	if t.Kind() != reflect.Struct || t == reflect.TypeFor[time.Time]() {
		return nil
	}
	if members, ok := memberCache.Load(t); ok {
		return members.(map[string]reflect.StructField)
	}
	members := map[string]reflect.StructField{}
	for i := range t.NumField() {
		if name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ","); name != "" && name != "-" {
			members[name] = t.Field(i)
		}
	}
	memberCache.Store(t, members)
	return members
}

var memberCache sync.Map // reflect.Type to map[string]reflect.StructField

// unmodeledValues holds values of enum types that the service accepts although its model
// lacks them.
var unmodeledValues = map[reflect.Type][]string{}

// enumValues returns the known values of an enum type, or nil for any other type.
func enumValues(t reflect.Type) (known []string) {
	method, ok := t.MethodByName("Values")
	if t.Kind() != reflect.String || !ok {
		return nil
	}
	all := method.Func.Call([]reflect.Value{reflect.Zero(t)})[0]
	for i := range all.Len() {
		known = append(known, all.Index(i).String())
	}
	return append(known, unmodeledValues[t]...)
}
