package awsjson_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
)

// random generates struct types and values of them.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 0))} }

// structType returns a struct type with fields of every kind, except for timestamps,
// which encoding/json writes in another form.
func (r random) structType(depth int) reflect.Type {
	var fields []reflect.StructField
	for i := range 1 + r.IntN(8) {
		name := fmt.Sprintf("%c%d", 'a'+r.IntN(26), i) // not in alphabetical order
		omitzero := ",omitzero"
		var typ reflect.Type
		switch n := r.IntN(10); {
		case n < 2:
			typ = reflect.PointerTo(r.scalarType())
		case n < 4:
			if typ = r.scalarType(); typ.Kind() != reflect.String && r.IntN(2) == 0 {
				omitzero = ""
			}
		case n < 6 && depth > 0:
			typ = reflect.PointerTo(r.structType(depth - 1))
		case n < 8:
			typ = reflect.SliceOf(r.elemType(depth - 1))
		default:
			typ = r.mapType(depth - 1)
		}
		tag := `json:"` + name + omitzero + `"`
		if r.IntN(3) == 0 {
			tag += ` required:"true"`
		}
		if r.IntN(4) == 0 {
			tag += ` sensitive:"true"`
		}
		fields = append(fields, reflect.StructField{Name: "F" + strconv.Itoa(i), Type: typ, Tag: reflect.StructTag(tag)})
	}
	return reflect.StructOf(fields)
}

func (r random) scalarType() reflect.Type {
	types := []reflect.Type{
		reflect.TypeFor[string](), reflect.TypeFor[color](), reflect.TypeFor[bool](), reflect.TypeFor[int32](), reflect.TypeFor[number](),
		reflect.TypeFor[int64](), reflect.TypeFor[float32](), reflect.TypeFor[float64](),
	}
	return types[r.IntN(len(types))]
}

func (r random) mapType(depth int) reflect.Type {
	keys := []reflect.Type{reflect.TypeFor[string](), reflect.TypeFor[label]()}
	return reflect.MapOf(keys[r.IntN(2)], r.elemType(depth))
}

func (r random) elemType(depth int) reflect.Type {
	switch n := r.IntN(6); {
	case depth <= 0 || n < 2:
		return r.scalarType()
	case n < 4:
		return r.structType(depth - 1)
	case n < 5:
		return reflect.SliceOf(r.elemType(depth - 1))
	}
	return r.mapType(depth - 1)
}

// fill sets v to a random value. Lists and maps inside of others are not nil, since
// encoding/json writes null for them.
func (r random) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	case reflect.Int32, reflect.Int64:
		v.SetInt([]int64{0, 1, -1, int64(int32(r.Uint64())), -1 << 31}[r.IntN(5)])
	case reflect.Float32:
		v.SetFloat(float64([]float32{0, 1.5, 1e-7, 3e38, float32(r.NormFloat64())}[r.IntN(5)]))
	case reflect.Float64:
		v.SetFloat([]float64{0, 1e21, 1e-300, -2, r.NormFloat64()}[r.IntN(5)])
	case reflect.String:
		v.SetString(r.text())
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.fill(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), r.IntN(4), 4))
		for i := range v.Len() {
			r.fill(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range r.IntN(12) {
			elem := reflect.New(v.Type().Elem()).Elem()
			r.fill(elem)
			v.SetMapIndex(reflect.ValueOf(r.text()).Convert(v.Type().Key()), elem)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if r.IntN(4) > 0 {
				r.fill(v.Field(i))
			}
		}
	}
}

func (r random) text() string {
	parts := []string{"", "a", "web", "<&>", "\"\\\n\x00", "\u00e9\u2028\U0001f600", "a string of more than eight bytes"}
	return parts[r.IntN(len(parts))] + parts[r.IntN(len(parts))]
}

