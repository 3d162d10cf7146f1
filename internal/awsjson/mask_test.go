package awsjson_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// session has sensitive fields of every form, and fields of every kind.
type session struct {
	Password    *string           `json:"password,omitzero" sensitive:"true"`
	PrivateKey  *session          `json:"privateKey,omitzero" sensitive:"true"`
	Keys        []string          `json:"keys,omitzero" sensitive:"true"`
	Environment map[string]string `json:"environment,omitzero" sensitive:"true"`
	Code        *int32            `json:"code,omitzero" sensitive:"true"`

	Bool    *bool              `json:"bool,omitzero"`
	Child   *session           `json:"child,omitzero"`
	Color   color              `json:"color,omitzero"`
	Deep    [][]bool           `json:"deep,omitzero"`
	Float   *float64           `json:"float,omitzero"`
	Int32   int32              `json:"int32"`
	Int64   *int64             `json:"int64,omitzero"`
	Kids    []session          `json:"kids,omitzero"`
	Labels  map[string]string  `json:"labels,omitzero"`
	Named   map[string]session `json:"named,omitzero"`
	String  *string            `json:"string,omitzero"`
	Strings []string           `json:"strings,omitzero"`
	Time    *time.Time         `json:"time,omitzero"`
}

func TestMask(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty object", `{}`, `{}`},
		{"null", ` null `, ` null `},
		{"sensitive field", ` {"password" : "a" , "bool":true} `, ` {"password" : * , "bool":true} `},
		{"sensitive null", `{"password":null}`, `{"password":*}`},
		{"sensitive field twice", `{"password":"b","password":"\"x"}`, `{"password":*,"password":*}`},
		{"sensitive struct", `{"privateKey":{"string":"x","bool":true}}`, `{"privateKey":*}`},
		{"sensitive list, map and number", `{"keys":["a"],"environment":{"a":"b"},"code":5}`, `{"keys":*,"environment":*,"code":*}`},
		{"sensitive field in a form that does not fit", `{"password":{"string":["a"]},"keys":"b"}`, `{"password":*,"keys":*}`},
		{"escaped name", `{"passwor\u0064":"a","strin\u0067":"b"}`, `{"passwor\u0064":*,"strin\u0067":"b"}`},
		{"name in another case", `{"Password":"a","STRING":"b"}`, `{"Password":*,"STRING":*}`},
		{"unknown member", `{"x":{"string":"a"},"":[1],"string":"b"}`, `{"x":*,"":*,"string":"b"}`},
		{"unknown null", `{"x":null}`, `{"x":*}`},
		{"nested sensitive fields", `{"child":{"password":"a","child":{"string":"b"}},"kids":[{"password":"c","color":"red"},{"x":1}],"named":{"k":{"password":"d","int64":5}}}`,
			`{"child":{"password":*,"child":{"string":"b"}},"kids":[{"password":*,"color":"red"},{"x":*}],"named":{"k":{"password":*,"int64":5}}}`},
		{"values that fit", `{"bool":false,"color":"red","deep":[[true],[],null],"float":-1.5e3,"int32":-7,"int64":7,"labels":{"password":"a"},"strings":["b",null],"time":1.5E9}`,
			`{"bool":false,"color":"red","deep":[[true],[],null],"float":-1.5e3,"int32":-7,"int64":7,"labels":{"password":"a"},"strings":["b",null],"time":1.5E9}`},
		{"null fields", `{"bool":null,"child":null,"kids":[null],"named":{"a":null},"int32":null}`, `{"bool":null,"child":null,"kids":[null],"named":{"a":null},"int32":null}`},
		{"values in place of a string", `{"string":{"a":"b"},"color":["a"],"strings":[1,"a",true]}`, `{"string":*,"color":*,"strings":[*,"a",*]}`},
		{"values in place of a number", `{"int32":"5","int64":[5],"float":{"a":5},"time":"2021-11-01"}`, `{"int32":*,"int64":*,"float":*,"time":*}`},
		{"strings for a float", `{"float":"NaN"}`, `{"float":"NaN"}`},
		{"other strings for a float", `{"float":"5","child":{"float":"secret"}}`, `{"float":*,"child":{"float":*}}`},
		{"a string for a float that ends with a backslash", `{"float":"NaN\\"}`, `{"float":*}`},
		{"values in place of a boolean", `{"bool":"true","deep":[["a"],{"a":1}]}`, `{"bool":*,"deep":[[*],*]}`},
		{"values in place of an object", `{"child":"a","kids":["b",[{}]],"labels":["c"],"named":"d"}`, `{"child":*,"kids":[*,*],"labels":*,"named":*}`},
		{"values of a map that do not fit", `{"labels":{"a":"b","c":["d"]},"named":{"a":"b"}}`, `{"labels":{"a":"b","c":*},"named":{"a":*}}`},
		{"an object in place of a list", `{"kids":{"a":1},"strings":"a"}`, `{"kids":*,"strings":*}`},
		{"a list", `[{"string":"a"}]`, `*`},
		{"a string", ` "a" `, ` * `},
		{"a number", `3`, `*`},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, like := range []any{(*session)(nil), new(session)} {
				got, err := awsjson.Mask([]byte(c.text), like, "*")
				if err != nil || string(got) != c.want {
					t.Errorf("%s\n got %s, %v\nwant %s", c.text, got, err, c.want)
				}
			}
		})
	}
}

