package lightsailtest

import (
	"bytes"
	"context"
	"io"
	"net/http"
	"strconv"
	"time"

	"github.com/aws/smithy-go"
)

// newFault returns a fault that applies to one request.
func newFault(run func(e *exchange, r *http.Request, next RoundTrip) (*http.Response, error)) Fault {
	return Fault{run: run, times: 1}
}

// modifyResponse returns a fault that runs the API operation and then modifies the
// response.
func modifyResponse(modify func(r *http.Request, resp *http.Response)) Fault {
	return newFault(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		if err == nil {
			modify(r, resp)
		}
		return resp, err
	})
}

// Hook returns a fault that calls hook to handle the request. The function can
// return its own response, call next and modify the response, or return an error,
// which closes the connection.
//
// The server holds no lock during the call, so hook can call methods of the server
// and read the request body. If requests are concurrent, hook must be safe for
// concurrent use.
func Hook(hook func(r *http.Request, next RoundTrip) (*http.Response, error)) Fault {
	return newFault(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		return hook(r, next)
	})
}

// Error returns a fault that responds with err: an exception of package types, or a
// *smithy.GenericAPIError for any code. Clients decode the code of an exception as that
// exception, without its Docs and Tip. The server chooses the HTTP status code for the
// code of the error. It sends any other error as an InternalFailure. The API operation
// does not run.
func Error(err error) Fault {
	return newFault(func(e *exchange, _ *http.Request, _ RoundTrip) (*http.Response, error) {
		return e.errorResponse(err), nil
	})
}

// Throttle returns a fault that responds with a ThrottlingException, which clients
// retry. The API operation does not run.
func Throttle() Fault {
	return Error(&smithy.GenericAPIError{Code: "ThrottlingException", Message: "Rate exceeded"})
}

// Busy returns a fault that responds as the service does while another operation modifies
// a resource, with an InvalidInputException that asks to try again in a few minutes.
// lightsail.IsBusy reports true for it. Clients do not retry it by themselves. The API
// operation does not run.
func Busy() Fault {
	return Error(invalidInput("The resource is being modified. Please try again in a few minutes."))
}

// OperationInProgress returns a fault that is like Busy but responds with the other text
// that the service has for this case, which is not limited to one exception. The fault
// uses an OperationFailureException.
func OperationInProgress() Fault {
	return Error(operationFailure("An operation of this resource is in progress. Please wait for it to complete before trying again."))
}

// NotFound returns a fault that responds with a NotFoundException. The API operation does
// not run.
func NotFound() Fault {
	return Error(notFound("resource", "(injected fault)"))
}

// DoesNotExist returns a fault that responds with the code DoesNotExist, which a
// NotFoundException has as its Code, as the type of the error. lightsail.IsNotFound reports
// true for both. The API operation does not run.
func DoesNotExist() Fault {
	return Error(&smithy.GenericAPIError{Code: "DoesNotExist", Message: "The resource does not exist."})
}

// Status returns a fault that responds with an HTTP status code and an HTML page,
// as a proxy or load balancer does with 502, 503, or 504. The API operation does
// not run.
func Status(code int) Fault {
	return newFault(func(e *exchange, _ *http.Request, _ RoundTrip) (*http.Response, error) {
		title := strconv.Itoa(code) + " " + http.StatusText(code)
		page := "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n"
		return e.response(code, "text/html", []byte(page)), nil
	})
}

// Drop returns a fault that closes the connection after the server has received the
// request. The API operation does not run.
func Drop() Fault {
	return newFault(func(*exchange, *http.Request, RoundTrip) (*http.Response, error) {
		return nil, io.EOF
	})
}

// DropResponse returns a fault that runs the API operation and then closes the
// connection without sending the response.
func DropResponse() Fault {
	return newFault(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		if err == nil {
			resp.Body.Close()
		}
		return nil, io.EOF
	})
}

// Cut returns a fault that runs the API operation and closes the connection after
// the first n bytes of the response body. At least the last byte of the body is
// never sent.
func Cut(n int) Fault {
	return modifyResponse(func(_ *http.Request, resp *http.Response) {
		n := int64(n)
		if resp.ContentLength >= 0 {
			n = min(n, resp.ContentLength-1)
		}
		resp.Body = replaceReader(resp.Body, io.MultiReader(io.LimitReader(resp.Body, n), cutReader{}))
	})
}

// Truncate returns a fault that runs the API operation and sends only the first n
// bytes of the response body. The Content-Length header matches the shortened body,
// and the connection stays open.
func Truncate(n int) Fault {
	return modifyResponse(func(_ *http.Request, resp *http.Response) {
		n := int64(max(n, 0))
		setBody(resp, io.LimitReader(resp.Body, n), min(n, resp.ContentLength))
	})
}

