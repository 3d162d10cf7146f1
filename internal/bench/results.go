package main

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// A measure is a kind of number, and how it is written.
type measure struct {
	name   string
	format func(float64) string
}

var (
	cpu       = &measure{"CPU", duration}
	wall      = &measure{"wall", duration}
	allocs    = &measure{"allocations", count}
	allocated = &measure{"allocated", byteSize}
	size      = &measure{"size", byteSize}
	held      = &measure{"memory held", byteSize}
	number    = &measure{"number", count}
)

// A row is one thing measured, for all contenders that it makes sense for.
type row struct {
	what    string
	via     string
	measure *measure
	values  [contenders][]float64 // by round
}

// results are all rows so far.
type results []*row

// find returns a row, or nil where it was not measured.
func (rs results) find(what, via string, m *measure) *row {
	for _, r := range rs {
		if r.what == what && r.via == via && r.measure == m {
			return r
		}
	}
	return nil
}

// value is the median of what was measured for c.
func (r *row) value(c contender) (float64, bool) {
	if r == nil || len(r.values[c]) == 0 {
		return 0, false
	}
	return median(r.values[c]), true
}

// text is value for people.
func (r *row) text(c contender) string {
	v, ok := r.value(c)
	if !ok {
		return ""
	}
	return r.measure.format(v)
}

// ratios are those of a to b, round by round, in ascending order.
func (r *row) ratios(a, b contender) []float64 {
	if r == nil {
		return nil
	}
	var ratios []float64
	for i := range min(len(r.values[a]), len(r.values[b])) {
		ratios = append(ratios, r.values[a][i]/r.values[b][i])
	}
	slices.Sort(ratios)
	return ratios
}

// ratio is the median of the ratios of a to b.
func (r *row) ratio(a, b contender) (float64, bool) {
	ratios := r.ratios(a, b)
	if len(ratios) == 0 {
		return 0, false
	}
	return median(ratios), true
}

// ratioText is ratio for people. Behind it stands between what the middle half of
// the rounds lies, where that is not all the same.
func (r *row) ratioText(a, b contender) string {
	ratios := r.ratios(a, b)
	if len(ratios) == 0 {
		return ""
	}
	text := fmt.Sprintf("%.2f", median(ratios))
	low := fmt.Sprintf("%.2f", ratios[len(ratios)/4])
	high := fmt.Sprintf("%.2f", ratios[len(ratios)-1-len(ratios)/4])
	if low != high {
		text += " (" + low + " to " + high + ")"
	}
	return text
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	n := len(sorted)
	return (sorted[(n-1)/2] + sorted[n/2]) / 2
}

func duration(ns float64) string {
	switch d := time.Duration(ns); {
	case d >= time.Second:
		return digits(ns/1e9) + " s"
	case d >= time.Millisecond:
		return digits(ns/1e6) + " ms"
	case d >= time.Microsecond:
		return digits(ns/1e3) + " µs"
	}
	return digits(ns) + " ns"
}

func byteSize(n float64) string {
	switch {
	case n >= 1<<20:
		return digits(n/(1<<20)) + " MiB"
	case n >= 1<<10:
		return digits(n/(1<<10)) + " KiB"
	}
	return digits(n) + " B"
}

// digits writes a number with three digits at least.
func digits(v float64) string {
	switch {
	case v < 10:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case v < 100:
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

func count(v float64) string {
	s := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
