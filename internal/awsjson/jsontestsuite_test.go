package awsjson_test

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// jsonTestSuite returns the texts of the suite by file name.
func jsonTestSuite(t testing.TB) map[string][]byte {
	zipped, err := gzip.NewReader(bytes.NewReader(readShared(t, "jsontestsuite.tar.gz")))
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string][]byte{}
	for r := tar.NewReader(zipped); ; {
		h, err := r.Next()
		if err == io.EOF {
			return texts
		}
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasSuffix(h.Name, ".json") {
			texts[path.Base(h.Name)] = text
		}
	}
}

// optional has the texts that RFC 8259 lets a parser accept or reject, with the result of
// skipping each as the value of an unknown member, and of decoding each as a list of
// numbers or strings.
var optional = map[string]struct{ skipped, decoded string }{
	"i_number_double_huge_neg_exp.json":                   {"accepted", "[0]"},
	"i_number_huge_exp.json":                              {"accepted", "number out of range"},
	"i_number_neg_int_huge_exp.json":                      {"accepted", "number out of range"},
	"i_number_pos_double_huge_exp.json":                   {"accepted", "number out of range"},
	"i_number_real_neg_overflow.json":                     {"accepted", "number out of range"},
	"i_number_real_pos_overflow.json":                     {"accepted", "number out of range"},
	"i_number_real_underflow.json":                        {"accepted", "[0]"},
	"i_number_too_big_neg_int.json":                       {"accepted", "[-1.2312312312312312e+29]"},
	"i_number_too_big_pos_int.json":                       {"accepted", "[1e+20]"},
	"i_number_very_big_negative_int.json":                 {"accepted", "[-2.374623746732769e+47]"},
	"i_object_key_lone_2nd_surrogate.json":                {"accepted", "expected list, found object"},
	"i_string_1st_surrogate_but_2nd_missing.json":         {"accepted", `["\ufffd"]`},
	"i_string_1st_valid_surrogate_2nd_invalid.json":       {"accepted", `["\ufffd\u1234"]`},
	"i_string_UTF-16LE_with_BOM.json":                     {"expected a value", "expected list, found no JSON value"},
	"i_string_UTF-8_invalid_sequence.json":                {"accepted", `["\u65e5\u0448\ufffd"]`},
	"i_string_UTF8_surrogate_U+D800.json":                 {"accepted", `["\ufffd\ufffd\ufffd"]`},
	"i_string_incomplete_surrogate_and_escape_valid.json": {"accepted", `["\ufffd\n"]`},
	"i_string_incomplete_surrogate_pair.json":             {"accepted", `["\ufffda"]`},
	"i_string_incomplete_surrogates_escape_valid.json":    {"accepted", `["\ufffd\ufffd\n"]`},
	"i_string_invalid_lonely_surrogate.json":              {"accepted", `["\ufffd"]`},
	"i_string_invalid_surrogate.json":                     {"accepted", `["\ufffdabc"]`},
	"i_string_invalid_utf-8.json":                         {"accepted", `["\ufffd"]`},
	"i_string_inverted_surrogates_U+1D11E.json":           {"accepted", `["\ufffd\ufffd"]`},
	"i_string_iso_latin_1.json":                           {"accepted", `["\ufffd"]`},
	"i_string_lone_second_surrogate.json":                 {"accepted", `["\ufffd"]`},
	"i_string_lone_utf8_continuation_byte.json":           {"accepted", `["\ufffd"]`},
	"i_string_not_in_unicode_range.json":                  {"accepted", `["\ufffd\ufffd\ufffd\ufffd"]`},
	"i_string_overlong_sequence_2_bytes.json":             {"accepted", `["\ufffd\ufffd"]`},
	"i_string_overlong_sequence_6_bytes.json":             {"accepted", `["\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd"]`},
	"i_string_overlong_sequence_6_bytes_null.json":        {"accepted", `["\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd"]`},
	"i_string_truncated-utf-8.json":                       {"accepted", `["\ufffd\ufffd"]`},
	"i_string_utf16BE_no_BOM.json":                        {"expected a value", "expected list, found no JSON value"},
	"i_string_utf16LE_no_BOM.json":                        {"expected a value", "expected string, found no JSON value"},
	"i_structure_500_nested_arrays.json":                  {"accepted", "expected number, found list"},
	"i_structure_UTF-8_BOM_empty_object.json":             {"expected a value", "expected list, found no JSON value"},
}

func TestJSONTestSuite(t *testing.T) {
	texts := jsonTestSuite(t)
	var index []struct{ File, Want string }
	if err := json.Unmarshal(readShared(t, "jsontestsuite-index.json"), &index); err != nil {
		t.Fatal(err)
	}
	if len(index) != len(texts) {
		t.Errorf("%d texts, %d in the index", len(texts), len(index))
	}
	for _, c := range index {
		t.Run(c.File, func(t *testing.T) {
			text, ok := texts[c.File]
			if !ok {
				t.Fatal("no such text")
			}
			err := awsjson.Check(text)
			if (err == nil) != json.Valid(text) {
				t.Errorf("%v, but encoding/json says %v", err, json.Valid(text))
			}
			switch c.Want {
			case "accept":
				if err != nil {
					t.Error(err)
				}
			case "reject":
				if err == nil {
					t.Error("accepted")
				}
			case "either":
				skipped, decoded := "accepted", ""
				if err != nil {
					skipped = rule(err)
				}
				var v all
				name := "floats"
				if bytes.ContainsRune(text, '"') {
					name = "strings"
				}
				err := awsjson.Unmarshal(t.Context(), slices.Concat([]byte(`{"`+name+`":`), text, []byte(`}`)), &v)
				switch {
				case err != nil:
					decoded = rule(err)
				case name == "floats":
					decoded = fmt.Sprint(v.Floats)
				default:
					decoded = fmt.Sprintf("%+q", v.Strings)
				}
				if got, want := (struct{ skipped, decoded string }{skipped, decoded}), optional[c.File]; got != want {
					t.Errorf("\t%q: {%q, %q},\nwant %q", c.File, got.skipped, got.decoded, want)
				}
			default:
				t.Errorf("unknown result %q", c.Want)
			}

			// The same text as a response, and inside of one.
			err = awsjson.Unmarshal(t.Context(), text, &all{})
			object := bytes.HasPrefix(bytes.TrimLeft(text, " \t\r\n"), []byte("{"))
			if (err == nil) != (json.Valid(text) && object) {
				t.Errorf("as a response: %v", err)
			}
			for _, around := range []string{`{"x":%s}`, `{"kids":[{"x":[%s,0]}],"bool":true}`} {
				before, after, _ := strings.Cut(around, "%s")
				whole := slices.Concat([]byte(before), text, []byte(after))
				if err := awsjson.Unmarshal(t.Context(), whole, &all{}); (err == nil) != json.Valid(whole) {
					t.Errorf("in %s: %v, but encoding/json says %v", around, err, json.Valid(whole))
				}
			}
		})
	}
}

func rule(err error) string {
	var e *awsjson.Error
	if !errors.As(err, &e) {
		return "not an *Error: " + err.Error()
	}
	return e.Rule
}
