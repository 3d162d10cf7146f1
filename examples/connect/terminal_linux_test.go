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

// A pty is a terminal, and whoever sits at it.
type pty struct {
	master, slave *os.File
	shown         string
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

// control calls the system for a file. File.Fd would end its deadlines.
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

func (p *pty) enter(t *testing.T, keys string) {
	t.Helper()
	if _, err := p.master.WriteString(keys); err != nil {
		t.Fatal(err)
	}
}

// await reads until the text is shown. It gives up when nothing comes for long.
func (p *pty) await(t *testing.T, text string) {
	t.Helper()
	buf := make([]byte, 4096)
	for !strings.Contains(p.shown, text) {
		if err := p.master.SetReadDeadline(time.Now().Add(30 * time.Second)); err != nil {
			t.Fatal(err)
		}
		n, err := p.master.Read(buf)
		if err != nil {
			t.Fatalf("waiting for %q: %v\nshown:\n%s", text, err, p.shown)
		}
		p.shown += string(buf[:n])
	}
	_, p.shown, _ = strings.Cut(p.shown, text)
}

func TestTerminal(t *testing.T) {
	m := startMachine(t)
	server := web(t, m.details(t, m.user, now))
	p := openPTY(t)
	p.resize(t, 31, 97)
	before := p.modes(t)
	start := func() (wait func() int, signal func(os.Signal) error) {
		cmd := process(t, server, "-port", fmt.Sprint(m.port), "web")
		cmd.Env = append(cmd.Env, "TERM=vt220")
		cmd.Stdin, cmd.Stdout, cmd.Stderr = p.slave, p.slave, p.slave
		cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		p.await(t, "asking for web")
		return func() int { return status(t, cmd.Wait()) }, cmd.Process.Signal
	}

	wait, _ := start()
	p.enter(t, "unset HISTFILE; echo $TERM $(stty size)\n")
	p.await(t, "vt220 31 97\r\n")
	if p.modes(t).Lflag&(unix.ICANON|unix.ISIG|unix.ECHO) != 0 {
		t.Error("the terminal is not raw")
	}

	p.resize(t, 45, 120)
	p.enter(t, "until [ \"$(stty size)\" = '45 120' ]; do :; done; echo resized-$((6*7))\n")
	p.await(t, "resized-42")

	// Ctrl-C is for what runs there.
	p.enter(t, "sh -c 'trap \"echo caught-$((6*7)); exit\" INT; echo ready-$((6*7)); while :; do :; done'\n")
	p.await(t, "ready-42")
	p.enter(t, "\x03")
	p.await(t, "caught-42")

	p.enter(t, "exit 7\n")
	exampletest.Equal(t, wait(), 7)
	exampletest.Equal(t, p.modes(t), before)

	// However it ends, the terminal is as it was.
	wait, signal := start()
	p.enter(t, "unset HISTFILE; echo again-$((6*7))\n")
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
	exampletest.Contains(t, stderr.String(), "Warning: the password is shown on this terminal, and stays in what it remembers.\n")
}
