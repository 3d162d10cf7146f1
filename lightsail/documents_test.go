package lightsail_test

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
)

// documents returns the Markdown files of the repository by their paths.
func documents(t *testing.T) map[string]string {
	t.Helper()
	texts := map[string]string{}
	err := filepath.WalkDir("..", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || filepath.Ext(path) != ".md" {
			return err
		}
		text, err := os.ReadFile(path)
		texts[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(texts) < 10 {
		t.Fatalf("got %d documents, want at least 10", len(texts))
	}
	return texts
}

// declaredTests returns the names of all tests and fuzz targets of the repository.
func declaredTests(t *testing.T) map[string]bool {
	t.Helper()
	declaration := regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)\w+)\(`)
	tests := map[string]bool{}
	err := filepath.WalkDir("..", func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		source, err := os.ReadFile(path)
		for _, m := range declaration.FindAllSubmatch(source, -1) {
			tests[string(m[1])] = true
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return tests
}

// TestDocumentsNameTests checks that the tests that the documents name exist.
func TestDocumentsNameTests(t *testing.T) {
	t.Parallel()
	tests := declaredTests(t)
	named := regexp.MustCompile("`((?:Test|Fuzz)\\w+)`")
	atLeast := map[string]int{"../docs/reliability.md": 20, "../SECURITY.md": 10, "../docs/differences.md": 20}
	for path, text := range documents(t) {
		names := named.FindAllStringSubmatch(text, -1)
		if len(names) < atLeast[path] {
			t.Errorf("%s: got %d names of tests, want at least %d", path, len(names), atLeast[path])
		}
		for _, name := range names {
			if !tests[name[1]] {
				t.Errorf("%s: got test name %s, want a test that exists", path, name[1])
			}
		}
	}
}

// TestDocumentLinks checks that the files and headings to which the documents link exist.
func TestDocumentLinks(t *testing.T) {
	t.Parallel()
	texts := documents(t)
	link := regexp.MustCompile(`\]\(([^)\s]+)\)`)
	checked := 0
	for path, text := range texts {
		for _, m := range link.FindAllStringSubmatch(withoutCode(text), -1) {
			if strings.Contains(m[1], "://") {
				continue
			}
			checked++
			file, heading, _ := strings.Cut(m[1], "#")
			target := path
			if file != "" {
				target = filepath.Join(filepath.Dir(path), filepath.FromSlash(file))
			}
			if _, err := os.Stat(target); err != nil {
				t.Errorf("%s: link %s: %v", path, m[1], err)
			} else if heading != "" && !headings(texts[target])[heading] {
				t.Errorf("%s: link %s: got no heading #%s in %s, want one", path, m[1], heading, target)
			}
		}
	}
	if checked < 20 {
		t.Errorf("checked %d links, want at least 20", checked)
	}
}

// withoutCode removes fenced code blocks and code spans.
func withoutCode(text string) string {
	return regexp.MustCompile("(?s)```.*?```|`[^`\n]*`").ReplaceAllString(text, "")
}

// headings returns the anchors of the headings of a Markdown text, as GitHub makes them.
func headings(text string) map[string]bool {
	anchors := map[string]bool{}
	for line := range strings.Lines(text) {
		title := strings.TrimSpace(strings.TrimLeft(line, "#"))
		if !strings.HasPrefix(line, "#") || title == "" {
			continue
		}
		anchors[strings.Map(func(r rune) rune {
			switch {
			case r == ' ':
				return '-'
			case unicode.IsLetter(r), unicode.IsDigit(r), r == '-', r == '_':
				return unicode.ToLower(r)
			}
			return -1
		}, title)] = true
	}
	return anchors
}

// TestReadmeCounts checks the numbers of operations, paginators and waiters in README.md
// against docs/operations.md.
func TestReadmeCounts(t *testing.T) {
	t.Parallel()
	texts := documents(t)
	table := texts["../docs/operations.md"]
	operations, waiters, _ := strings.Cut(table, "## Waiters")
	rows := func(text string) int { return len(regexp.MustCompile(`(?m)^\| [A-Z]`).FindAllString(text, -1)) }
	paginated := len(regexp.MustCompile(`(?m)^\| (?:[^|]*\|){4} [^ |]`).FindAllString(operations, -1)) - 1 // the head of the table
	for _, want := range []string{
		fmt.Sprintf("all %d operations", rows(operations)),
		fmt.Sprintf("| paginators | %d, with iterators |", paginated),
		fmt.Sprintf("the %d operations that page", paginated),
		fmt.Sprintf("There are %d waiters", rows(waiters)),
		fmt.Sprintf("| waiters | %d |", rows(waiters)),
	} {
		if !strings.Contains(texts["../README.md"], want) {
			t.Errorf("README.md: got no %q, want it", want)
		}
	}
}
