package awsjson_test

import (
	"math"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
)

func filled() *all {
	return &all{
		Bool: ptr(true), Bools: []bool{true}, Child: &all{Child: &all{String: ptr("x")}}, Colors: []color{"red"}, Color: "blue", Deep: [][][]int32{{{1, 2}, nil}, {}, nil},
		Empty: &struct{}{}, Float32: ptr(float32(1.5)), Float64: ptr(math.Inf(1)), Floats: []float64{2}, Int32: ptr(int32(3)), Int64: ptr(int64(4)),
		Kids: []all{{String: ptr("k")}, {}}, Labels: map[label]color{"a": "b"}, Lists: map[string][]string{"a": {"b"}, "n": nil, "e": {}},
		Maps: []map[string]string{{"a": "b"}, nil, {}}, Named: map[string]all{"a": {Child: &all{Strings: []string{"s"}}}}, Numbers: map[string]map[string][]float64{"a": {"b": {5}}},
		Number: 6, On: true, String: ptr("s"), Strings: []string{"t"}, Time: ptr(time.Unix(7, 0).UTC()), Times: []time.Time{time.Unix(8, 0).UTC()},
	}
}

func TestClone(t *testing.T) {
	original := filled()
	clone := awsjson.Clone(original).(*all)
	if diff := cmp.Diff(original, clone, compare); diff != "" {
		t.Fatal(diff)
	}
	shared := map[uintptr]bool{}
	pointers(reflect.ValueOf(original), func(p uintptr) { shared[p] = true })
	count := 0
	pointers(reflect.ValueOf(clone), func(p uintptr) {
		count++
		if shared[p] {
			t.Errorf("the clone shares memory with the original")
		}
	})
	if count < 30 || len(shared) < 30 {
		t.Errorf("compared %d with %d pointers only", count, len(shared))
	}
	overwrite(reflect.ValueOf(original))
	if diff := cmp.Diff(filled(), clone, compare); diff != "" {
		t.Errorf("after a change of the original: %s", diff)
	}
}

// pointers calls f for each pointer, list and map with mutable memory in v.
func pointers(v reflect.Value, f func(uintptr)) {
	if v.Type() == reflect.TypeFor[time.Time]() {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() && v.Type().Elem().Size() > 0 {
			f(v.Pointer())
			pointers(v.Elem(), f)
		}
	case reflect.Slice:
		if v.Len() > 0 {
			f(v.Pointer())
		}
		for i := range v.Len() {
			pointers(v.Index(i), f)
		}
	case reflect.Map:
		if !v.IsNil() {
			f(v.Pointer())
		}
		for r := v.MapRange(); r.Next(); {
			pointers(r.Value(), f)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type().Field(i).Name != "Ignored" {
				pointers(v.Field(i), f)
			}
		}
	}
}

// overwrite sets to zero what v refers to, from the inside out.
func overwrite(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			overwrite(v.Elem())
			v.Elem().SetZero()
		}
	case reflect.Slice:
		for i := range v.Len() {
			overwrite(v.Index(i))
			v.Index(i).SetZero()
		}
	case reflect.Map:
		for r := v.MapRange(); r.Next(); {
			overwrite(r.Value())
			v.SetMapIndex(r.Key(), reflect.Zero(v.Type().Elem()))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type() != reflect.TypeFor[time.Time]() && v.Type().Field(i).IsExported() && v.Type().Field(i).Name != "Ignored" {
				overwrite(v.Field(i))
			}
		}
	}
}

func TestCloneSpecialCases(t *testing.T) {
	if diff := cmp.Diff(&all{}, awsjson.Clone((*all)(nil)), compare); diff != "" {
		t.Errorf("nil pointer: %s", diff)
	}
	empty := &all{Strings: []string{}, Kids: []all{}, Labels: map[label]color{}, Maps: []map[string]string{}}
	if diff := cmp.Diff(empty, awsjson.Clone(empty), compare); diff != "" {
		t.Errorf("empty lists and maps: %s", diff)
	}
	if got := awsjson.Clone(&all{Ignored: 1, internal: 1}).(*all); got.Ignored != nil || got.internal != nil {
		t.Errorf("fields without a wire name: got %v and %v, want nil", got.Ignored, got.internal)
	}
	long := &all{Strings: append(make([]string, 0, 10), "a")}
	if got := awsjson.Clone(long).(*all).Strings; cap(got) != 1 {
		t.Errorf("got capacity %d, want 1", cap(got))
	}
	cycle := &all{}
	cycle.Child = cycle
	for name, v := range map[string]any{"nil": nil, "struct": all{}, "unsupported type": &struct{ Func func() }{}, "cycle": cycle} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", name)
				}
			}()
			awsjson.Clone(v)
		}()
	}
}

func TestNew(t *testing.T) {
	for _, like := range []any{(*all)(nil), &all{On: true}} {
		got, ok := awsjson.New(like).(*all)
		if !ok || got == nil || got == like {
			t.Fatalf("New(%v) returned %v", like, got)
		}
		if diff := cmp.Diff(&all{}, got, compare); diff != "" {
			t.Error(diff)
		}
	}
}

func TestSameType(t *testing.T) {
	for _, c := range []struct {
		v, like     any
		same, isNil bool
	}{
		{&all{}, (*all)(nil), true, false},
		{(*all)(nil), (*all)(nil), true, true},
		{&plain{}, (*all)(nil), false, false},
		{all{}, (*all)(nil), false, false},
		{nil, (*all)(nil), false, false},
	} {
		if same, isNil := awsjson.SameType(c.v, c.like); same != c.same || isNil != c.isNil {
			t.Errorf("SameType(%T, %T) = %v, %v, want %v, %v", c.v, c.like, same, isNil, c.same, c.isNil)
		}
	}
}
