package main

import (
	"fmt"
	"slices"
	"strconv"
	"time"
)

// A measure is a measured quantity and the format of its values.
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
	retained  = &measure{"memory retained", byteSize}
	number    = &measure{"number", count}
)

// A row is one measurement, with the values of every variant that it applies to.
type row struct {
	what    string
	via     string
	measure *measure
	values  [numVariants][]float64 // by round
}

// results are all rows that were measured.
type results []*row

// find returns a row, or nil if it was not measured. The methods of row accept a
// nil receiver.
func (rs results) find(what, via string, m *measure) *row {
	for _, r := range rs {
		if r.what == what && r.via == via && r.measure == m {
			return r
		}
	}
	return nil
}

// value returns the median of the values of v, and reports whether v was measured.
func (r *row) value(v variant) (float64, bool) {
	if r == nil || len(r.values[v]) == 0 {
		return 0, false
	}
	return median(r.values[v]), true
}

// text returns the formatted value of v, or "" if v was not measured.
func (r *row) text(v variant) string {
	value, ok := r.value(v)
	if !ok {
		return ""
	}
	return r.measure.format(value)
}

// ratios returns the ratio of a to b in each round, in ascending order.
func (r *row) ratios(a, b variant) []float64 {
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

// ratio returns the median of the ratios of a to b, and reports whether both were
// measured.
func (r *row) ratio(a, b variant) (float64, bool) {
	ratios := r.ratios(a, b)
	if len(ratios) == 0 {
		return 0, false
	}
	return median(ratios), true
}

// lowest returns the variant with the lowest median. All or none of the variants
// must have been measured.
func (r *row) lowest(variants []variant) variant {
	lowest := variants[0]
	for _, v := range variants[1:] {
		value, _ := r.value(v)
		if least, _ := r.value(lowest); value < least {
			lowest = v
		}
	}
	return lowest
}

// ratioText returns the formatted ratio of a to b. The range of the middle half of
// the rounds follows in parentheses if it is not a single value.
func (r *row) ratioText(a, b variant) string {
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

// digits formats a number with at least three significant digits.
func digits(v float64) string {
	switch {
	case v < 10:
		return strconv.FormatFloat(v, 'f', 2, 64)
	case v < 100:
		return strconv.FormatFloat(v, 'f', 1, 64)
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// count formats a whole number with commas between groups of three digits.
func count(v float64) string {
	s := strconv.FormatFloat(v, 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