// Garble returns a fault that runs the API operation and inserts bytes that are not
// valid JSON in the middle of the response body.
func Garble() Fault {
	return modifyResponse(func(_ *http.Request, resp *http.Response) {
		text, err := io.ReadAll(resp.Body)
		if err != nil {
			return
		}
		const garbage = "\x00\xff<garbled>"
		middle := len(text) / 2
		setBody(resp, bytes.NewReader(bytes.Join([][]byte{text[:middle], text[middle:]}, []byte(garbage))),
			int64(len(text)+len(garbage)))
	})
}

// Oversize returns a fault that runs the API operation and adds n bytes to the
// response body, in a JSON member that no output has. The server generates the
// bytes while it sends them, so n can be larger than the available memory.
func Oversize(n int64) Fault {
	return modifyResponse(func(_ *http.Request, resp *http.Response) {
		text, err := io.ReadAll(resp.Body)
		if err != nil || len(text) == 0 {
			return
		}
		const before, after = `{"padding":"`, `"`
		n := max(n-int64(len(before)+len(after)), 0)
		rest := text[1:]
		if string(rest) != "}" {
			rest = append([]byte(","), rest...)
		}
		setBody(resp, io.MultiReader(bytes.NewReader([]byte(before)), io.LimitReader(paddingReader{}, n),
			bytes.NewReader([]byte(after)), bytes.NewReader(rest)),
			int64(len(before)+len(after)+len(rest))+n)
	})
}

// FinishLater returns a fault that runs the API operation but keeps the operation
// records of the response in the status Started. Each record becomes Succeeded
// after n calls of GetOperation for it. An API operation that returns no operation
// records is not affected.
//
// The effect of the API operation itself is not delayed. See [Lag] to delay the
// creation or the deletion of a bucket.
func FinishLater(n int) Fault {
	return setOutcome(outcome{polls: n})
}

// FailLater returns a fault that responds as if the API operation had been accepted,
// but discards its effect. The operation records of the response have the status
// Started, and each becomes Failed after n calls of GetOperation for it. With 0, the
// records are Failed in the response. An empty code or details is left unset in the
// record. An API operation that returns no operation records is not affected.
func FailLater(n int, code, details string) Fault {
	return setOutcome(outcome{polls: n, failed: true, code: code, details: details})
}

// setOutcome returns a fault that sets the outcome of an API operation.
func setOutcome(o outcome) Fault {
	return newFault(func(e *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		e.outcome = o
		return next(r)
	})
}

// Latency returns a fault that waits for d before the API operation runs. The wait
// ends early if the client cancels the request; the API operation then does not
// run.
func Latency(d time.Duration) Fault {
	return newFault(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		if err := sleep(r.Context(), d); err != nil {
			return nil, err
		}
		return next(r)
	})
}

// Trickle returns a fault that runs the API operation and sends the response body in
// pieces of n bytes, with a pause before each piece.
func Trickle(n int, pause time.Duration) Fault {
	return modifyResponse(func(r *http.Request, resp *http.Response) {
		resp.Body = replaceReader(resp.Body, &slowReader{ctx: r.Context(), from: resp.Body, size: max(n, 1), pause: pause})
	})
}

// WrongDate returns a fault that runs the API operation and adds d to the Date header
// of the response. It does not affect how the server verifies signatures; use
// [WithClock] for that.
func WrongDate(d time.Duration) Fault {
	return modifyResponse(func(_ *http.Request, resp *http.Response) {
		if date, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
			resp.Header.Set("Date", date.Add(d).Format(http.TimeFormat))
		}
	})
}

// sleep waits for d. It returns early with an error if ctx is done.
func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// replaceReader returns a body that reads from r and closes body.
func replaceReader(body io.Closer, r io.Reader) io.ReadCloser {
	return struct {
		io.Reader
		io.Closer
	}{r, body}
}

// setBody replaces the content of the response body and its length.
func setBody(resp *http.Response, r io.Reader, length int64) {
	resp.Body = replaceReader(resp.Body, r)
	resp.ContentLength = length
	resp.Header.Set("Content-Length", strconv.FormatInt(length, 10))
}

// cutReader simulates a connection that was closed within the body.
type cutReader struct{}

func (cutReader) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// paddingReader is an infinite sequence of the letter x.
type paddingReader struct{}

func (paddingReader) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// slowReader pauses before each read and limits its size.
type slowReader struct {
	ctx   context.Context
	from  io.Reader
	size  int
	pause time.Duration
}

func (r *slowReader) Read(p []byte) (int, error) {
	if err := sleep(r.ctx, r.pause); err != nil {
		return 0, err
	}
	return r.from.Read(p[:min(len(p), r.size)])
}
