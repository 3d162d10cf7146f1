package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"os/signal"

	"golang.org/x/crypto/ssh"
	"golang.org/x/term"

	"github.com/lightsail-go/sdk/examples/internal/terminal"
)

// attach gives a session the terminal that stdin is, if it is one: from then on
// every key goes to the machine as it is pressed, and the window's size with it.
// Calling detach puts the terminal back as it was.
func attach(s *ssh.Session, stdin io.Reader, stdout io.Writer) (detach func(), err error) {
	if !terminal.Is(stdin) {
		return func() {}, nil
	}
	tty := stdin.(*os.File)
	size := func() (width, height int) {
		// On Windows only the output knows.
		if out, ok := stdout.(*os.File); ok {
			if width, height, err := term.GetSize(int(out.Fd())); err == nil {
				return width, height
			}
		}
		width, height, _ = term.GetSize(int(tty.Fd()))
		return width, height
	}

	resized := make(chan os.Signal, 1)
	notifyResize(resized) // before the size is first read, lest one be missed
	// Even the second signal must not end the program before the terminal is as
	// it was, so somebody listens to them as long.
	held := make(chan os.Signal, 1)
	signal.Notify(held, endings...)
	stop := func() {
		signal.Stop(held)
		signal.Stop(resized)
		close(resized)
	}
	width, height := size()
	modes := ssh.TerminalModes{ssh.ECHO: 1, ssh.TTY_OP_ISPEED: 38400, ssh.TTY_OP_OSPEED: 38400}
	if err := s.RequestPty(cmp.Or(os.Getenv("TERM"), "xterm"), cmp.Or(height, 24), cmp.Or(width, 80), modes); err != nil {
		stop()
		return nil, fmt.Errorf("the machine gives no terminal (%w); a command needs none", err)
	}
	before, err := term.MakeRaw(int(tty.Fd()))
	if err != nil {
		stop()
		return nil, fmt.Errorf("switching the terminal to raw mode: %w", err)
	}
	go func() {
		for range resized {
			width, height := size()
			_ = s.WindowChange(height, width)
		}
	}()
	return func() {
		_ = term.Restore(int(tty.Fd()), before)
		stop()
	}, nil
}
