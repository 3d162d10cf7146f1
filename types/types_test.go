package types_test

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/types"
)

// factsFile describes the types of the official package. It is not part of the repository.
const factsFile = "../../shared/facts/shapes-all.json"

type facts struct {
	Shapes map[string]map[string]member // by type, such as types.Bucket, and field
	Enums  map[string]map[string]string // constants by enum
}

type member struct {
	Type, Wire          string
	Required, Sensitive bool
	Zero                string // what happens to the zero of a plain scalar: "omitted" or "sent"
}

func readFacts(t *testing.T) facts {
	t.Helper()
	text, err := os.ReadFile(filepath.FromSlash(factsFile))
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("no %s: types are not compared with those of the official package", factsFile)
	}
	if err != nil {
		t.Fatal(err)
	}
	var f facts
	if err := json.Unmarshal(text, &f); err != nil {
		t.Fatal(err)
	}
	if len(f.Shapes) < 400 || len(f.Enums) < 80 {
		t.Fatalf("%s has %d shapes and %d enums, want at least 400 and 80", factsFile, len(f.Shapes), len(f.Enums))
	}
	return f
}

// officialField is what a field of an official struct and ours have in common.
type officialField struct {
	Name, Type, JSON string
	Required         bool
}

// official returns the fields of one of the official structs in their order: required fields first, then the others,
// both in alphabetical order. Exceptions have an order of their own.
func (f facts) official(name string) (fields []officialField) {
	for field, m := range f.Shapes["types."+name] {
		tag := m.Wire
		if m.Zero != "sent" {
			tag += ",omitzero"
		}
		fields = append(fields, officialField{Name: field, Type: m.Type, JSON: tag, Required: m.Required})
	}
	if strings.HasSuffix(name, "Exception") {
		fields = append(fields, officialField{Name: "ErrorCodeOverride", Type: "*string", JSON: "-"})
	}
	rank := func(f officialField) int {
		switch {
		case strings.HasSuffix(name, "Exception"):
			return slices.Index([]string{"Message", "ErrorCodeOverride", "Code", "Docs", "Tip"}, f.Name)
		case f.Required:
			return 0
		}
		return 1
	}
	slices.SortFunc(fields, func(a, b officialField) int {
		if order := rank(a) - rank(b); order != 0 {
			return order
		}
		return strings.Compare(a.Name, b.Name)
	})
	return fields
}

func TestStructsMatchOfficialPackage(t *testing.T) {
	f := readFacts(t)
	for name, fields := range readSource(t).structs {
		if f.Shapes["types."+name] == nil {
			t.Errorf("%s: the official package has no such struct", name)
			continue
		}
		var got []officialField
		for _, field := range fields {
			got = append(got, officialField{
				Name:     field.Name,
				Type:     field.Type,
				JSON:     field.tag("json"),
				Required: field.tag("required") == "true",
			})
			if f.Shapes["types."+name][field.Name].Sensitive && field.tag("sensitive") != "true" {
				t.Errorf("%s.%s is sensitive in the official package and lacks the tag", name, field.Name)
			}
		}
		if diff := cmp.Diff(f.official(name), got); diff != "" {
			t.Errorf("%s (-official +got):\n%s", name, diff)
		}
	}
}

func TestEnumsMatchOfficialPackage(t *testing.T) {
	f := readFacts(t)
	for name, constants := range readSource(t).enums {
		got := map[string]string{}
		for _, c := range constants {
			got[c.Name] = c.Value
		}
		if diff := cmp.Diff(f.Enums[name], got); diff != "" {
			t.Errorf("constants of %s (-official +got):\n%s", name, diff)
		}
	}
}

// TestRules compares the source of all Values methods. This test calls one of them.
func TestValuesReturnsNewSlice(t *testing.T) {
	want := []types.AccessType{types.AccessTypePublic, types.AccessTypePrivate}
	types.AccessType("").Values()[0] = "changed by a caller"
	if diff := cmp.Diff(want, types.AccessType("").Values()); diff != "" {
		t.Errorf("Values after a caller changed an earlier result (-want +got):\n%s", diff)
	}
}
