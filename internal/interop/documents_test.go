package interop_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestDifferencesDocument checks that the section Left out of docs/differences.md lists the
// names that TestSurface accepts as missing.
func TestDifferencesDocument(t *testing.T) {
	text, err := os.ReadFile("../../docs/differences.md")
	if err != nil {
		t.Fatal(err)
	}
	_, section, _ := strings.Cut(string(text), "\n## Left out\n")
	listed := map[string]bool{}
	for line := range strings.Lines(section) {
		if cells := strings.Split(line, "|"); len(cells) == 4 {
			for _, name := range regexp.MustCompile("`([\\w.]+)`").FindAllStringSubmatch(cells[1], -1) {
				listed[name[1]] = true
			}
		}
	}
	for name := range leftOut {
		name = strings.TrimPrefix(strings.TrimPrefix(name, "lightsail."), "*.")
		if !listed[name] {
			t.Errorf("docs/differences.md does not list %s", name)
		}
		delete(listed, name)
	}
	for name := range listed {
		t.Errorf("docs/differences.md lists %s, which leftOut does not", name)
	}
}
