package main

import (
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/aws/aws-sdk-go-v2/aws"
	"golang.org/x/term"
)

// terminalWidth returns how many columns a terminal has, and whether it is one.
func terminalWidth(w io.Writer) (int, bool) {
	if file, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			if width == 0 {
				width = 80 // one that does not know
			}
			return width, true
		}
	}
	return 80, false
}

// drawChart draws the prices and the memory of the bundles as bars, in so many
// columns.
func (c *catalog) drawChart(w io.Writer, width int) error {
	names := len("BUNDLE")
	var maxPrice, maxRAM float32
	for _, b := range c.Bundles {
		names = max(names, utf8.RuneCountInString(text(aws.ToString(b.BundleId))))
		if known(b.Price) {
			maxPrice = max(maxPrice, *b.Price)
		}
		if known(b.RamSizeInGb) {
			maxRAM = max(maxRAM, *b.RamSizeInGb)
		}
	}
	// Numbers and spaces are not for bars, and neither is the last column, after
	// which some terminals begin a new line.
	bars := min(max((width-names-len("  USD/MONTH   RAM GB  "))/2, 10), 50)

	chart := []string{fmt.Sprintf("%-*s  USD/MONTH %-*s  RAM GB", names, "BUNDLE", bars, "")}
	for _, b := range c.Bundles {
		line := fmt.Sprintf("%-*s  %s %-*s  %s %s",
			names, text(aws.ToString(b.BundleId)), price(b.Price), bars, bar(b.Price, maxPrice, bars),
			gigabytes(b.RamSizeInGb), bar(b.RamSizeInGb, maxRAM, bars))
		chart = append(chart, strings.TrimRight(line, " "))
	}
	_, err := fmt.Fprintln(w, strings.Join(chart, "\n"))
	return err
}

// bar returns a bar for a number, as long as width for the largest one, and never
// nothing for something.
func bar(p *float32, largest float32, width int) string {
	if !known(p) || *p == 0 {
		return ""
	}
	length := int(math.Round(float64(*p) / float64(largest) * float64(width)))
	return strings.Repeat("#", max(length, 1))
}
