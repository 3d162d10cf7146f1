package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"syscall"
	"unicode/utf8"
)

const (
	// tableWidth is the width of a table in characters.
	tableWidth = 80

	// maxColumn limits the width of each column but the last. A longer cell is the last
	// one on its line.
	maxColumn = 30
)

// WriteTable writes rows as a table with aligned columns that fits into 80 characters. It
// continues the last cell of a row on further lines, and breaks them between words
// only: a longer word exceeds the width. All rows must have the same number of cells.
func WriteTable(w io.Writer, rows [][]string) error {
	var table bytes.Buffer
	widths := columnWidths(rows)
	for _, row := range rows {
		last := len(row) - 1
		line, column := "", 0 // column is where the next cell begins
		for i, cell := range row[:last] {
			cell = cellText(cell)
			line = pad(line, column) + cell
			column += widths[i] + 2
			if utf8.RuneCountInString(line) > column-2 {
				table.WriteString(line + "\n")
				line = ""
			}
		}
		for _, part := range wrap(row[last], tableWidth-column) {
			if line = strings.TrimRight(pad(line, column)+part, " "); line != "" {
				table.WriteString(line + "\n")
			}
			line = ""
		}
	}
	_, err := table.WriteTo(w)
	return err
}

// columnWidths returns the widths of all columns but the last.
func columnWidths(rows [][]string) []int {
	var widths []int
	for _, row := range rows {
		for i, cell := range row[:len(row)-1] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			if n := utf8.RuneCountInString(cellText(cell)); n <= maxColumn {
				widths[i] = max(widths[i], n)
			}
		}
	}
	return widths
}

// cellText is like [Line], but keeps the spaces that align a cell.
func cellText(cell string) string {
	inner := strings.Trim(cell, " ")
	return strings.Replace(cell, inner, Line(inner), 1)
}

// pad appends spaces to s up to a width.
func pad(s string, width int) string {
	return s + strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s)))
}

// wrap splits a text between words into lines of a width. It returns at least one line.
func wrap(text string, width int) []string {
	lines := []string{""}
	for _, word := range strings.Fields(Line(text)) {
		line := &lines[len(lines)-1]
		switch {
		case *line == "":
			*line = word
		case utf8.RuneCountInString(*line)+1+utf8.RuneCountInString(word) <= width:
			*line += " " + word
		default:
			lines = append(lines, word)
		}
	}
	return lines
}

// Count returns a number and its noun, such as "1 bucket" and "2 buckets".
func Count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// OutputError returns the error for a result that could not be written to standard output.
func OutputError(err error) error {
	if errors.Is(err, syscall.EPIPE) {
		return errors.New("the result is incomplete: standard output is closed")
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return fmt.Errorf("the result is incomplete: write to standard output: %w", err)
}
