package terminal

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Confirm prints a question to stderr and reads a line of stdin. It returns an error if
// the answer is not y or yes, or if ctx is done.
func Confirm(ctx context.Context, stdin io.Reader, stderr io.Writer, question string) error {
	fmt.Fprintf(stderr, "%s [y/N] ", Line(question))
	type line struct {
		text string
		err  error
	}
	lines := make(chan line, 1)
	// Do not wait for this goroutine after ctx is done, because a read from a terminal
	// can block forever.
	go func() {
		text, err := bufio.NewReader(stdin).ReadString('\n')
		lines <- line{text, err}
	}()
	select {
	case <-ctx.Done():
		fmt.Fprintln(stderr)
		return errors.New("interrupted")
	case l := <-lines:
		if l.err != nil {
			fmt.Fprintln(stderr) // the user has not entered a line feed
		}
		switch strings.ToLower(strings.TrimSpace(l.text)) {
		case "y", "yes":
			return nil
		}
		return errors.New("not confirmed")
	}
}
