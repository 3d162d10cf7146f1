package lightsail_test

import (
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// documentedFault is what a row of the fault table in docs/reliability.md states,
// without its sentences.
type documentedFault struct {
	Fault          []string // statuses and code spans of the first column
	Outcome        []string // code spans of the second column: error type and texts
	ReadAttempts   int
	ChangeAttempts int
	Retried        string // yes, no, or "reads"
}

var (
	codeSpan         = regexp.MustCompile("`[^`]+`")
	statusOrCodeSpan = regexp.MustCompile("`[^`]+`|\\b[1-5]\\d\\d\\b")
)

// parseFaultRow parses a table row. It returns false for other lines.
func parseFaultRow(line string) (row documentedFault, ok bool) {
	line, ok = strings.CutPrefix(strings.TrimSpace(line), "|")
	cells := strings.Split(strings.TrimSuffix(line, "|"), "|")
	if !ok || len(cells) != 5 {
		return row, false
	}
	var err1, err2 error
	row.ReadAttempts, err1 = strconv.Atoi(strings.TrimSpace(cells[2]))
	row.ChangeAttempts, err2 = strconv.Atoi(strings.TrimSpace(cells[3]))
	row.Fault = statusOrCodeSpan.FindAllString(cells[0], -1)
	row.Outcome = codeSpan.FindAllString(cells[1], -1)
	switch retried := strings.ToLower(strings.TrimSpace(cells[4])); {
	case strings.HasPrefix(retried, "yes"):
		row.Retried = "yes"
	case strings.HasPrefix(retried, "no"):
		row.Retried = "no"
	case strings.Contains(retried, "read"):
		row.Retried = "reads"
	}
	return row, err1 == nil && err2 == nil
}

func TestParseFaultRow(t *testing.T) {
	t.Parallel()
	got, ok := parseFaultRow("| 503 with `Retry-After: 3600` | `*smithy.GenericAPIError`: `api error` | 3 | 1 | reads only |")
	want := documentedFault{[]string{"503", "`Retry-After: 3600`"}, []string{"`*smithy.GenericAPIError`", "`api error`"}, 3, 1, "reads"}
	if diff := cmp.Diff(want, got); diff != "" || !ok {
		t.Errorf("ok = %t, row (-want +got):\n%s", ok, diff)
	}
	for _, line := range []string{"", "text", "| Fault | Outcome | Reads | Changes | Retried |", "|---|---|---|---|---|", "| a | b | c |"} {
		if row, ok := parseFaultRow(line); ok {
			t.Errorf("%q: got row %+v, want none", line, row)
		}
	}
}

// wantRetried returns what documentedFault.Retried must be for the case's attempts.
func (c *faultCase) wantRetried() string {
	switch {
	case c.changeAttempts > 1:
		return "yes"
	case c.readAttempts > 1:
		return "reads"
	}
	return "no"
}

// TestReliabilityDocument compares the fault table of docs/reliability.md with
// faultCases row by row: statuses, errors, attempts and whether the call is retried.
func TestReliabilityDocument(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("../docs/reliability.md")
	if err != nil {
		t.Fatal(err)
	}
	var got, want []documentedFault
	for line := range strings.Lines(string(text)) {
		if row, ok := parseFaultRow(line); ok {
			got = append(got, row)
		}
	}
	var table strings.Builder
	for i := range faultCases {
		c := &faultCases[i]
		row, ok := parseFaultRow(c.String())
		if !ok || row.Retried != c.wantRetried() {
			t.Errorf("%s: got retried %q for %d and %d attempts, want a text that starts with or contains %q", c.name, c.retried, c.readAttempts, c.changeAttempts, c.wantRetried())
		}
		want = append(want, row)
		table.WriteString(c.String() + "\n")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("fault table (-tests +document):\n%s\nA table that agrees with the tests:\n%s", diff, table.String())
	}
}
