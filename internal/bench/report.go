package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"text/tabwriter"
)

// A table is a heading and lines of equal length.
type table struct {
	heading []string
	lines   [][]string
}

// text writes the table for a terminal.
func (t *table) text(w io.Writer) {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, line := range append([][]string{t.heading}, t.lines...) {
		fmt.Fprintln(tw, strings.Join(line, "\t"))
	}
	tw.Flush()
}

// markdown writes the table for a page.
func (t *table) markdown(w io.Writer) {
	fmt.Fprintf(w, "| %s |\n|%s\n", strings.Join(t.heading, " | "), strings.Repeat("---|", len(t.heading)))
	for _, line := range t.lines {
		fmt.Fprintf(w, "| %s |\n", strings.Join(line, " | "))
	}
}

// table is all that was measured, in one table.
func (rs results) table() *table {
	t := &table{heading: []string{"what", "measure", "via",
		"official", "ours, watched", "ours", "floor", "official / ours", "official / watched", "ours / floor"}}
	for _, r := range rs {
		line := []string{r.what, r.measure.name, r.via}
		for c := range contenders {
			line = append(line, r.text(c))
		}
		t.lines = append(t.lines, append(line,
			r.ratioText(officialClient, thisClient), r.ratioText(officialClient, watchedClient), r.ratioText(thisClient, floorClient)))
	}
	return t
}

// budgetTable is what came of the budgets, and how many are broken.
func (rs results) budgetTable() (t *table, broken int) {
	t = &table{heading: []string{"budget", "allowed", "measured", ""}}
	for _, b := range budgets {
		line, isBroken := b.judge(rs)
		t.lines = append(t.lines, line)
		if isBroken {
			broken++
		}
	}
	return t, broken
}

// slopeTable tells what a bucket costs on a page of more. Where the columns are alike,
// cost grows linearly with the page.
func (rs results) slopeTable() *table {
	t := &table{heading: []string{"CPU of one more bucket", "from 1 to 100", "from 100 to 1,000", "from 1 to 1,000"}}
	for c := range contenders {
		one, ok1 := rs.find(bucketsOne, "fake", cpu).value(c)
		hundred, ok2 := rs.find(buckets100, "fake", cpu).value(c)
		thousand, ok3 := rs.find(buckets1000, "fake", cpu).value(c)
		if ok1 && ok2 && ok3 {
			t.lines = append(t.lines, []string{c.String(),
				duration((hundred - one) / 99), duration((thousand - hundred) / 900), duration((thousand - one) / 999)})
		}
	}
	return t
}

// machine tells what the numbers were taken on, and how.
func (s *settings) machine() string {
	return fmt.Sprintf("%s, %s/%s, %s, %d CPUs, GOMAXPROCS %d; %d rounds of blocks of %v",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, processor(), runtime.NumCPU(), runtime.GOMAXPROCS(0), s.rounds, s.block)
}

// processor is the name of the processor, where the system tells.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if name, value, _ := strings.Cut(line, ":"); strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "processor unknown"
}

// print writes the report for a terminal.
func (s *settings) print(w io.Writer, rs results) (broken int) {
	fmt.Fprintf(w, "%s\n\n", s.machine())
	rs.table().text(w)
	if slopes := rs.slopeTable(); len(slopes.lines) > 0 {
		fmt.Fprintln(w)
		slopes.text(w)
	}
	fmt.Fprintln(w)
	t, broken := rs.budgetTable()
	t.text(w)
	return broken
}

// The marks between which the report stands on a page.
const (
	beginMark = "<!-- numbers: written by go run -C internal/bench . -md -->\n"
	endMark   = "<!-- end of numbers -->\n"
)

// A page is a Markdown file with the marks.
type page struct {
	path          string
	before, after []byte // what stands around the report
}

func openPage(path string) (*page, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	before, rest, ok1 := bytes.Cut(text, []byte(beginMark))
	_, after, ok2 := bytes.Cut(rest, []byte(endMark))
	if !ok1 || !ok2 {
		return nil, fmt.Errorf("%s has no lines %q and %q to write between", path, strings.TrimSpace(beginMark), strings.TrimSpace(endMark))
	}
	return &page{path, before, after}, nil
}

// write puts the report between the marks of p.
func (s *settings) write(p *page, rs results) error {
	var b bytes.Buffer
	b.Write(p.before)
	fmt.Fprintf(&b, "%s\nMachine: %s.\n\n", beginMark, s.machine())
	t, _ := rs.budgetTable()
	t.markdown(&b)
	b.WriteByte('\n')
	if slopes := rs.slopeTable(); len(slopes.lines) > 0 {
		slopes.markdown(&b)
		b.WriteByte('\n')
	}
	rs.table().markdown(&b)
	fmt.Fprintf(&b, "\n%s", endMark)
	b.Write(p.after)
	return os.WriteFile(p.path, b.Bytes(), 0o644)
}
