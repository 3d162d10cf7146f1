package main

import (
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
)

func TestChartOnTerminal(t *testing.T) {
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("pseudo-terminals are not supported: ", err)
	}
	defer master.Close()
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	terminal, err := os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer terminal.Close()

	// The default width is 80 if the terminal does not report its size.
	width, isTerminal := terminalWidth(terminal)
	exampletest.Equal(t, isTerminal, true)
	exampletest.Equal(t, width, 80)
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 60}); err != nil {
		t.Fatal(err)
	}
	width, isTerminal = terminalWidth(terminal)
	exampletest.Equal(t, isTerminal, true)
	exampletest.Equal(t, width, 60)

	// The output fits into the buffer of the terminal, so print does not block.
	c := &catalog{Bundles: []bundle{{Bundle: newBundle("small", 7, nil)}}}
	if err := c.print(terminal, &options{}); err != nil {
		t.Fatal(err)
	}
	terminal.Close()
	// ReadAll returns an error because the other side is closed.
	text, _ := io.ReadAll(master)
	exampletest.Equal(t, strings.Contains(string(text), "######"), true)

	file, err := os.Create(t.TempDir() + "/stdout")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, isTerminal := terminalWidth(file); isTerminal {
		t.Error("a file is reported as a terminal")
	}
}
