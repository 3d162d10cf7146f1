package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"golang.org/x/crypto/ssh"
)

// session runs a command on the machine, or a shell if there is none, and returns
// its exit status.
func session(ctx context.Context, machine *ssh.Client, command string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	s, err := machine.NewSession()
	if err != nil {
		return 0, fmt.Errorf("opening a session: %w", err)
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
		var detach func()
		if detach, err = attach(s, stdin, stdout); err != nil {
			return 0, err
		}
		defer detach()
		err = s.Shell()
	}
	if err != nil {
		return 0, fmt.Errorf("starting: %w", err)
	}

	// Neither is waited for when the end comes from elsewhere: a read from a
	// terminal and a write to a full pipe can last for ever. Session.Stdin would
	// wait for the read.
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

// exitStatus returns the status with which a command ended, if that is how.
func exitStatus(err error) (int, error) {
	var exit *ssh.ExitError
	var missing *ssh.ExitMissingError
	switch {
	case err == nil:
		return 0, nil
	case errors.As(err, &exit) && exit.Signal() != "":
		return 0, fmt.Errorf("ended there by signal %s", exit.Signal())
	case errors.As(err, &exit):
		// The protocol has 32 bits where a process has 8, and 256 is no success.
		if status := exit.ExitStatus(); status > 0 && status < 256 {
			return status, nil
		}
		return failure, nil
	case errors.As(err, &missing):
		return 0, errors.New("the connection was lost, or closed without an exit status")
	}
	return 0, err
}

// An output ends the session when it cannot be written: nobody would read on, and
// the machine would wait for ever.
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
