package awsjson_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

var compare = cmp.Options{cmpopts.EquateNaNs(), cmpopts.IgnoreUnexported(all{})}

func TestUnmarshal(t *testing.T) {
	for _, c := range []struct {
		name, in string
		want     all
	}{
		{"no members", ` { } `, all{}},
		{"white space", "\t{\r\n \"bool\" : true , \"deep\" : [ [ [ 1 , 2 ] ] , [ ] ] }\n", all{Bool: ptr(true), Deep: [][][]int32{{{1, 2}}, {}}}},
		{"unknown members", `{"x":{"a":[1,{"b":null}],"":"\u00e9"},"bool":false,"y":1e5,"Bool":true}`, all{Bool: ptr(false)}},
		{"null leaves a field unset", `{"bool":null,"string":null,"strings":null,"child":null,"time":null,"color":null,"float32":null}`, all{}},
		{"null leaves an earlier value", `{"bool":true,"strings":["a"],"bool":null,"strings":null}`, all{Bool: ptr(true), Strings: []string{"a"}}},
		{"null elements", `{"strings":["a",null],"kids":[null,{"color":"red"},null],"deep":[null,[null,[null]]],"bools":[null],"times":[null],"colors":[null]}`,
			all{Strings: []string{"a", ""}, Kids: []all{{}, {Color: "red"}, {}}, Deep: [][][]int32{nil, {nil, {0}}}, Bools: []bool{false}, Times: []time.Time{{}}, Colors: []color{""}}},
		{"empty lists", `{"strings":[],"kids":[ ],"deep":[[]]}`, all{Strings: []string{}, Kids: []all{}, Deep: [][][]int32{{}}}},
		{"last of two members, not merged", `{"child":{"bool":true,"color":"red"},"strings":["a","b"],"child":{"color":"blue"},"strings":["c"]}`,
			all{Child: &all{Color: "blue"}, Strings: []string{"c"}}},
		{"last of two lists", `{"kids":[{"bool":true},{"bool":true}],"kids":[{},{"color":"red"}]}`, all{Kids: []all{{}, {Color: "red"}}}},
		{"last of two, empty", `{"kids":[{},{}],"kids":[],"child":{"bool":true},"child":{}}`, all{Kids: []all{}, Child: &all{}}},
		{"escaped names", `{"\u0062ool":true,"str\u0069ng":"x"}`, all{Bool: ptr(true), String: ptr("x")}},
		{"names in another spelling", `{"BOOL":true,"bool ":true,"boo":true,"":true}`, all{}},
		{"escapes", `{"string":"\"\\\/\b\f\n\r\t\u0041\u00e9\u65e5\ud83d\ude00"}`, all{String: ptr("\"\\/\b\f\n\r\tA\u00e9\u65e5\U0001f600")}},
		{"lone surrogates", `{"strings":["\ud800","\udc00x","\ud800\ud800","\ud800\u0041","\ud83d\n","\ud83dde00"]}`,
			all{Strings: []string{"\ufffd", "\ufffdx", "\ufffd\ufffd", "\ufffdA", "\ufffd\n", "\ufffdde00"}}},
		{"invalid UTF-8", "{\"strings\":[\"a\xffb\xc0\xafc\xed\xa0\x80\",\"\\n\xe2\x82\"],\"x\xff\":1}", all{Strings: []string{"a\ufffdb\ufffd\ufffdc\ufffd\ufffd\ufffd", "\n\ufffd\ufffd"}}},
		{"other characters", "{\"strings\":[\"\x7f\",\"\u2028\u00e9\",\"\u65e5\u672c\u8a9e and more than a word\"]}", all{Strings: []string{"\x7f", "\u2028\u00e9", "\u65e5\u672c\u8a9e and more than a word"}}},
		{"unknown enum values", `{"color":"ultraviolet","colors":["","x"]}`, all{Color: "ultraviolet", Colors: []color{"", "x"}}},
		{"integers", `{"int32":-2147483648,"int64":9223372036854775807,"deep":[[[-0,0,2147483647]]]}`, all{Int32: ptr(int32(math.MinInt32)), Int64: ptr(int64(math.MaxInt64)), Deep: [][][]int32{{{0, 0, math.MaxInt32}}}}},
		{"maps", `{"labels":{"a":"red","":"","\u0062":"x\ny"},"lists":{"k":["v",null],"e":[]},"numbers":{"x":{"y":[1.5],"z":[]}}}`,
			all{Labels: map[label]color{"a": "red", "": "", "b": "x\ny"}, Lists: map[string][]string{"k": {"v", ""}, "e": {}}, Numbers: map[string]map[string][]float64{"x": {"y": {1.5}, "z": {}}}}},
		{"empty maps", `{"labels":{},"maps":[{ },{"":""}],"numbers":{"x":{}}}`,
			all{Labels: map[label]color{}, Maps: []map[string]string{{}, {"": ""}}, Numbers: map[string]map[string][]float64{"x": {}}}},
		{"maps of structs", `{"named":{"a":{"on":true,"child":{"named":{"a":{"on":false},"b":{"kids":[{}]}}}},"b":{}}}`,
			all{Named: map[string]all{"a": {On: true, Child: &all{Named: map[string]all{"a": {}, "b": {Kids: []all{{}}}}}}, "b": {}}}},
		{"a map between structs of the same type", `{"named":{"a":{"child":{"number":1}},"b":{"kids":[{"number":2}]}},"child":{"number":3},"kids":[{},{},{}]}`,
			all{Named: map[string]all{"a": {Child: &all{Number: 1}}, "b": {Kids: []all{{Number: 2}}}}, Child: &all{Number: 3}, Kids: []all{{}, {}, {}}}},
		{"null values of maps", `{"labels":{"a":null},"lists":{"a":null,"b":[]},"maps":[null],"named":{"a":null},"numbers":{"a":null},"number":null}`,
			all{Labels: map[label]color{"a": ""}, Lists: map[string][]string{"a": nil, "b": {}}, Maps: []map[string]string{nil}, Named: map[string]all{"a": {}}, Numbers: map[string]map[string][]float64{"a": nil}}},
		{"last of two maps, not merged", `{"labels":{"a":"x"},"named":{"a":{"on":true}},"labels":{"b":"y"},"named":{"a":{"number":1}},"labels":null}`,
			all{Labels: map[label]color{"b": "y"}, Named: map[string]all{"a": {Number: 1}}}},
		{"last of two entries, not merged", `{"named":{"a":{"on":true,"string":"x"},"a":{"number":1},"b":{"on":true},"\u0062":null}}`,
			all{Named: map[string]all{"a": {Number: 1}, "b": {}}}},
		{"plain scalars", `{"on":true,"number":5,"on":null,"number":null}`, all{On: true, Number: 5}},
		{"last of two plain scalars", `{"on":true,"number":5,"number":0,"on":false}`, all{}},
		{"lowest integer", `{"int64":-9223372036854775808}`, all{Int64: ptr(int64(math.MinInt64))}},
		{"floats", `{"float32":3.4028234663852886e38,"floats":[1,-0.5,1e-400,0.1,1E+2,123456789012345678901234567890]}`, all{Float32: ptr(float32(math.MaxFloat32)), Floats: []float64{1, -0.5, 0, 0.1, 100, 123456789012345678901234567890}}},
		{"NaN and infinities", `{"floats":["NaN","Infinity","-Infinity","nan","INFINITY","-\u0049nfinity"],"float32":"NaN"}`,
			all{Float32: ptr(float32(math.NaN())), Floats: []float64{math.NaN(), math.Inf(1), math.Inf(-1), math.NaN(), math.Inf(1), math.Inf(-1)}}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got all
			data := []byte(c.in)
			if err := awsjson.Unmarshal(t.Context(), data, &got); err != nil {
				t.Fatal(err)
			}
			if string(data) != c.in {
				t.Error("Unmarshal changed the text")
			}
			for i := range data {
				data[i] = 'X' // must not change the value
			}
			if diff := cmp.Diff(c.want, got, compare); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestUnmarshalTime(t *testing.T) {
	for in, want := range map[string]time.Time{
		"0":                             time.Unix(0, 0),
		"-0.0":                          time.Unix(0, 0),
		"1635800000":                    time.Unix(1635800000, 0),
		"1635800000.123":                time.Unix(1635800000, 123e6),
		"1570744377.699":                time.Unix(1570744377, 699e6),
		"1.603389001E9":                 time.Unix(1603389001, 0),
		"1.591802416964E9":              time.Unix(1591802416, 964e6),
		"1.6358e+9":                     time.Unix(1635800000, 0),
		"16358000001239e-4":             time.Unix(1635800000, 123e6),
		"1635800000.1239999999999999":   time.Unix(1635800000, 123e6), // truncated, not rounded
		"1.005":                         time.Unix(1, 5e6),            // 1.004 through a float64
		"-1.0009":                       time.Unix(-1, 0),
		"-0.001":                        time.Unix(-1, 999e6),
		"-62135596800":                  {},
		"253402300799.9999":             time.Date(9999, 12, 31, 23, 59, 59, 999e6, time.UTC),
		"0e999999999999999999999":       time.Unix(0, 0),
		"1e-999999999999999999999":      time.Unix(0, 0),
		"1e-18446744073709551616":       time.Unix(0, 0), // 2 to the 64th
		"0.00000000000000000000001e26":  time.Unix(1000, 0),
		"123456789012345678901234e-20":  time.Unix(1234, 567e6),
		"1635800000123456789012345e-15": time.Unix(1635800000, 123e6),
	} {
		var got all
		if err := awsjson.Unmarshal(t.Context(), []byte(`{"time":`+in+`}`), &got); err != nil {
			t.Errorf("%s: %v", in, err)
		} else if !got.Time.Equal(want) || got.Time.Location() != time.UTC {
			t.Errorf("%s: got %s, want %s", in, got.Time, want.UTC())
		}
	}
	for _, in := range []string{
		`"NaN"`, `"Infinity"`, `"-Infinity"`, `"1635800000"`, `"2021-11-01T00:00:00Z"`, `NaN`, `true`, `{}`, `[]`, `-`, `.5`, `1.`, `1e`, `01`,
		`253402300800`, `-62135596800.001`, `1e12`, `1e400`, `-1e400`, `1e999999999999999999999`, `9223372036854775808`, `99999999999999999999999`, `1e18446744073709551616`,
	} {
		var got all
		if err := awsjson.Unmarshal(t.Context(), []byte(`{"time":`+in+`}`), &got); err == nil {
			t.Errorf("%s: got %s, want an error", in, got.Time)
		}
	}
}

func TestUnmarshalErrors(t *testing.T) {
	for _, c := range []struct {
		in     string
		offset int
		path   string
		rule   string
	}{
		{`<html><body>503</body></html>`, 0, "", "expected object, found no JSON value"},
		{`[]`, 0, "", "expected object, found list"},
		{`"text"`, 0, "", "expected object, found string"},
		{` 7`, 1, "", "expected object, found number"},
		{`true`, 0, "", "expected object, found boolean"},
		{`{} x`, 3, "", "data after the value"},
		{`{}{}`, 2, "", "data after the value"},
		{`null`, 0, "", "expected object, found null"},
		{"\ufeff{}", 0, "", "expected object, found no JSON value"},
		{`{"string":5}`, 10, "string", "expected string, found number"},
		{`{"color":{}}`, 9, "color", "expected string, found object"},
		{`{"strings":"a"}`, 11, "strings", "expected list, found string"},
		{`{"strings":["a",false]}`, 16, "strings[1]", "expected string, found boolean"},
		{`{"child":[]}`, 9, "child", "expected object, found list"},
		{`{"bool":"true"}`, 8, "bool", "expected boolean, found string"},
		{`{"bool":tru}`, 11, "bool", "invalid literal"},
		{`{"time":"2021-11-01"}`, 8, "time", "expected number, found string"},
		{`{"float32":"1.5"}`, 11, "float32", "expected number, found string"},
		{`{"float32":1e39}`, 11, "float32", "number out of range"},
		{`{"float64":1e400}`, 11, "float64", "number out of range"},
		{`{"int32":298.0}`, 9, "int32", "expected integer, found number with a fraction or exponent"},
		{`{"int32":1e2}`, 9, "int32", "expected integer, found number with a fraction or exponent"},
		{`{"int32":2147483648}`, 9, "int32", "integer out of range"},
		{`{"int32":-2147483649}`, 9, "int32", "integer out of range"},
		{`{"int64":9223372036854775808}`, 9, "int64", "integer out of range"},
		{`{"int64":99999999999999999999}`, 9, "int64", "integer out of range"},
		{`{"int64":"5"}`, 9, "int64", "expected integer, found string"},
		{`{"int64":01}`, 10, "", "expected a comma or an end"},
		{`{"kids":[{},{"kids":[null,{"child":{"deep":[[[1,"x"]]]}}]}]}`, 48, "kids[1].kids[1].child.deep[0][0][1]", "expected integer, found string"},
		{`{"labels":[]}`, 10, "labels", "expected object, found list"},
		{`{"labels":{"a":"b","c":5}}`, 23, "labels[1]", "expected string, found number"},
		{`{"labels":{"a":"b",}}`, 19, "labels[1]", "expected a member's name"},
		{`{"labels":{"a"}}`, 14, "labels[0]", "expected a colon"},
		{`{"named":{"x":{"lists":{"a":[],"b":[1]}}}}`, 36, "named[0].lists[1][0]", "expected string, found number"},
		{`{"maps":[{},{"a":{}}]}`, 17, "maps[1][0]", "expected string, found object"},
		{`{"labels":{"a":nul}}`, 18, "labels[0]", "invalid literal"},
		{`{"on":1}`, 6, "on", "expected boolean, found number"},
		{`{"number":2147483648}`, 10, "number", "integer out of range"},
		{`{"bool":true,}`, 13, "", "expected a member's name"},
		{`{"bool":true "int32":1}`, 13, "", "expected a comma or an end"},
		{`{"bool" true}`, 8, "", "expected a colon"},
		{`{"strings":["a",]}`, 16, "strings[1]", "expected string, found no JSON value"},
		{`{"child":{"x":[1,2}}`, 18, "child", "expected a comma or an end"},
		{`{"x":nul}`, 8, "", "invalid literal"},
		{`{"x":1.}`, 7, "", "invalid number"},
		{"{\"string\":\"a\nb\"}", 12, "string", "control character in a string"},
		{`{"string":"\x"}`, 12, "string", "invalid escape in a string"},
		{`{"string":"\u12g4"}`, 15, "string", "invalid escape in a string"},
	} {
		var e *awsjson.Error
		err := awsjson.Unmarshal(t.Context(), []byte(c.in), &all{})
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v", c.in, err)
			continue
		}
		if diff := cmp.Diff(&awsjson.Error{Offset: c.offset, Path: c.path, Rule: c.rule}, e); diff != "" {
			t.Errorf("%s: %s", c.in, diff)
		}
		if errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("%s: error wraps io.ErrUnexpectedEOF", c.in)
		}
	}
}

// The error for a truncated text wraps io.ErrUnexpectedEOF, wherever the text ends.
func TestUnmarshalTruncated(t *testing.T) {
	text := `{ "x" : [ { "y" : -1.5e+7 , "z" : "\ud83d\ude00 \n" } , true , false , null ] , "bool" : true , "string" : "a\u00e9\"` + "\u65e5" + `" ,` +
		`"kids":[{"time":1.5E9,"float64":-2.5},null], "int64" : -12 , "strings":["a","b"],"bools":[false],"labels":{"a":"b" , "\n":null},"named":{"x":{"on":true}}}`
	if err := awsjson.Unmarshal(t.Context(), []byte(text), &all{}); err != nil {
		t.Fatal(err)
	}
	for i := range len(text) {
		err := awsjson.Unmarshal(t.Context(), []byte(text[:i]), &all{})
		if !errors.Is(err, io.ErrUnexpectedEOF) {
			t.Errorf("truncated at %d: %v\n%s", i, err, text[:i])
		}
	}
}

// Errors are logged and bodies hold keys and passwords, so errors must not quote them.
func TestErrorsDoNotQuote(t *testing.T) {
	for _, in := range []string{
		`{"bool":"SECRET"}`, `{"SECRET":SECRET}`, `{"int32":"SECRET"}`, `{"float32":"SECRET"}`, `{"time":"SECRET"}`, `{"child":"SECRET"}`,
		`{"kids":{"SECRET":1}}`, `SECRET`, `{"string":"SECRET\x"}`, `{"string":"SECRET`, `{}SECRET`, `{"SECRET":{"SECRET":[SECRET]}}`, `{"string":SECRET}`,
		`{"strings":[SECRET]}`, `{"int64":1SECRET}`, `{"string":"a"SECRET`, `{"x":"SECRET` + "\n" + `"}`, `{SECRET}`, `{"float64":1e9999,"SECRET":0}`,
		`{"labels":{"SECRET":5}}`, `{"named":{"SECRET":{"labels":{"SECRET":"SECRET}}}}`, `{"maps":[{"SECRET":[]}]}`,
	} {
		err := awsjson.Unmarshal(t.Context(), []byte(in), &all{})
		_, perr := awsjson.ParseError("", []byte(in))
		if err == nil || strings.Contains(err.Error(), "SECRET") || perr != nil && strings.Contains(perr.Error(), "SECRET") {
			t.Errorf("%s: %v, %v", in, err, perr)
		}
	}
}

// Known and unknown members have the same limit of nested levels as in encoding/json.
func TestUnmarshalDepth(t *testing.T) {
	deep := func(open, inner, end string, n int) []byte {
		return []byte(strings.Repeat(open, n) + inner + strings.Repeat(end, n))
	}
	for _, n := range []int{4, 9_999, 10_000, 10_001, 1_000_000} {
		for _, text := range [][]byte{
			deep(`[`, ``, `]`, n), deep(`{"a":`, `1`, `}`, n),
			deep(`{"child":`, `null`, `}`, n), deep(`{"kids":[`, ``, `]}`, n/2), deep(`{"child":{"x":[`, ``, `]}}`, n/3),
			deep(`{"named":{"x":`, `{}`, `}}`, n/2),
		} {
			valid := json.Valid(text)
			if err := awsjson.Check(text); (err == nil) != valid {
				t.Errorf("%d levels of %.10s: %v, valid %v", n, text, err, valid)
			}
			if text[0] == '[' {
				text = slices.Concat([]byte(`{"x":`), text, []byte(`}`))
				valid = json.Valid(text)
			}
			if err := awsjson.Unmarshal(t.Context(), text, &all{}); (err == nil) != valid {
				t.Errorf("%d levels of %.10s: %.100v, valid %v", n, text, err, valid)
			}
		}
	}
}

// The order of members that the decoder predicts must not affect the result.
func TestUnmarshalMemberOrder(t *testing.T) {
	members := []string{
		`"bool":true`, `"color":"red"`, `"int32":5`, `"string":"s"`, `"strings":["a","b"]`, `"unknown":[1]`, `"time":1.5`, `"child":{"int64":1,"bool":false}`, `"int64":null`,
	}
	want := all{Bool: ptr(true), Color: "red", Int32: ptr(int32(5)), String: ptr("s"), Strings: []string{"a", "b"}, Time: ptr(time.UnixMilli(1500).UTC()), Child: &all{Int64: ptr(int64(1)), Bool: ptr(false)}}
	var list bytes.Buffer
	var wants []all
	for i := range 200 {
		// Every rotation in both directions, with and without spaces.
		m := slices.Concat(members[i%len(members):], members[:i%len(members)])
		if i%2 == 1 {
			slices.Reverse(m)
		}
		list.WriteString(",{" + strings.Join(m, []string{",", " , ", ",\n"}[i%3]) + "}")
		wants = append(wants, want)
		if i%5 == 0 {
			list.WriteString(`,{"bool":true}`)
			wants = append(wants, all{Bool: ptr(true)})
		}
	}
	var got all
	if err := awsjson.Unmarshal(t.Context(), []byte(`{"kids":[`+list.String()[1:]+`]}`), &got); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(wants, got.Kids, compare); diff != "" {
		t.Error(diff)
	}
}

// Lists share slabs. Neither the decoder nor a caller's append may change another list.
func TestUnmarshalLists(t *testing.T) {
	want := all{}
	for i := range 100 {
		kid := all{Strings: []string{}, Kids: []all{}, Deep: [][][]int32{}}
		for j := range i % 23 {
			kid.Strings = append(kid.Strings, strings.Repeat("x", i+j))
			kid.Kids = append(kid.Kids, all{Int32: ptr(int32(i)), Kids: make([]all, j%3), Strings: []string{"s"}})
			kid.Deep = append(kid.Deep, [][]int32{make([]int32, j), {int32(i)}})
		}
		want.Kids = append(want.Kids, kid)
	}
	for i := range 70 { // and some larger than a slab
		want.Strings = append(want.Strings, strings.Repeat("y", i*40))
		want.Times = append(want.Times, time.UnixMilli(int64(i)).UTC())
	}
	text, err := awsjson.Marshal(&want)
	if err != nil {
		t.Fatal(err)
	}
	var got all
	if err := awsjson.Unmarshal(t.Context(), text, &got); err != nil {
		t.Fatal(err)
	}
	// want has empty lists where the text has none.
	nilIfEmpty := cmpopts.EquateEmpty()
	if diff := cmp.Diff(want, got, compare, nilIfEmpty); diff != "" {
		t.Fatal(diff)
	}
	for i := range got.Kids {
		k := &got.Kids[i]
		_ = append(k.Strings, "overwritten")
		_ = append(k.Kids, all{Color: "overwritten"})
		_ = append(k.Deep, [][]int32{{-1}})
	}
	_ = append(got.Strings, "overwritten")
	_ = append(got.Times, time.Now())
	if diff := cmp.Diff(want, got, compare, nilIfEmpty); diff != "" {
		t.Error("after the caller appended:", diff)
	}
}

func TestUnmarshalPage(t *testing.T) {
	var got getBucketsOutput
	if err := awsjson.Unmarshal(t.Context(), bucketsPage(1000), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Buckets) != 1000 {
		t.Fatalf("got %d buckets", len(got.Buckets))
	}
	want := types.Bucket{
		AbleToUpdateBundle:     ptr(true),
		AccessLogConfig:        &types.BucketAccessLogConfig{Enabled: ptr(true), Destination: ptr("logs-bucket"), Prefix: ptr("logs/bucket-0723/")},
		AccessRules:            &types.AccessRules{AllowPublicOverrides: ptr(false), GetObject: "private"},
		Arn:                    ptr("arn:aws:lightsail:us-east-1:111122223333:Bucket/f067b03e-0723-4a2a-9e1c-EXAMPLE11111"),
		BundleId:               ptr("small_1_0"),
		CreatedAt:              ptr(time.Date(2021, 11, 1, 21, 5, 23, 0, time.UTC)),
		Location:               &types.ResourceLocation{AvailabilityZone: ptr("all"), RegionName: "us-east-1"},
		Name:                   ptr("bucket-0723"),
		ObjectVersioning:       ptr("NeverEnabled"),
		ReadonlyAccessAccounts: []string{"111122223333"},
		ResourceType:           ptr("Bucket"),
		State:                  &types.BucketState{Code: ptr("OK")},
		SupportCode:            ptr("621291663362/bucket-0723/small_1_0"),
		Tags:                   []types.Tag{{Key: ptr("team"), Value: ptr("web")}, {Key: ptr("env"), Value: ptr("prod")}},
		Url:                    ptr("https://bucket-0723.s3.us-east-1.amazonaws.com"),
	}
	if diff := cmp.Diff(want, got.Buckets[723]); diff != "" {
		t.Error(diff)
	}
	// Encode and decode all buckets.
	text, err := awsjson.Marshal(&got)
	if err != nil {
		t.Fatal(err)
	}
	var again getBucketsOutput
	if err := awsjson.Unmarshal(t.Context(), text, &again); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(got, again); diff != "" {
		t.Error(diff)
	}
}
