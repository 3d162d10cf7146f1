package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"

	"github.com/aws/smithy-go"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

const (
	// maxBody bounds the body of an answer. A page of a thousand buckets is
	// under one MiB.
	maxBody = 64 << 20

	// maxPooled bounds what stays in memory between calls.
	maxPooled = 4 << 20
)

// bodies holds buffers for the bodies of answers. Nothing decoded from one
// refers to it.
var bodies = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// receive reads and closes the body of what was sent for, and puts its output or
// its error into a. Beside an error stands an empty output, so that middleware
// that forgives the error has something to return.
func (c *call) receive(ctx context.Context, a *answer) {
	c.answered = a.metadata
	resp, ok := a.out.RawResponse.(*smithyhttp.Response)
	if !ok {
		if a.err == nil {
			a.err = &smithy.DeserializationError{Err: fmt.Errorf("unknown transport type %T", a.out.RawResponse)}
		}
		return
	}
	if resp.Body == nil {
		resp.Body = http.NoBody
	}
	defer resp.Body.Close()
	if a.err != nil {
		return
	}

	buffer := bodies.Get().(*bytes.Buffer)
	defer func() {
		if buffer.Cap() <= maxPooled {
			buffer.Reset()
			bodies.Put(buffer)
		}
	}()
	readErr := c.readBody(ctx, buffer, resp.Body)

	output := c.op.NewOutput()
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		a.err = c.serviceError(resp, buffer.Bytes(), readErr)
	} else {
		a.err = c.decode(buffer.Bytes(), readErr, output)
	}
	if a.err != nil {
		// What is half decoded is not for use.
		output = c.op.NewOutput()
	}
	a.out.Result, c.output = output, output
}

// readBody reads all of body.
func (c *call) readBody(ctx context.Context, buffer *bytes.Buffer, body io.Reader) error {
	c.limit = io.LimitedReader{R: body, N: maxBody + 1}
	n, err := buffer.ReadFrom(&c.limit)
	c.limit.R = nil
	switch {
	case ctx.Err() != nil && err != nil:
		return &smithy.CanceledError{Err: ctx.Err()}
	case err != nil:
		return err
	case n > maxBody:
		return errTooLarge
	}
	return nil
}

// decode reads the body of a 2xx answer into output. An empty one is an empty
// output.
func (c *call) decode(body []byte, readErr error, output any) error {
	err := readErr
	if err == nil && len(body) > 0 {
		err = c.config.Codec.Decode(body, output)
	}
	if err == nil {
		return nil
	}
	var canceled *smithy.CanceledError
	if errors.As(err, &canceled) {
		return err
	}
	if readErr != nil && readErr != errTooLarge || errors.Is(err, io.ErrUnexpectedEOF) {
		err = &cutError{readOnly: c.op.ReadOnly, err: err}
	}
	return &smithy.DeserializationError{Err: err}
}

// serviceError makes the error that an answer other than 2xx bears.
func (c *call) serviceError(resp *smithyhttp.Response, body []byte, readErr error) error {
	var canceled *smithy.CanceledError
	if errors.As(readErr, &canceled) {
		return readErr
	}
	if readErr != nil {
		return &smithy.DeserializationError{Err: fmt.Errorf("failed to copy error response body, %w", readErr)}
	}
	return c.config.Codec.ServiceError(resp.Header.Get("X-Amzn-ErrorType"), body)
}

// errTooLarge ends the reading of a body without end.
var errTooLarge = fmt.Errorf("the response body is larger than %d MiB", maxBody>>20)

// A cutError is the body of a 2xx answer that ended early. The service has done
// what it was asked for, so only a call that reads is made again.
type cutError struct {
	readOnly bool
	err      error
}

func (e *cutError) Error() string {
	if e.readOnly {
		return fmt.Sprintf("the response body ended early: %v", e.err)
	}
	return fmt.Sprintf("the response body ended early, after the service had accepted the call: look at the resource before you call again: %v", e.err)
}

func (e *cutError) Unwrap() error { return e.err }

// RetryableError is what the retryers of aws-sdk-go-v2 ask.
func (e *cutError) RetryableError() bool { return e.readOnly }
