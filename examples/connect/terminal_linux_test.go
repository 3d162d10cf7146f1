package main

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"

	"github.com/lightsail-go/sdk/examples/internal/exampletest"
)

// A pty is a pseudo-terminal with a simulated user.
type pty struct {
	master, slave *os.File
	output        string // output that await has read and not matched yet
}

func openPTY(t *testing.T) *pty {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { master.Close() })
	var number int
	control(t, master, func(fd int) error {
		if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
			return err
		}
		number, err = unix.IoctlGetInt(fd, unix.TIOCGPTN)
		return err
	})
	slave, err := os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|syscall.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { slave.Close() })
	return &pty{master: master, slave: slave}
}

// control calls a function with the file descriptor. It does not use File.Fd, which
// disables deadlines.
func control(t *testing.T, file *os.File, call func(fd int) error) {
	t.Helper()
	conn, err := file.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var callErr error
	if err := conn.Control(func(fd uintptr) { callErr = call(int(fd)) }); err != nil {
		t.Fatal(err)
	}
	if callErr != nil {
		t.Fatal(callErr)
	}
}

func (p *pty) resize(t *testing.T, rows, columns uint16) {
	t.Helper()
	control(t, p.master, func(fd int) error {
		return unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: rows, Col: columns})
	})
}

func (p *pty) modes(t *testing.T) (modes unix.Termios) {
	t.Helper()
	control(t, p.slave, func(fd int) error {
		m, err := unix.IoctlGetTermios(fd, unix.TCGETS)
		if err == nil {
			modes = *m
		}
		return err
	})
	return modes
}

func (p *pty) input(t *testing.T, keys string) {
	t.Helper()
	if _, err := p.master.WriteString(keys); err != nil {
		t.Fatal(err)
	}
}

// await reads until the output contains the text. It fails the test if there is no
// output for 30 seconds.
func (p *pty) await(t *testing.T, text string) {
	t.Helper()
	buf := make([]byte, 4096)
	for !strings.Contains(p.output, text) {
		if err := p.master.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
			t.Fatal(err)
		}
		n, err := p.master.Read(buf)
		if err != nil {
			t.Fatalf("waiting for %q: %v\noutput:\n%s", text, err, p.output)
		}
		p.output += string(buf[:n])
	}
	_, p.output, _ = strings.Cut(p.output, text)
}

func TestInteractiveShell(t *testing.T) {
	s := startSSHServer(t)
	server := newServer(t, s.details(t, s.user, validNow))
	p := openPTY(t)
	p.resize(t, 31, 97)
	before := p.modes(t)
	start := func() (wait func() int, signal func(os.Signal) error) {
		cmd := command(t, server, "-port", fmt.Sprint(s.port), "web")
		cmd.Env = append(cmd.Env, "TERM=vt220")
		cmd.Stdin, cmd.Stdout, cmd.Stderr = p.slave, p.slave, p.slave
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		p.await(t, "getting access details of web")
		return func() int { return exitCode(t, cmd.Wait()) }, cmd.Process.Signal
	}

	wait, _ := start()
	p.input(t, "unset HISTFILE; echo $TERM $(stty size)\n")
	p.await(t, "vt220 31 97\r\n")
	if p.modes(t).Lflag&(unix.ICANON|unix.ISIG|unix.ECHO) != 0 {
		t.Error("the terminal is not in raw mode")
	}

	p.resize(t, 45, 120)
	p.input(t, "until [ \"$(stty size)\" = '45 120' ]; do :; done; echo resized-$((6*7))\n")
	p.await(t, "resized-42")

	// Ctrl-C is sent to the remote command.
	p.input(t, "sh -c 'trap \"echo caught-$((6*7)); exit\" INT; echo ready-$((6*7)); while :; do :; done'\n")
	p.await(t, "ready-42")
	p.input(t, "\x03")
	p.await(t, "caught-42")

	p.input(t, "exit 7\n")
	exampletest.Equal(t, wait(), 7)
	exampletest.Equal(t, p.modes(t), before)

	// The terminal is also restored after a signal.
	wait, signal := start()
	p.input(t, "unset HISTFILE; echo again-$((6*7))\n")
	p.await(t, "again-42")
	if err := signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	p.await(t, "connect: interrupted\r\n")
	exampletest.Equal(t, wait(), 255)
	exampletest.Equal(t, p.modes(t), before)
}

func TestPasswordOnTerminal(t *testing.T) {
	p := openPTY(t)
	var stderr strings.Builder
	exampletest.Equal(t, run(t.Context(), []string{"-password", "windows-1"}, nil, p.slave, &stderr), 0)
	p.await(t, "FakePassw0rd!example(1)x\r\n")
	exampletest.Contains(t, stderr.String(), "Warning: the password is printed to the terminal and may remain in its scrollback buffer.\n")
}
