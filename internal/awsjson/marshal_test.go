package awsjson_test

import (
	"errors"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

func TestMarshal(t *testing.T) {
	for _, c := range []struct {
		name string
		in   any
		want string
	}{
		{"nothing set", &all{}, `{}`},
		{"nil pointer", (*all)(nil), `{}`},
		{"nil", nil, `{}`},
		{"empty lists", &all{Strings: []string{}, Kids: []all{}}, `{"kids":[],"strings":[]}`},
		{"empty enum and empty string", &all{Color: "", String: ptr("")}, `{"string":""}`},
		{"pointers to zero values", &all{Bool: ptr(false), Int32: ptr(int32(0))}, `{"bool":false,"int32":0}`},
		{"alphabetical order", &all{Color: "red", Colors: []color{"", "blue"}, Child: &all{}}, `{"child":{},"color":"red","colors":["","blue"]}`},
		{"lists of lists", &all{Deep: [][][]int32{{}, {{}, {1, -2}}, nil}}, `{"deep":[[],[[],[1,-2]],[]]}`},
		{"maps in the order of their keys", &all{Labels: map[label]color{"b": "red", "a": "", "": "blue", "B": "x"}}, `{"labels":{"":"blue","B":"x","a":"","b":"red"}}`},
		{"keys with escapes", &all{Labels: map[label]color{"\"\n": "<", "\xff": "\u2028"}}, `{"labels":{"\"\n":"<","` + "\ufffd" + `":"\u2028"}}`},
		{"empty maps", &all{Labels: map[label]color{}, Maps: []map[string]string{{}, nil, {"k": "v"}}, Numbers: map[string]map[string][]float64{"a": nil, "b": {"c": nil}}},
			`{"labels":{},"maps":[{},{},{"k":"v"}],"numbers":{"a":{},"b":{"c":[]}}}`},
		{"maps of structs and lists", &all{Lists: map[string][]string{"x": {"y"}, "w": nil}, Named: map[string]all{"b": {Child: &all{On: true}}, "a": {}}},
			`{"lists":{"w":[],"x":["y"]},"named":{"a":{},"b":{"child":{"on":true}}}}`},
		{"plain scalars", &all{On: true, Number: -7}, `{"number":-7,"on":true}`},
		{"zero of plain scalars", &plain{},
			`{"bool":false,"float32":0,"float64":0,"int32":0,"int64":0}`},
		{"plain scalars of both kinds", &plain{true, true, 1, 2, 3, 4, 5, 6, 7, 8, ptr(false), "s", []string{}},
			`{"bool":true,"boolZero":true,"float32":1,"float32Zero":2,"float64":3,"float64Zero":4,"int32":5,"int32Zero":6,"int64":7,"int64Zero":8,"pointer":false,"string":"s","strings":[]}`},
		{"negative zero is not zero", &plain{Float32Zero: float32(math.Copysign(0, -1)), Float64Zero: math.Copysign(0, -1)},
			`{"bool":false,"float32":0,"float32Zero":-0,"float64":0,"float64Zero":-0,"int32":0,"int64":0}`},
		{"ignored fields", &all{Ignored: 1, internal: 1, Empty: &struct{}{}}, `{"empty":{}}`},
		{"integers", &all{Int32: ptr(int32(math.MinInt32)), Int64: ptr(int64(math.MinInt64))}, `{"int32":-2147483648,"int64":-9223372036854775808}`},
		{"floats", &all{Floats: []float64{0, 1, -1.5, 1e20, 1e21, 1e-6, 1e-7, 123456789.125, math.MaxFloat64}},
			`{"floats":[0,1,-1.5,100000000000000000000,1e+21,0.000001,1e-7,123456789.125,1.7976931348623157e+308]}`},
		{"small floats", &all{Float32: ptr(float32(0.1)), Float64: ptr(1e-10)}, `{"float32":0.1,"float64":1e-10}`},
		{"NaN and infinities", &all{Floats: []float64{math.NaN(), math.Inf(1), math.Inf(-1)}, Float32: ptr(float32(math.Inf(-1)))},
			`{"float32":"-Infinity","floats":["NaN","Infinity","-Infinity"]}`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := awsjson.Marshal(c.in)
			if err != nil || string(got) != c.want {
				t.Errorf("got %s, %v\nwant %s", got, err, c.want)
			}
		})
	}
}

// TestMarshalStrings has the results of the official client's serializer.
func TestMarshalStrings(t *testing.T) {
	for in, want := range map[string]string{
		"plain, longer than one word of eight":      `plain, longer than one word of eight`,
		"<a href='x'>&</a>":                         `<a href='x'>&</a>`,
		"quote \" slash \\ /":                       `quote \" slash \\ /`,
		"\n\r\t":                                    `\n\r\t`,
		"\x00\b\f\x1f\x7f":                          `\u0000\u0008\u000c\u001f\u007f`,
		"one \x7f amid a longer text, one \x01 too": `one \u007f amid a longer text, one \u0001 too`,
		"line\u2028paragraph\u2029":                 `line\u2028paragraph\u2029`,
		"\u00e9 \u65e5\u672c \U0001f600 \ufffd":     "\u00e9 \u65e5\u672c \U0001f600 \ufffd",
		"bad \xff\xfe utf-8 \xed\xa0\x80, cut \xe2": "bad \ufffd\ufffd utf-8 \ufffd\ufffd\ufffd, cut \ufffd",
	} {
		got, err := awsjson.Marshal(&all{String: &in})
		if want = `{"string":"` + want + `"}`; err != nil || string(got) != want {
			t.Errorf("%q: got %s, %v, want %s", in, got, err, want)
		}
	}
}

