package awsjson_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
)

// seeds returns the short texts of JSONTestSuite, if the suite is present.
func seeds(t testing.TB) [][]byte {
	if _, err := os.Stat(shared); err != nil {
		return nil
	}
	var all [][]byte
	for _, text := range jsonTestSuite(t) {
		if len(text) < 1000 {
			all = append(all, text)
		}
	}
	return all
}

// model is the type all for encoding/json, with other timestamps.
type model struct {
	Bool    *bool                           `json:"bool"`
	Bools   []bool                          `json:"bools"`
	Child   *model                          `json:"child"`
	Colors  []color                         `json:"colors"`
	Color   color                           `json:"color"`
	Deep    [][][]int32                     `json:"deep"`
	Empty   *struct{}                       `json:"empty"`
	Float32 *float32                        `json:"float32"`
	Float64 *float64                        `json:"float64"`
	Floats  []float64                       `json:"floats"`
	Int32   *int32                          `json:"int32"`
	Int64   *int64                          `json:"int64"`
	Kids    []model                         `json:"kids"`
	Labels  map[label]color                 `json:"labels"`
	Lists   map[string][]string             `json:"lists"`
	Maps    []map[string]string             `json:"maps"`
	Named   map[string]model                `json:"named"`
	Numbers map[string]map[string][]float64 `json:"numbers"`
	Number  number                          `json:"number"`
	On      bool                            `json:"on"`
	String  *string                         `json:"string"`
	Strings []string                        `json:"strings"`
	Time    *modelTime                      `json:"time"`
	Times   []modelTime                     `json:"times"`
}

// modelTime decodes a timestamp with exact arithmetic.
type modelTime struct{ time.Time }

var errTooBig = errors.New("exponent too large for big.Rat")

func (m *modelTime) UnmarshalJSON(text []byte) error {
	if string(text) == "null" {
		return nil
	}
	if text[0] != '-' && (text[0] < '0' || text[0] > '9') {
		return errors.New("not a number")
	}
	if e := bytes.IndexAny(text, "eE"); e >= 0 {
		if n, err := strconv.Atoi(string(text[e+1:])); err != nil || n < -500 || n > 500 {
			return errTooBig
		}
	}
	r, ok := new(big.Rat).SetString(string(text))
	if !ok {
		return errors.New("not a number")
	}
	r.Mul(r, big.NewRat(1000, 1))
	ms := new(big.Int).Quo(r.Num(), r.Denom()) // towards zero
	first := time.Time{}.UnixMilli()
	last := time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC).UnixMilli() - 1
	if !ms.IsInt64() || ms.Int64() < first || ms.Int64() > last {
		return errors.New("out of range")
	}
	m.Time = time.UnixMilli(ms.Int64()).UTC()
	return nil
}

func (m *model) all() *all {
	if m == nil {
		return nil
	}
	a := &all{Bool: m.Bool, Bools: m.Bools, Child: m.Child.all(), Colors: m.Colors, Color: m.Color, Deep: m.Deep, Empty: m.Empty,
		Float32: m.Float32, Float64: m.Float64, Floats: m.Floats, Int32: m.Int32, Int64: m.Int64, String: m.String, Strings: m.Strings,
		Labels: m.Labels, Lists: m.Lists, Maps: m.Maps, Numbers: m.Numbers, Number: m.Number, On: m.On}
	if m.Named != nil {
		a.Named = map[string]all{}
		for key, value := range m.Named {
			a.Named[key] = *value.all()
		}
	}
	if m.Kids != nil {
		a.Kids = []all{}
		for i := range m.Kids {
			a.Kids = append(a.Kids, *m.Kids[i].all())
		}
	}
	if m.Time != nil {
		a.Time = &m.Time.Time
	}
	if m.Times != nil {
		a.Times = []time.Time{}
		for _, t := range m.Times {
			a.Times = append(a.Times, t.Time)
		}
	}
	return a
}

// plainNames reports whether encoding/json and the codec treat the names in text alike: no
// object has a name twice, and no name could match in another letter case.
func plainNames(text []byte) bool {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	type level struct {
		names map[string]bool
		value bool // a value comes next, not a name
	}
	stack := []*level{{value: true}}
	for {
		token, err := d.Token()
		if err != nil {
			return true
		}
		top := stack[len(stack)-1]
		if name, ok := token.(string); ok && top.names != nil && !top.value {
			folded := strings.ToLower(strings.ToUpper(name))
			if top.names[folded] || folded != name {
				return false
			}
			top.names[folded], top.value = true, true
			continue
		}
		top.value = false
		switch token {
		case json.Delim('{'):
			stack = append(stack, &level{names: map[string]bool{}})
		case json.Delim('['):
			stack = append(stack, &level{})
		case json.Delim('}'), json.Delim(']'):
			stack = stack[:len(stack)-1]
		}
	}
}

