package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

const (
	// maxBody limits the body of a response. A page of a thousand buckets is
	// smaller than one MiB.
	maxBody = 64 << 20

	// maxPooled limits what stays in memory between calls.
	maxPooled = 4 << 20
)

// bodies holds buffers for the bodies of responses. No decoded value refers to
// one.
var bodies = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// A result is the outcome of an attempt. It also stands in for the handler that
// a middleware of afterReceive calls: its response is there already.
type result struct {
	out      middleware.DeserializeOutput
	metadata middleware.Metadata
	err      error
	limit    io.LimitedReader // of the response body
}

// HandleDeserialize returns the result.
func (r *result) HandleDeserialize(context.Context, middleware.DeserializeInput) (
	middleware.DeserializeOutput, middleware.Metadata, error,
) {
	return r.out, r.metadata, r.err
}

// receive reads and closes the body of a response, and puts its output or its
// error into r. Beside an error it leaves an empty output, so that middleware
// that drops the error has something to return.
func (c *call) receive(ctx context.Context, r *result) {
	resp, ok := r.out.RawResponse.(*smithyhttp.Response)
	if !ok {
		if r.err == nil {
			r.err = &smithy.DeserializationError{Err: fmt.Errorf("unknown transport type %T", r.out.RawResponse)}
		}
		return
	}
	if resp.Body == nil {
		resp.Body = http.NoBody
	}
	defer resp.Body.Close()
	if r.err != nil {
		return
	}

	buffer := bodies.Get().(*bytes.Buffer)
	readErr := r.readBody(ctx, buffer, resp)
	if readErr == nil {
		// Otherwise something may still write into it, as the SDK's
		// AddResponseReadTimeoutMiddleware does.
		defer func() {
			if buffer.Cap() <= maxPooled {
				buffer.Reset()
				bodies.Put(buffer)
			}
		}()
	}

	output := c.config.Codec.New(c.op.Output)
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		r.err = c.serviceError(resp, buffer, readErr)
	} else {
		r.err = c.decode(ctx, buffer, readErr, output)
	}
	if r.err != nil {
		// Discard the partially decoded output.
		output = c.config.Codec.New(c.op.Output)
	}
	r.out.Result = output
}

// readBody reads the whole body of resp.
func (r *result) readBody(ctx context.Context, buffer *bytes.Buffer, resp *smithyhttp.Response) error {
	if resp.StatusCode == http.StatusSwitchingProtocols {
		// net/http returns the connection as the body. The context does not
		// end its reads.
		return nil
	}
	r.limit = io.LimitedReader{R: resp.Body, N: maxBody + 1}
	n, err := buffer.ReadFrom(&r.limit)
	r.limit.R = nil
	switch {
	case err != nil && ctx.Err() != nil:
		return &smithy.CanceledError{Err: ctx.Err()}
	case err != nil:
		return withoutQuotes(err)
	case n > maxBody:
		return errTooLarge
	}
	return nil
}

// decode decodes the body of a 2xx response into output. An empty body is an
// empty output.
func (c *call) decode(ctx context.Context, body *bytes.Buffer, readErr error, output any) error {
	err := readErr
	if err == nil && body.Len() > 0 {
		err = c.config.Codec.Decode(ctx, body.Bytes(), output)
	}
	switch {
	case err == nil:
		return nil
	case isCanceled(err):
		return err
	case ctx.Err() != nil && errors.Is(err, ctx.Err()):
		return &smithy.CanceledError{Err: err}
	case endsEarly(err) && (readErr != nil || len(bytes.TrimSpace(body.Bytes())) > 0):
		err = &earlyEndError{repeatable: c.op.Repeatable, err: err}
	}
	return &smithy.DeserializationError{Err: err}
}

// serviceError returns the error that a response other than 2xx describes.
func (c *call) serviceError(resp *smithyhttp.Response, body *bytes.Buffer, readErr error) error {
	if isCanceled(readErr) {
		return readErr
	}
	if readErr != nil {
		return &smithy.DeserializationError{Err: fmt.Errorf("failed to copy error response body, %w", readErr)}
	}
	return c.config.Codec.ServiceError(resp.Header.Get("X-Amzn-ErrorType"), body.Bytes())
}

func isCanceled(err error) bool {
	var canceled *smithy.CanceledError
	return errors.As(err, &canceled)
}

// errTooLarge is the error of a body that exceeds the limit.
var errTooLarge = fmt.Errorf("the response body is larger than %d MiB", maxBody>>20)

// endsEarly reports whether err means that a body was cut short: it ended, or
// its connection failed.
func endsEarly(err error) bool {
	var network net.Error
	return errors.Is(err, io.ErrUnexpectedEOF) || errors.As(err, &network) ||
		// net/http does not export the errors of an HTTP/2 stream or connection that failed.
		strings.HasPrefix(err.Error(), "stream error: ") || strings.HasPrefix(err.Error(), "connection error: ") ||
		strings.HasPrefix(err.Error(), "http2: ")
}

// An earlyEndError is the error of a 2xx response whose body ended early. The
// service has accepted the call, so only a repeatable call is retried.
type earlyEndError struct {
	repeatable bool
	err        error
}

func (e *earlyEndError) Error() string {
	if e.repeatable {
		return fmt.Sprintf("the response body ended early: %v", e.err)
	}
	return fmt.Sprintf("the response body ended early, after the service had accepted the call: check the resource before you repeat the call: %v", e.err)
}

func (e *earlyEndError) Unwrap() error { return e.err }

// RetryableError implements the interface that the retryers of aws-sdk-go-v2
// check.
func (e *earlyEndError) RetryableError() bool { return e.repeatable }
