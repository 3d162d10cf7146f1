package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/ssh"
)

// session runs a command on the instance, or a shell if command is empty, and returns
// its exit status.
func session(ctx context.Context, client *ssh.Client, command string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	s, err := client.NewSession()
	if err != nil {
		return 0, fmt.Errorf("open session: %w", err)
	}
	defer s.Close()
	s.Stdout = &output{stdout, cancel}
	s.Stderr = &output{stderr, cancel}
	input, err := s.StdinPipe()
	if err != nil {
		return 0, err
	}
	if command != "" {
		err = s.Start(command)
	} else {
		var restore func()
		if restore, err = attachTerminal(s, stdin, stdout); err != nil {
			return 0, err
		}
		defer restore()
		err = s.Shell()
	}
	if err != nil {
		return 0, fmt.Errorf("start: %w", err)
	}

	// Do not wait for these goroutines after ctx is done, because a read from a
	// terminal or a write to a full pipe can block forever. Session.Stdin is not used
	// because Session.Wait waits for its read.
	go func() {
		_, _ = io.Copy(input, stdin)
		_ = input.Close()
	}()
	ended := make(chan error, 1)
	go func() { ended <- s.Wait() }()
	select {
	case err := <-ended:
		return exitStatus(err)
	case <-ctx.Done():
		return 0, context.Cause(ctx)
	}
}

// exitStatus returns the exit status of the command for the error of
// [ssh.Session.Wait].
func exitStatus(err error) (int, error) {
	var exit *ssh.ExitError
	var missing *ssh.ExitMissingError
	switch {
	case err == nil:
		return 0, nil
	case errors.As(err, &exit) && exit.Signal() != "":
		return 0, fmt.Errorf("remote command terminated by signal %s", exit.Signal())
	case errors.As(err, &exit):
		// SSH has 32 bits for the status but a process has 8, and 256 would become 0.
		if status := exit.ExitStatus(); status > 0 && status < 256 {
			return status, nil
		}
		return failure, nil
	case errors.As(err, &missing):
		return 0, errors.New("connection lost or closed without an exit status")
	}
	return 0, err
}

// An output cancels the session after a write error. Otherwise the session would not
// read the remaining output, and the remote command would block.
type output struct {
	w      io.Writer
	cancel context.CancelCauseFunc
}

func (o *output) Write(p []byte) (int, error) {
	n, err := o.w.Write(p)
	if err != nil {
		o.cancel(err)
	}
	return n, err
}
