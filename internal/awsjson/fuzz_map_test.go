package awsjson_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
)

// mapTypes are structs with a map of each kind of elements.
var mapTypes = []any{
	&struct {
		M map[string]string `json:"m,omitzero"`
	}{},
	&struct {
		M map[label]color `json:"m,omitzero"`
	}{},
	&struct {
		M map[string]bool `json:"m,omitzero"`
	}{},
	&struct {
		M map[label]int32 `json:"m,omitzero"`
	}{},
	&struct {
		M map[string]int64 `json:"m,omitzero"`
	}{},
	&struct {
		M map[string][]string `json:"m,omitzero"`
	}{},
	&struct {
		M map[label][]color `json:"m,omitzero"`
	}{},
	&struct {
		M map[string]map[label][]bool `json:"m,omitzero"`
	}{},
	&struct {
		M map[string]mapElement `json:"m,omitzero"`
	}{},
	&struct {
		M map[label][]mapElement `json:"m,omitzero"`
	}{},
}

// mapElement has no member that encoding/json would match in another letter case: the
// names consist of digits.
type mapElement struct {
	Name   *string          `json:"1,omitzero" required:"true"`
	Color  color            `json:"2,omitzero"`
	Labels map[string]color `json:"3,omitzero" sensitive:"true"`
	Kids   []mapElement     `json:"4,omitzero"`
}

// FuzzMaps decodes a text into maps of strings, enums, numbers, lists, maps and structs,
// and encodes the result again. encoding/json must accept the same texts with the same
// result, except where it merges the values of a member that appears twice.
func FuzzMaps(f *testing.F) {
	for i := range mapTypes {
		for _, text := range []string{
			`{}`, `null`, `{"":null}`, `{"a":"b","c":"d"}`, `{"a":"b","a":"c","A":"d"}`, `{"a":true}`, `{"k":-5}`, `{"k":9223372036854775807}`,
			`{"k":[],"l":null,"m":["x",null]}`, `{"k":{"l":[true,null],"m":null},"k":{}}`, `{"\ud800":"\udc00","\u00e9\n":"\ud83d\ude00"}`,
			"{\"\xff\":\"\xc3\",\"\xfe\":\"x\"}", ` { "a" : { "1" : "n" , "2" : "red" , "3" : { "x" : "y" } , "4" : [ { } , null ] } } `,
			`{"a":[{"1":null,"9":{"z":[1.5e3,"\u0000"]}}]}`, `{"a"}`, `{"a":1,}`, `[]`, `{"a":{"b":{"c":{}}}}`,
		} {
			f.Add(uint8(i), []byte(text))
		}
	}
	for _, text := range seeds(f) {
		f.Add(uint8(0), append(append([]byte(`{"k":`), text...), '}'))
		f.Add(uint8(8), append(append([]byte(`{"k":{"9":`), text...), "}}"...))
	}
	f.Fuzz(func(t *testing.T, kind uint8, value []byte) {
		typ := reflect.TypeOf(mapTypes[int(kind)%len(mapTypes)]).Elem()
		text := append(append([]byte(`{"m":`), value...), '}')
		before := bytes.Clone(text)
		got, want := reflect.New(typ), reflect.New(typ)
		err := awsjson.Unmarshal(t.Context(), text, got.Interface())
		if !bytes.Equal(text, before) {
			t.Fatal("Unmarshal changed the text")
		}
		if !json.Valid(value) { // it may end the map and begin another member
			if !json.Valid(text) && err == nil {
				t.Fatalf("Unmarshal accepts %q, which is not JSON", text)
			}
			return
		}
		wantErr := json.Unmarshal(text, want.Interface())
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("got error %v, encoding/json has %v", err, wantErr)
		}
		if err != nil || hasStructs(typ) && repeatsMember(value) {
			return
		}
		if diff := cmp.Diff(want.Interface(), got.Interface()); diff != "" {
			t.Fatalf("Unmarshal, encoding/json (-), ours (+):\n%s", diff)
		}

		encoded, err := awsjson.Marshal(got.Interface())
		if err != nil {
			t.Fatal(err)
		}
		again := reflect.New(typ)
		if err := json.Unmarshal(encoded, again.Interface()); err != nil {
			t.Fatalf("encoding/json rejects %s: %v", encoded, err)
		}
		// A nil map or list inside of another is sent as null or as an empty one.
		if diff := cmp.Diff(decodeEmpty(t, got.Interface()), decodeEmpty(t, again.Interface())); diff != "" {
			t.Fatalf("Marshal changed the value:\n%s", diff)
		}
		if clone := awsjson.Clone(got.Interface()); !reflect.DeepEqual(clone, got.Interface()) {
			t.Fatalf("Clone changed the value:\n%s", cmp.Diff(got.Interface(), clone))
		}
	})
}

// decodeEmpty returns v as encoding/json decodes it without a type, without null and
// without empty maps and lists.
func decodeEmpty(t *testing.T, v any) any {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return withoutEmpty(decodeAny(t, text))
}

func withoutEmpty(v any) any {
	switch v := v.(type) {
	case map[string]any:
		if len(v) == 0 {
			return nil
		}
		for key, elem := range v {
			v[key] = withoutEmpty(elem)
		}
	case []any:
		if len(v) == 0 {
			return nil
		}
		for i, elem := range v {
			v[i] = withoutEmpty(elem)
		}
	}
	return v
}

// hasStructs reports whether the map of a type has structs in it.
func hasStructs(typ reflect.Type) bool {
	elem := typ.Field(0).Type.Elem()
	for elem.Kind() == reflect.Map || elem.Kind() == reflect.Slice {
		elem = elem.Elem()
	}
	return elem.Kind() == reflect.Struct
}

// repeatsMember reports whether an object in text has a name twice. encoding/json merges
// the values of such a field.
func repeatsMember(text []byte) bool {
	d := json.NewDecoder(bytes.NewReader(text))
	var value func() bool
	value = func() bool {
		token, err := d.Token()
		if err != nil {
			return false
		}
		repeats, names := false, map[string]bool{}
		switch token {
		case json.Delim('{'):
			for d.More() {
				name, _ := d.Token()
				repeats = repeats || names[fmt.Sprint(name)]
				names[fmt.Sprint(name)] = true
				repeats = value() || repeats
			}
			_, _ = d.Token()
		case json.Delim('['):
			for d.More() {
				repeats = value() || repeats
			}
			_, _ = d.Token()
		}
		return repeats
	}
	return value()
}