func TestMaskErrorBody(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"empty object", `{}`, `{}`},
		{"null", `null`, `null`},
		{"members of exceptions", `{"__type":"a","code":"b","docs":"c","message":"d","Message":"e","tip":"f"}`, `{"__type":"a","code":"b","docs":"c","message":"d","Message":"e","tip":"f"}`},
		{"any letter case", `{"__TYPE":"a","MESSAGE":"b","Tip":null}`, `{"__TYPE":"a","MESSAGE":"b","Tip":null}`},
		{"other members", `{"message":"a","password":"b","x":{"message":"c"},"y":[1]}`, `{"message":"a","password":*,"x":*,"y":*}`},
		{"values that are not strings", `{"message":{"a":"b"},"code":5,"docs":["a"],"tip":true}`, `{"message":*,"code":*,"docs":*,"tip":*}`},
		{"escaped names", `{"messag\u0065":"a","\u0070assword":"b"}`, `{"messag\u0065":"a","\u0070assword":*}`},
		{"a list", `[{"message":"a"}]`, `*`},
		{"a string", `"a"`, `*`},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := awsjson.Mask([]byte(c.text), nil, "*")
			if err != nil || string(got) != c.want {
				t.Errorf("%s\n got %s, %v\nwant %s", c.text, got, err, c.want)
			}
		})
	}
}

