// Package terminal is what the examples share about the terminal that they may be
// on.
package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// Is tells whether stream, one of the standard streams, is a terminal.
func Is(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// Printable leaves out of a text what could upset a terminal: parts of messages
// come from machines that are not to be trusted.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, s)
}

// Line is Printable for what must stay on one line, in a table for example.
func Line(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(Printable(s), "\n", " "))
}

// Progress is a line on a terminal that is written over and over. The zero value
// is on none, and shows nothing.
type Progress struct{ Terminal io.Writer }

// NewProgress returns one on w, where that is a terminal.
func NewProgress(w io.Writer) *Progress {
	if Is(w) {
		return &Progress{Terminal: w}
	}
	return &Progress{}
}

// Show writes the line.
func (p *Progress) Show(format string, args ...any) {
	if p.Terminal != nil {
		fmt.Fprint(p.Terminal, EraseLine+Line(fmt.Sprintf(format, args...)))
	}
}

// End erases the line.
func (p *Progress) End() {
	if p.Terminal != nil {
		fmt.Fprint(p.Terminal, EraseLine)
	}
}

// EraseLine goes back to the beginning of the line and erases it.
const EraseLine = "\r\x1b[K"