// testRandom compares the codec with encoding/json and with models of Missing and Mask.
func testRandom(t *testing.T, typeSeed, valueSeed uint64) {
	typ := newRandom(typeSeed).structType(4)
	v := reflect.New(typ)
	newRandom(valueSeed).fill(v.Elem())
	in := v.Interface()

	ours, err := awsjson.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	theirs, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(decodeAny(t, theirs), decodeAny(t, ours)); diff != "" {
		t.Fatalf("Marshal and encoding/json differ: %s", diff)
	}
	for name, text := range map[string][]byte{"own encoding": ours, "encoding of encoding/json": theirs} {
		got := reflect.New(typ)
		if err := awsjson.Unmarshal(t.Context(), text, got.Interface()); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !reflect.DeepEqual(in, got.Interface()) {
			t.Fatalf("%s: Unmarshal changed the value: %s", name, cmp.Diff(in, got.Interface()))
		}
	}
	if clone := awsjson.Clone(in); !reflect.DeepEqual(in, clone) {
		t.Fatalf("Clone changed the value: %s", cmp.Diff(in, clone))
	}
	// encoding/json keeps the order of fields, Missing has the order of wire names.
	want, got := missingModel(v, ""), awsjson.Missing(in)
	slices.Sort(want)
	slices.Sort(got)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("Missing: %s", diff)
	}
	masked, err := awsjson.Mask(ours, in, `"*"`)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(maskModel(typ, decodeAny(t, ours)), decodeAny(t, masked)); diff != "" {
		t.Fatalf("Mask: %s", diff)
	}
}

func missingModel(v reflect.Value, path string) (paths []string) {
	switch v.Kind() {
	case reflect.Pointer:
		return missingModel(v.Elem(), path)
	case reflect.Struct:
		for i := range v.NumField() {
			field, info := v.Field(i), v.Type().Field(i)
			name := path + "." + info.Name
			if path == "" {
				name = info.Name
			}
			switch field.Kind() {
			case reflect.Pointer, reflect.Slice, reflect.Map, reflect.String:
				if !field.IsZero() {
					paths = append(paths, missingModel(field, name)...)
				} else if info.Tag.Get("required") != "" {
					paths = append(paths, name)
				}
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			paths = append(paths, missingModel(v.Index(i), fmt.Sprintf("%s[%d]", path, i))...)
		}
	case reflect.Map:
		for r := v.MapRange(); r.Next(); {
			paths = append(paths, missingModel(r.Value(), fmt.Sprintf("%s[%q]", path, r.Key().String()))...)
		}
	}
	return paths
}

func maskModel(typ reflect.Type, v any) any {
	switch typ.Kind() {
	case reflect.Pointer:
		return maskModel(typ.Elem(), v)
	case reflect.Struct:
		members := v.(map[string]any)
		for i := range typ.NumField() {
			field := typ.Field(i)
			name := field.Tag.Get("json")
			if len(name) > 2 {
				name = name[:2] // without omitzero
			}
			if value, ok := members[name]; ok {
				if members[name] = "*"; field.Tag.Get("sensitive") == "" {
					members[name] = maskModel(field.Type, value)
				}
			}
		}
	case reflect.Slice:
		list := v.([]any)
		for i := range list {
			list[i] = maskModel(typ.Elem(), list[i])
		}
	case reflect.Map:
		entries := v.(map[string]any)
		for key, value := range entries {
			entries[key] = maskModel(typ.Elem(), value)
		}
	}
	return v
}

func TestRandomTypes(t *testing.T) {
	for seed := range uint64(80) {
		for value := range uint64(4) {
			testRandom(t, seed, seed*1000+value)
			if t.Failed() {
				t.Fatalf("seeds %d, %d", seed, seed*1000+value)
			}
		}
	}
}

func FuzzRandomTypes(f *testing.F) {
	f.Add(uint8(1), uint64(2))
	f.Fuzz(func(t *testing.T, typeSeed uint8, valueSeed uint64) { // few types, since they stay in memory
		testRandom(t, uint64(typeSeed), valueSeed)
	})
}
