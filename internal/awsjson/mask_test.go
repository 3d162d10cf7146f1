package awsjson_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

var maskedNames = []string{"password", "privateKey"}

func TestMask(t *testing.T) {
	for text, want := range map[string]string{
		`{}`:                                  `{}`,
		` {"password" : "a" , "b":1} `:        ` {"password" : * , "b":1} `,
		`[{"a":[{"privateKey":{"x":[1]}}]}]`:  `[{"a":[{"privateKey":*}]}]`,
		`{"password":null,"password":"\"x"}`:  `{"password":*,"password":*}`,
		`{"passwor\u0064":1,"Password":2}`:    `{"passwor\u0064":*,"Password":2}`,
		`{"password":{"password":1},"b":[]}`:  `{"password":*,"b":[]}`,
		`{"a":"password","b":["privateKey"]}`: `{"a":"password","b":["privateKey"]}`,
		`"password"`:                          `"password"`,
		`3`:                                   `3`,
	} {
		got, err := awsjson.Mask([]byte(text), maskedNames, "*")
		if err != nil || string(got) != want {
			t.Errorf("%s: %s, error %v", text, got, err)
		}
	}
	deep := strings.Repeat("[", 10_000)
	for _, text := range []string{
		"", " ", "{", `{"password"`, `{"password":`, `{"password":"x`, `{"password":"x"`, `{"password":"x",}`, `{"a":1}x`,
		`password=x`, `{"a":tru}`, `[1,]`, `{1:2}`, "[" + deep,
	} {
		if got, err := awsjson.Mask([]byte(text), maskedNames, "*"); err == nil || got != nil {
			t.Errorf("%.20s: %s", text, got)
		}
	}
	if _, err := awsjson.Mask([]byte(deep+strings.Repeat("]", 10_000)), maskedNames, "*"); err != nil {
		t.Errorf("10,000 levels: %v", err)
	}
}

// What is masked is JSON, and reads as the text does but for the secrets.
func FuzzMask(f *testing.F) {
	for _, text := range seeds(f) {
		f.Add(text)
	}
	f.Add([]byte(`{"a":[{"privateKey":{"x":[1]}},"password"],"password":"y"}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		got, err := awsjson.Mask(text, maskedNames, `"masked"`)
		if valid := json.Valid(text); valid != (err == nil) {
			t.Fatalf("valid %v, error %v", valid, err)
		}
		if err != nil {
			return
		}
		want := hide(decodeAny(t, text))
		if diff := cmp.Diff(want, decodeAny(t, got)); diff != "" {
			t.Error(diff)
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

// hide does to a decoded value what Mask does to a text.
func hide(v any) any {
	switch v := v.(type) {
	case map[string]any:
		for name, member := range v {
			if name == "password" || name == "privateKey" {
				v[name] = "masked"
			} else {
				v[name] = hide(member)
			}
		}
	case []any:
		for i := range v {
			v[i] = hide(v[i])
		}
	}
	return v
}
