package exampletest

import (
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A PTY is a pseudo-terminal whose user is the test.
type PTY struct {
	// Terminal is the side of the program, for its standard streams.
	Terminal *os.File

	user   *os.File
	output string // read by Await and not matched yet
}

// OpenPTY returns a pseudo-terminal and closes it when the test ends. It skips the test
// if the system has none.
func OpenPTY(t *testing.T) *PTY {
	t.Helper()
	user, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Skip("pseudo-terminals are not supported: ", err)
	}
	t.Cleanup(func() { user.Close() })
	conn, err := user.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	// File.Fd would disable the deadline of Await.
	var number int
	var numberErr error
	err = conn.Control(func(fd uintptr) {
		if numberErr = unix.IoctlSetPointerInt(int(fd), unix.TIOCSPTLCK, 0); numberErr == nil {
			number, numberErr = unix.IoctlGetInt(int(fd), unix.TIOCGPTN)
		}
	})
	if err != nil || numberErr != nil {
		t.Fatal(err, numberErr)
	}
	terminal, err := os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { terminal.Close() })
	return &PTY{Terminal: terminal, user: user}
}

// Type sends keys to the program. A line ends with \n, Ctrl-D is \x04.
func (p *PTY) Type(t *testing.T, keys string) {
	t.Helper()
	if _, err := p.user.WriteString(keys); err != nil {
		t.Fatal(err)
	}
}

// Await reads until the program has written text, and returns the output up to its end.
// Lines end with \r\n. Await fails the test if there is no output for 30 seconds.
func (p *PTY) Await(t *testing.T, text string) string {
	t.Helper()
	buf := make([]byte, 4096)
	for {
		if before, after, found := strings.Cut(p.output, text); found {
			p.output = after
			return before + text
		}
		if err := p.user.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
			t.Fatal(err)
		}
		n, err := p.user.Read(buf)
		if err != nil {
			t.Fatalf("waiting for %q: %v\noutput:\n%s", text, err, p.output)
		}
		p.output += string(buf[:n])
	}
}
