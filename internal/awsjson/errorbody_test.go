package awsjson_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
	"github.com/lightsail-go/sdk/types"
)

func TestParseError(t *testing.T) {
	type info = awsjson.ErrorInfo
	for _, c := range []struct {
		name, header, body string
		want               info
	}{
		{"header, type and code", "A", `{"__type":"B","code":"C","message":"m"}`, info{"A", "m"}},
		{"type and code", "", `{"code":"C","__type":"B","message":"m"}`, info{"B", "m"}},
		{"code alone", "", `{"code":"C","message":"m"}`, info{"C", "m"}},
		{"namespace", "", `{"__type":"com.amazonaws.lightsail#NotFoundException"}`, info{"NotFoundException", "UnknownError"}},
		{"text behind a colon", "NotFoundException:http://internal.example/", ``, info{"NotFoundException", "UnknownError"}},
		{"namespace, and a # behind the colon", "a#b:http://x/#y", ``, info{"b", "UnknownError"}},
		{"two #", "a#b#c", ``, info{"b#c", "UnknownError"}},
		{"no text in front of the colon", "a#:b", ``, info{"UnknownError", "UnknownError"}},
		{"empty body", "", ``, info{"UnknownError", "UnknownError"}},
		{"white space", "", " \r\n\t", info{"UnknownError", "UnknownError"}},
		{"null", "A", "null", info{"A", "UnknownError"}},
		{"empty object", "", `{}`, info{"UnknownError", "UnknownError"}},
		{"empty strings", "", `{"__type":"","code":"","message":""}`, info{"UnknownError", "UnknownError"}},
		{"nulls", "", `{"__type":null,"code":null,"message":null}`, info{"UnknownError", "UnknownError"}},
		{"empty type and a code", "", `{"__type":"","code":"C"}`, info{"C", "UnknownError"}},
		{"code is not a string", "", `{"code":{"a":[1]},"message":"m"}`, info{"UnknownError", "m"}},
		{"any letter case", "", `{"__TYPE":"B","MessagE":"m"}`, info{"B", "m"}},
		{"escaped names", "", `{"\u005f_type":"B","\u004dessage":"\u006d"}`, info{"B", "m"}},
		{"last of two members", "", `{"__type":"A","message":"l","__type":"B","Message":"m"}`, info{"B", "m"}},
		{"null leaves an earlier member", "", `{"__type":"A","message":"m","__type":null,"Message":null}`, info{"A", "m"}},
		{"null clears an earlier code", "", `{"code":"A","code":null}`, info{"UnknownError", "UnknownError"}},
		{"nested members", "", `{"details":{"__type":"A","message":"l"},"list":[{"code":"B"}]}`, info{"UnknownError", "UnknownError"}},
		{"invalid UTF-8", "", "{\"message\":\"\xff\"}", info{"UnknownError", "\ufffd"}},
		{"text behind the value", "", `{"__type":"A","message":"m"}<html>`, info{"A", "m"}},
		{"a second value", "", ` {"__type":"A"} {"__type":"B"}`, info{"A", "UnknownError"}},
		{"text behind null", "A", `null{}`, info{"A", "UnknownError"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := awsjson.ParseError(c.header, []byte(c.body))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
	for _, c := range []struct{ body, want string }{
		{`<html>`, "awsjson: expected object, found no JSON value at offset 0"},
		{`[]`, "awsjson: expected object, found list at offset 0"},
		{`"a"`, "awsjson: expected object, found string at offset 0"},
		{`nul`, "awsjson: unexpected end at offset 3"},
		{`{"__type":5}`, "awsjson: __type: expected string, found number at offset 10"},
		{`{"Message":{}}`, "awsjson: message: expected string, found object at offset 11"},
		{`{"x":[1,]}`, "awsjson: expected a value at offset 8"},
		{`{"code":"a\x"}`, "awsjson: code: invalid escape in a string at offset 11"},
		{`5 {}`, "awsjson: expected object, found number at offset 0"},
		{`{"__type":"A","message":"cut`, "awsjson: message: unexpected end at offset 28"},
		{`{"__type":"A"`, "awsjson: unexpected end at offset 13"},
	} {
		info, err := awsjson.ParseError("Header", []byte(c.body))
		if err == nil || err.Error() != c.want || info != (awsjson.ErrorInfo{}) {
			t.Errorf("%s: %+v, %v, want %s", c.body, info, err, c.want)
		}
		if errors.Is(err, io.ErrUnexpectedEOF) != strings.Contains(c.want, "unexpected end") {
			t.Errorf("%s: unwraps to %v", c.body, errors.Unwrap(err))
		}
	}
}

// TestUnmarshalError has the results of aws-sdk-go-v2/service/lightsail v1.70.3 for a
// NotFoundException.
func TestUnmarshalError(t *testing.T) {
	for _, c := range []struct {
		name, body string
		want       *string // the message
		err        string
	}{
		{"message", `{"message":"m"}`, ptr("m"), ""},
		{"no message", `{}`, nil, ""},
		{"null message", `{"message":null}`, nil, ""},
		{"empty body", ``, nil, ""},
		{"text behind the value", `{"message":"m"} x`, ptr("m"), ""},
		{"a second value", `{"message":"m"}{"message":"n"}`, ptr("m"), ""},
		{"both spellings, the last one counts", `{"message":"a","Message":"b"}`, ptr("b"), ""},
		{"white space", " \n\t", nil, "awsjson: unexpected end at offset 3"},
		{"null", "null", nil, "awsjson: expected object, found null at offset 0"},
		{"docs is not a string", `{"docs":5}`, nil, "awsjson: docs: expected string, found number at offset 8"},
		{"HTML", `<html>`, nil, "awsjson: expected object, found no JSON value at offset 0"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got types.NotFoundException
			err := awsjson.UnmarshalError([]byte(c.body), &got)
			if c.err != "" {
				if err == nil || err.Error() != c.err {
					t.Errorf("got %v, want %s", err, c.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, got.Message); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// officialError returns what the official client makes of an error response.
func officialError(header string, body []byte) (info awsjson.ErrorInfo, err error) {
	var v struct {
		Type    string `json:"__type"`
		Message string
		Code    any
	}
	d := json.NewDecoder(bytes.NewReader(body))
	d.UseNumber()
	if err := d.Decode(&v); err != nil && err != io.EOF {
		return info, err
	}
	code, _ := v.Code.(string)
	for _, typ := range []string{header, v.Type, code, "UnknownError"} {
		if typ != "" {
			typ, _, _ = strings.Cut(typ, ":")
			if _, after, ok := strings.Cut(typ, "#"); ok {
				typ = after
			}
			info.Code = typ
			break
		}
	}
	if info.Message = v.Message; info.Message == "" {
		info.Message = "UnknownError"
	}
	return info, nil
}

func FuzzParseError(f *testing.F) {
	f.Add("", []byte(`{"__type":"a#B:c","message":"m","code":5}`))
	f.Add("A:b", []byte(` {"Code":"a","MESSAGE":null,"x":{"y":[1e5,true]}} `))
	f.Add("", []byte(`{"code":{"a":"b"},"me\u017f\u017fage":"x"}`))
	f.Add("#", []byte(`null`))
	f.Add("", []byte("{\"__type\":\"\xff\\ud800\"}x"))
	for _, text := range seeds(f) {
		f.Add("", text)
	}
	f.Fuzz(func(t *testing.T, header string, body []byte) {
		got, err := awsjson.ParseError(header, body)
		want, wantErr := officialError(header, body)
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("got %v, want %v", err, wantErr)
		}
		if err != nil {
			return
		}
		if want.Code == "" {
			want.Code = "UnknownError" // the official client leaves it empty
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}