func TestMaskInvalid(t *testing.T) {
	deep := strings.Repeat(`[`, 10_000)
	for _, text := range []string{
		"", " ", "{", `{"password"`, `{"password":`, `{"password":"x`, `{"password":"x"`, `{"password":"x",}`, `{"string":"a"}x`, `{"string":"a"}{}`,
		`password=x`, `{"string":tru}`, `{"string":"\x"}`, `{"float":"NaN`, `{"float":"NaN\`, `{"bool":nul}`, `{"kids":[{},]}`, `{"kids":[{}`, `[1,]`, `{1:2}`, "[" + deep,
		`{"x":` + deep + strings.Repeat(`]`, 10_000) + `}`, strings.Repeat(`{"child":`, 10_001) + `{}` + strings.Repeat(`}`, 10_001), "null x", "nul",
	} {
		for _, like := range []any{nil, new(session)} {
			if got, err := awsjson.Mask([]byte(text), like, "*"); err == nil || got != nil {
				t.Errorf("%T, %.20s: got %.100s, %v", like, text, got, err)
			}
		}
	}
	for _, text := range []string{
		deep + strings.Repeat("]", 10_000),
		strings.Repeat(`{"child":`, 9_999) + `{}` + strings.Repeat(`}`, 9_999),
	} {
		if _, err := awsjson.Mask([]byte(text), new(session), "*"); err != nil {
			t.Errorf("10,000 levels of %.10s: %v", text, err)
		}
	}
	for _, like := range []any{session{}, "text", &struct {
		Func func() `json:"func"`
	}{}} {
		if got, err := awsjson.Mask([]byte(`{}`), like, "*"); err == nil {
			t.Errorf("%T: got %s, want an error", like, got)
		}
	}
}

// FuzzMask compares Mask with a model on decoded values.
func FuzzMask(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
		f.Add(append(append([]byte(`{"string":`), text...), '}'))
		f.Add(append(append([]byte(`{"named":{"a":{"float":`), text...), `},"b":null}}`...))
	}
	f.Add([]byte(`{"kids":[{"privateKey":{"x":[1]}},"password"],"password":"y","deep":[[true,1],null]}`))
	f.Add([]byte(`{"labels":{"a":"b","c":5},"time":1.5,"int32":"5","float":"-Infinity","message":"m"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		for _, c := range []struct {
			like  any
			model func(any) any
		}{
			{new(session), maskedSession},
			{nil, maskedErrorBody},
		} {
			got, err := awsjson.Mask(text, c.like, `"masked"`)
			if valid := json.Valid(text); valid != (err == nil) {
				t.Fatalf("%T: valid %v, error %v", c.like, valid, err)
			}
			if err != nil {
				return
			}
			if diff := cmp.Diff(c.model(decodeAny(t, text)), decodeAny(t, got)); diff != "" {
				t.Errorf("%T: %s", c.like, diff)
			}
		}
	})
}

func decodeAny(t *testing.T, text []byte) (v any) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		t.Fatal(err)
	}
	return v
}

// maskedSession and maskedErrorBody return v, a decoded body, with its values masked.

func maskedSession(v any) any {
	members, ok := v.(map[string]any)
	if !ok {
		return nullOrMasked(v)
	}
	for name, value := range members {
		switch name {
		case "bool":
			members[name] = keepIf[bool](value)
		case "child":
			members[name] = maskedSession(value)
		case "color", "string":
			members[name] = keepIf[string](value)
		case "deep":
			members[name] = eachMasked(value, func(v any) any { return eachMasked(v, keepIf[bool]) })
		case "float":
			s, isString := value.(string)
			isFloat := strings.EqualFold(s, "NaN") || strings.EqualFold(s, "Infinity") || strings.EqualFold(s, "-Infinity")
			if !isString || !isFloat {
				members[name] = keepIf[json.Number](value)
			}
		case "int32", "int64", "time":
			members[name] = keepIf[json.Number](value)
		case "kids":
			members[name] = eachMasked(value, maskedSession)
		case "labels":
			members[name] = entriesMasked(value, keepIf[string])
		case "named":
			members[name] = entriesMasked(value, maskedSession)
		case "strings":
			members[name] = eachMasked(value, keepIf[string])
		default:
			members[name] = "masked"
		}
	}
	return members
}

func maskedErrorBody(v any) any {
	members, ok := v.(map[string]any)
	if !ok {
		return nullOrMasked(v)
	}
	for name, value := range members {
		members[name] = "masked"
		for _, known := range []string{"__type", "code", "docs", "message", "tip"} {
			if strings.EqualFold(name, known) {
				members[name] = keepIf[string](value)
			}
		}
	}
	return members
}

func nullOrMasked(v any) any {
	if v == nil {
		return nil
	}
	return "masked"
}

// keepIf returns v if it is a T or null.
func keepIf[T any](v any) any {
	if v, ok := v.(T); ok {
		return v
	}
	return nullOrMasked(v)
}

func eachMasked(v any, masked func(any) any) any {
	list, ok := v.([]any)
	if !ok {
		return nullOrMasked(v)
	}
	for i := range list {
		list[i] = masked(list[i])
	}
	return list
}

func entriesMasked(v any, masked func(any) any) any {
	entries, ok := v.(map[string]any)
	if !ok {
		return nullOrMasked(v)
	}
	for key, value := range entries {
		entries[key] = masked(value)
	}
	return entries
}
