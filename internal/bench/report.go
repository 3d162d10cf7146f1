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

// A table is a heading and lines of the same number of columns.
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

// markdown writes the table as Markdown.
func (t *table) markdown(w io.Writer) {
	fmt.Fprintf(w, "| %s |\n|%s\n", strings.Join(t.heading, " | "), strings.Repeat("---|", len(t.heading)))
	for _, line := range t.lines {
		fmt.Fprintf(w, "| %s |\n", strings.Join(line, " | "))
	}
}

// table returns a table of all results except those of decoderTable.
func (rs results) table() *table {
	t := &table{heading: []string{"what", "measure", "via"}}
	for _, v := range clientVariants {
		t.heading = append(t.heading, v.String())
	}
	t.heading = append(t.heading, "official / ours", "official / ours, middleware path", "ours / baseline")
	for _, r := range rs {
		if r.via == memory {
			continue
		}
		line := []string{r.what, r.measure.name, r.via}
		for _, v := range clientVariants {
			line = append(line, r.text(v))
		}
		t.lines = append(t.lines, append(line,
			r.ratioText(officialClient, thisClient), r.ratioText(officialClient, middlewareClient), r.ratioText(thisClient, baselineClient)))
	}
	return t
}

// decoderTable returns a table of the results of the decoders.
func (rs results) decoderTable() *table {
	t := &table{heading: []string{"what", "measure"}}
	for _, v := range decoderVariants {
		t.heading = append(t.heading, v.String())
	}
	t.heading = append(t.heading, "ours / lowest other")
	for _, r := range rs {
		if r.via != memory {
			continue
		}
		line := []string{r.what, r.measure.name}
		for _, v := range decoderVariants {
			line = append(line, r.text(v))
		}
		t.lines = append(t.lines, append(line, r.ratioText(thisClient, r.lowest(otherDecoders))))
	}
	return t
}

// budgetTable returns a table of the budgets, and the number of missed budgets.
func (rs results) budgetTable() (t *table, missed int) {
	t = &table{heading: []string{"budget", "allowed", "measured", "result"}}
	for _, b := range budgets {
		line, isMissed := b.evaluate(rs)
		t.lines = append(t.lines, line)
		if isMissed {
			missed++
		}
	}
	return t, missed
}

// slopeTable returns a table of the CPU time of one more bucket on a page. The cost
// of a page is linear in its length if the columns are equal.
func (rs results) slopeTable() *table {
	t := &table{heading: []string{"CPU of one more bucket", "from 1 to 100", "from 100 to 1,000", "from 1 to 1,000"}}
	for _, v := range clientVariants {
		one, ok1 := rs.find(bucketsOne, "fake", cpu).value(v)
		hundred, ok2 := rs.find(buckets100, "fake", cpu).value(v)
		thousand, ok3 := rs.find(buckets1000, "fake", cpu).value(v)
		if ok1 && ok2 && ok3 {
			t.lines = append(t.lines, []string{v.String(),
				duration((hundred - one) / 99), duration((thousand - hundred) / 900), duration((thousand - one) / 999)})
		}
	}
	return t
}

// machine describes the machine, the Go version and the number of rounds.
func (s *settings) machine() string {
	return fmt.Sprintf("%s, %s/%s, %s, %d CPUs, GOMAXPROCS %d; %d rounds of blocks of %v",
		runtime.Version(), runtime.GOOS, runtime.GOARCH, processor(), runtime.NumCPU(), runtime.GOMAXPROCS(0), s.rounds, s.block)
}

// processor returns the model name of the processor, if the system reports it.
func processor() string {
	text, _ := os.ReadFile("/proc/cpuinfo")
	for line := range strings.Lines(string(text)) {
		if name, value, _ := strings.Cut(line, ":"); strings.TrimSpace(name) == "model name" {
			return strings.TrimSpace(value)
		}
	}
	return "unknown processor"
}

// print writes the report for a terminal and returns the number of missed budgets.
func (s *settings) print(w io.Writer, rs results) (missed int) {
	fmt.Fprintf(w, "%s\n\n", s.machine())
	for _, t := range []*table{rs.table(), rs.decoderTable(), rs.slopeTable()} {
		if len(t.lines) > 0 {
			t.text(w)
			fmt.Fprintln(w)
		}
	}
	t, missed := rs.budgetTable()
	t.text(w)
	return missed
}

// The markers that enclose the report in a Markdown file.
const (
	beginMarker = "<!-- numbers: written by go run -C internal/bench . -md -->\n"
	endMarker   = "<!-- end of numbers -->\n"
)

// A page is a Markdown file with the markers.
type page struct {
	path          string
	before, after []byte // text before and after the report
}

func openPage(path string) (*page, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	before, rest, ok1 := bytes.Cut(text, []byte(beginMarker))
	_, after, ok2 := bytes.Cut(rest, []byte(endMarker))
	if !ok1 || !ok2 {
		return nil, fmt.Errorf("%s: missing marker lines %q and %q", path, strings.TrimSpace(beginMarker), strings.TrimSpace(endMarker))
	}
	return &page{path, before, after}, nil
}

// write replaces the report between the markers of p.
func (s *settings) write(p *page, rs results) error {
	var b bytes.Buffer
	b.Write(p.before)
	fmt.Fprintf(&b, "%s\nMachine: %s.\n\n", beginMarker, s.machine())
	t, _ := rs.budgetTable()
	t.markdown(&b)
	b.WriteByte('\n')
	for _, t := range []*table{rs.slopeTable(), rs.decoderTable(), rs.table()} {
		if len(t.lines) > 0 {
			t.markdown(&b)
			b.WriteByte('\n')
		}
	}
	b.WriteString(endMarker)
	b.Write(p.after)
	return os.WriteFile(p.path, b.Bytes(), 0o644)
}