func TestMarshalTime(t *testing.T) {
	for _, c := range []struct {
		in   time.Time
		want string
	}{
		{time.Unix(0, 0), `0`},
		{time.Unix(1635800000, 123e6), `1635800000.123`},
		{time.Unix(1635800000, 120e6), `1635800000.12`},
		{time.Unix(1635800000, 999999999), `1635800000.999`},
		{time.Unix(1635800000, 5e6), `1635800000.005`},
		{time.Unix(1, 5e6).In(time.FixedZone("", 3600)), `1.005`},
		{time.Unix(-1, 500e6), `-0.5`},
		{time.Unix(-2, 999500e3), `-1`}, // 1.0005 s before 1970, truncated towards it
		{time.Unix(-1, 999500e3), `0`},
		{time.Time{}, `-62135596800`},
		{time.Date(9999, 12, 31, 23, 59, 59, 999999999, time.UTC), `253402300799.999`},
	} {
		got, err := awsjson.Marshal(&all{Time: &c.in})
		if want := `{"time":` + c.want + `}`; err != nil || string(got) != want {
			t.Errorf("%s: got %s, %v, want %s", c.in, got, err, want)
		}
	}
	for _, in := range []time.Time{time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC), time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Unix(math.MaxInt64, 0)} {
		got, err := awsjson.Marshal(&all{Kids: []all{{}, {Times: []time.Time{{}, in}}}})
		var e *awsjson.Error
		if len(got) != 0 || !errors.As(err, &e) || e.Path != "kids[1].times[1]" {
			t.Errorf("%s: got %s, %v", in, got, err)
		}
		got, err = awsjson.Marshal(&all{Named: map[string]all{"a": {}, "SECRET": {}, "b": {Time: &in}}})
		if len(got) != 0 || !errors.As(err, &e) || e.Path != "named[2].time" {
			t.Errorf("%s in a map: got %s, %v", in, got, err)
		}
	}
}

func TestAppend(t *testing.T) {
	got, err := awsjson.Append([]byte("before "), &all{Bool: ptr(true)})
	if want := `before {"bool":true}`; err != nil || string(got) != want {
		t.Errorf("got %s, %v, want %s", got, err, want)
	}
	got, err = awsjson.Append([]byte("before "), &all{Bool: ptr(true), Time: ptr(time.Unix(1<<40, 0))})
	if err == nil || string(got) != "before " {
		t.Errorf("got %s, %v, want dst and an error", got, err)
	}
}

func TestMarshalCycle(t *testing.T) {
	cycle := &all{}
	cycle.Child = cycle
	if _, err := awsjson.Marshal(cycle); err == nil || !strings.Contains(err.Error(), "10000 levels") {
		t.Errorf("got %.200v", err)
	}
}

func TestUnsupported(t *testing.T) {
	type bad struct {
		M map[int32]string `json:"m"`
	}
	type list []list
	for _, v := range []any{
		all{}, "text", ptr("text"), ptr(time.Time{}), &[]string{}, func() {}, ptr(&all{}),
		&struct{ NoTag *string }{},
		&struct {
			NoName *string `json:",omitzero"`
		}{},
		&struct {
			Int int `json:"i"`
		}{},
		&struct {
			Time time.Time `json:"t"`
		}{},
		&struct {
			Map *map[string]string `json:"m"`
		}{},
		&struct {
			Pointers map[string]*string `json:"p"`
		}{},
		&struct {
			Any map[string]any `json:"a"`
		}{},
		&struct {
			Keys map[any]string `json:"k"`
		}{},
		&struct {
			Struct all `json:"s"`
		}{},
		&struct {
			Bytes []byte `json:"b"`
		}{},
		&struct {
			Any any `json:"a"`
		}{},
		&struct {
			List *[]string `json:"l"`
		}{},
		&struct {
			Pointers []*string `json:"p"`
		}{},
		&struct {
			Twice **string `json:"t"`
		}{},
		&struct {
			Deep []all          `json:"d"`
			Int  *uint64        `json:"i"`
			Func func()         `json:"f"`
			Chan *chan struct{} `json:"c"`
		}{},
		reflect.New(reflect.StructOf([]reflect.StructField{ // go vet would see two equal tags
			{Name: "A", Type: reflect.TypeFor[*string](), Tag: `json:"same"`},
			{Name: "B", Type: reflect.TypeFor[*string](), Tag: `json:"same"`},
		})).Interface(),
		&struct {
			Nested []struct {
				Bad *bad `json:"bad"`
			} `json:"nested"`
		}{},
		&bad{},
	} {
		for range 2 { // a type that failed must fail again
			if _, err := awsjson.Marshal(v); err == nil {
				t.Errorf("Marshal accepted a %T", v)
			}
			if err := awsjson.Unmarshal(t.Context(), []byte(`{}`), v); err == nil {
				t.Errorf("Unmarshal accepted a %T", v)
			}
		}
	}
	for _, v := range []any{nil, (*all)(nil)} {
		if err := awsjson.Unmarshal(t.Context(), []byte(`{}`), v); err == nil {
			t.Errorf("Unmarshal accepted a nil %T", v)
		}
	}
	if got, err := awsjson.Marshal(&struct {
		C list `json:"c"`
	}{list{{}, {{}}}}); err != nil || string(got) != `{"c":[[],[[]]]}` {
		t.Errorf("recursive slice type: %s, %v", got, err)
	}
}