func FuzzUnmarshal(f *testing.F) {
	for _, text := range []string{
		`{"bool":true,"bools":[false,null],"child":{"color":"red"},"colors":["a"],"deep":[[[1]],null],"empty":{}}`,
		`{"float32":1.5e-3,"float64":"NaN","floats":[1,-0.0,1e22],"int32":-5,"int64":9223372036854775807}`,
		`{"kids":[{},{"kids":[null,{"string":"\u00e9\ud83d\ude00\n"}]}],"strings":["","a longer string, of more than eight bytes"]}`,
		`{"time":1.603389001E9,"times":[0,-1.5,1635800000.123,null]}`,
		" {\n\"unknown\" : [ { \"a\" : null } , 0.5 ] ,\t\"string\" : \"\xff\" , \"string\":null}\r\n",
		`{"child":{"child":{"child":null}},"child":{}}`,
		`{"labels":{"a":"b","":null},"lists":{"k":["v",null]},"maps":[{},null,{"x":"y"}],"number":7,"on":true}`,
		`{"named":{"a":{"named":{"b":{"on":true}}},"b":null},"numbers":{"x":{"y":[1.5,"NaN"],"z":null}}}`,
	} {
		f.Add([]byte(text))
	}
	for _, text := range seeds(f) {
		f.Add(text)
		f.Add(append(append([]byte(`{"strings":`), text...), '}'))
		f.Add(append(append([]byte(`{"floats":`), text...), '}'))
		f.Add(append(append([]byte(`{"labels":`), text...), '}'))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		before := bytes.Clone(text)
		valid := json.Valid(text)
		if err := awsjson.Check(text); (err == nil) != valid {
			t.Fatalf("Check: %v, but encoding/json says %v", err, valid)
		}
		var got all
		err := awsjson.Unmarshal(t.Context(), text, &got)
		if !bytes.Equal(before, text) {
			t.Fatal("Unmarshal changed the text")
		}
		if err == nil && !valid {
			t.Fatal("Unmarshal accepted invalid JSON")
		}
		var e *awsjson.Error
		if err != nil && (!errors.As(err, &e) || e.Offset < 0 || e.Offset > len(text)) {
			t.Fatalf("got %#v", err)
		}
		if !valid || !plainNames(text) || string(bytes.TrimSpace(text)) == "null" {
			return
		}
		var m model
		want := json.Unmarshal(text, &m)
		switch {
		case errors.Is(want, errTooBig):
		case want == nil && err != nil:
			t.Fatalf("got %v, but encoding/json accepts it", err)
		case want == nil:
			if diff := cmp.Diff(m.all(), &got, compare); diff != "" {
				t.Fatal(diff)
			}
		case err == nil && !bytes.ContainsAny(text, `nN`): // no NaN or Infinity
			t.Fatalf("no error, but encoding/json says %v", want)
		}
	})
}

func FuzzMarshal(f *testing.F) {
	f.Add("text", "\xff\u2028\x00\x7f", int64(1635800000123456789), int32(-1), 1.5, float32(0.1), uint8(3))
	f.Add("", "\"\\", int64(-1), int32(0), 1e300, float32(1e-10), uint8(0))
	unicode := func(s string) string { return string([]rune(s)) }
	f.Fuzz(func(t *testing.T, a, b string, i int64, j int32, d float64, s float32, n uint8) {
		when := time.UnixMicro(max(i%250e15, -62e15)).UTC() // years 5 to 9892
		in := &all{Bool: ptr(j > 0), Color: color(a), Colors: []color{color(b)}, Int32: &j, Int64: &i, Float64: &d, Float32: &s, String: &b, Time: &when, Child: &all{String: &a}}
		for k := range n % 8 {
			in.Strings = append(in.Strings, strings.Repeat(a+b, int(k)))
			in.Floats = append(in.Floats, d/float64(k))
			in.Deep = append(in.Deep, [][]int32{{j}, {}})
			in.Kids = append(in.Kids, all{Times: []time.Time{when}})
			in.Maps = append(in.Maps, map[string]string{strings.Repeat("k", int(k)): b})
		}
		if n > 7 {
			in.Named = map[string]all{unicode(a): {Color: color(b), On: true}, "x": {Number: number(j)}}
		}
		first, err := awsjson.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		if !json.Valid(first) {
			t.Fatalf("%s is not JSON", first)
		}
		var out all
		if err := awsjson.Unmarshal(t.Context(), first, &out); err != nil {
			t.Fatal(err)
		}
		// Encoding replaces invalid UTF-8 and truncates to milliseconds.
		truncate := func(t time.Time) time.Time { return time.UnixMilli(t.UnixMicro() / 1000).UTC() }
		*in.String, in.Color, in.Colors[0], *in.Child.String = unicode(b), color(unicode(a)), color(unicode(b)), unicode(a)
		for k := range in.Strings {
			in.Strings[k] = unicode(in.Strings[k])
		}
		for k := range in.Kids {
			in.Kids[k].Times[0] = truncate(when)
			in.Maps[k] = map[string]string{strings.Repeat("k", k): unicode(b)}
		}
		for key, v := range in.Named {
			v.Color = color(unicode(string(v.Color)))
			in.Named[key] = v
		}
		when = truncate(when)
		if diff := cmp.Diff(in, &out, compare); diff != "" {
			t.Fatal(diff)
		}
		second, err := awsjson.Marshal(&out)
		if err != nil || !bytes.Equal(first, second) {
			t.Fatalf("%v: %s became %s", err, first, second)
		}
	})
}
