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

func TestChartIsForTerminals(t *testing.T) {
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("there are no pseudo-terminals: ", err)
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

	// One that does not know its size is as wide as others are.
	width, is := terminalWidth(terminal)
	exampletest.Equal(t, is, true)
	exampletest.Equal(t, width, 80)
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 24, Col: 60}); err != nil {
		t.Fatal(err)
	}
	width, is = terminalWidth(terminal)
	exampletest.Equal(t, is, true)
	exampletest.Equal(t, width, 60)

	// What little this is fits into the terminal's buffer.
	c := &catalog{Bundles: []bundle{{Bundle: plan("small", 7, nil)}}}
	if err := c.print(terminal, &options{}); err != nil {
		t.Fatal(err)
	}
	terminal.Close()
	// With nobody left on the other side, reading ends in an error of its own.
	text, _ := io.ReadAll(master)
	exampletest.Equal(t, strings.Contains(string(text), "######"), true)

	file, err := os.Create(t.TempDir() + "/stdout")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	if _, is := terminalWidth(file); is {
		t.Error("a file is taken for a terminal")
	}
}
