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

// terminalWidth returns the number of columns of w and whether w is a terminal.
func terminalWidth(w io.Writer) (int, bool) {
	if file, ok := w.(*os.File); ok {
		if width, _, err := term.GetSize(int(file.Fd())); err == nil {
			if width == 0 {
				width = 80 // the terminal does not report its size
			}
			return width, true
		}
	}
	return 80, false
}

// drawChart draws the prices and the memory sizes of the bundles as bars. The chart
// is at most width columns wide if there is space for bars of 10 columns.
func (c *catalog) drawChart(w io.Writer, width int) error {
	nameWidth := len("BUNDLE")
	var maxPrice, maxRAM float32
	for _, b := range c.Bundles {
		nameWidth = max(nameWidth, utf8.RuneCountInString(text(aws.ToString(b.BundleId))))
		if isValid(b.Price) {
			maxPrice = max(maxPrice, *b.Price)
		}
		if isValid(b.RamSizeInGb) {
			maxRAM = max(maxRAM, *b.RamSizeInGb)
		}
	}
	// Subtract the columns of text, and one column at the end, because some terminals
	// wrap the line after writing to the last column.
	barWidth := min(max((width-nameWidth-len("  USD/MONTH   RAM GB  "))/2, 10), 50)

	chart := []string{fmt.Sprintf("%-*s  USD/MONTH %-*s  RAM GB", nameWidth, "BUNDLE", barWidth, "")}
	for _, b := range c.Bundles {
		line := fmt.Sprintf("%-*s  %s %-*s  %s %s",
			nameWidth, text(aws.ToString(b.BundleId)), price(b.Price), barWidth, bar(b.Price, maxPrice, barWidth),
			gigabytes(b.RamSizeInGb), bar(b.RamSizeInGb, maxRAM, barWidth))
		chart = append(chart, strings.TrimRight(line, " "))
	}
	_, err := fmt.Fprintln(w, strings.Join(chart, "\n"))
	return err
}

// bar returns a bar of length width for the largest number, and of proportional
// length for other numbers. The bar of a positive number has at least one character.
func bar(p *float32, largest float32, width int) string {
	if !isValid(p) || *p == 0 {
		return ""
	}
	length := int(math.Round(float64(*p) / float64(largest) * float64(width)))
	return strings.Repeat("#", max(length, 1))
}
