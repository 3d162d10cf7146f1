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

// attachTerminal requests a terminal for the session if stdin is a terminal. It
// switches stdin to raw mode, in which each key press is sent immediately, and relays
// changes of the window size. Call restore to restore the mode of stdin.
func attachTerminal(s *ssh.Session, stdin io.Reader, stdout io.Writer) (restore func(), err error) {
	if !terminal.Is(stdin) {
		return func() {}, nil
	}
	tty := stdin.(*os.File)
	size := func() (width, height int) {
		// On Windows, only the output has a size.
		if out, ok := stdout.(*os.File); ok {
			if width, height, err := term.GetSize(int(out.Fd())); err == nil {
				return width, height
			}
		}
		width, height, _ = term.GetSize(int(tty.Fd()))
		return width, height
	}

	resized := make(chan os.Signal, 1)
	notifyResize(resized) // before the first call of size, to not miss a change
	// Catch the signals until the terminal is restored. Otherwise a second signal
	// terminates the program and leaves the terminal in raw mode.
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, exitSignals...)
	stop := func() {
		signal.Stop(caught)
		signal.Stop(resized)
		close(resized)
	}
	width, height := size()
	modes := ssh.TerminalModes{ssh.ECHO: 1, ssh.TTY_OP_ISPEED: 38400, ssh.TTY_OP_OSPEED: 38400}
	if err := s.RequestPty(cmp.Or(os.Getenv("TERM"), "xterm"), cmp.Or(height, 24), cmp.Or(width, 80), modes); err != nil {
		stop()
		return nil, fmt.Errorf("request a terminal: %w; pass a command to run it without a terminal", err)
	}
	state, err := term.MakeRaw(int(tty.Fd()))
	if err != nil {
		stop()
		return nil, fmt.Errorf("switch the terminal to raw mode: %w", err)
	}
	go func() {
		for range resized {
			width, height := size()
			_ = s.WindowChange(height, width)
		}
	}()
	return func() {
		_ = term.Restore(int(tty.Fd()), state)
		stop()
	}, nil
}
