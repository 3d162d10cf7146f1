package main

import (
	"fmt"
	"io"
	"os"

	"golang.org/x/term"
)

// progress is a line on a terminal that is written over and over. Where there is
// no terminal it is nothing.
type progress struct{ terminal io.Writer }

func newProgress(w io.Writer) *progress {
	if file, ok := w.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		return &progress{terminal: file}
	}
	return &progress{}
}

// show writes the line.
func (p *progress) show(format string, args ...any) {
	if p.terminal != nil {
		fmt.Fprint(p.terminal, eraseLine+plain(fmt.Sprintf(format, args...)))
	}
}

// end erases the line.
func (p *progress) end() {
	if p.terminal != nil {
		fmt.Fprint(p.terminal, eraseLine)
	}
}

// eraseLine goes back to the beginning of the line and erases it.
const eraseLine = "\r\x1b[K"
