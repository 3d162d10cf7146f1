// Package terminal writes text from untrusted sources, and progress messages, to a
// terminal.
package terminal

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"

	"golang.org/x/term"
)

// Is reports whether stream, usually one of the standard streams, is a terminal.
func Is(stream any) bool {
	file, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}

// Printable replaces control characters except line feeds by spaces. Use it for
// text from other machines, which could contain terminal escape sequences.
func Printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return ' '
		}
		return r
	}, s)
}

// Line is like [Printable], but also replaces line feeds and trims spaces. Use it
// for text that must be on one line, such as a table cell.
func Line(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(Printable(s), "\n", " "))
}

// A Progress shows a status line on a terminal. The zero value discards it.
type Progress struct{ Terminal io.Writer }

// NewProgress returns a Progress that writes to w if w is a terminal, and discards
// the status line otherwise.
func NewProgress(w io.Writer) *Progress {
	if Is(w) {
		return &Progress{Terminal: w}
	}
	return &Progress{}
}

// Show replaces the status line.
func (p *Progress) Show(format string, args ...any) {
	if p.Terminal != nil {
		fmt.Fprint(p.Terminal, EraseLine+Line(fmt.Sprintf(format, args...)))
	}
}

// End erases the status line.
func (p *Progress) End() {
	if p.Terminal != nil {
		fmt.Fprint(p.Terminal, EraseLine)
	}
}

// EraseLine is the escape sequence that moves the cursor to the start of the line
// and erases the line.
const EraseLine = "\r\x1b[K"
