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

// once is a fault of one call.
func once(run func(e *exchange, r *http.Request, next RoundTrip) (*http.Response, error)) Fault {
	return Fault{run: run, times: 1}
}

// changed is a fault of an answer that is otherwise right.
func changed(change func(r *http.Request, resp *http.Response)) Fault {
	return once(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		if err == nil {
			change(r, resp)
		}
		return resp, err
	})
}

// Hook hands a call to a function of yours, for all that no other fault does: it
// may answer itself, or call next and change the answer, or return an error,
// which drops the connection.
//
// It runs without any lock, so it may call the methods of the server, and must
// be safe for concurrent use where the calls are concurrent. The request's body
// can be read.
func Hook(hook func(r *http.Request, next RoundTrip) (*http.Response, error)) Fault {
	return once(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		return hook(r, next)
	})
}

// Error answers with an error of the service, one of the exceptions of package
// types or a *smithy.GenericAPIError with any other code, and its status code.
// Any other error is told as an InternalFailure. Nothing is done.
func Error(err error) Fault {
	return once(func(e *exchange, _ *http.Request, _ RoundTrip) (*http.Response, error) {
		return e.fail(err), nil
	})
}

// Throttle answers that there were too many calls, which clients try again.
// Nothing is done.
func Throttle() Fault {
	return Error(&smithy.GenericAPIError{Code: "ThrottlingException", Message: "Rate exceeded"})
}

// Status answers with a status code and a page of HTML, as what stands in front
// of a service does: 502, 503 and 504 above all. Nothing is done.
func Status(code int) Fault {
	return once(func(e *exchange, _ *http.Request, _ RoundTrip) (*http.Response, error) {
		title := strconv.Itoa(code) + " " + http.StatusText(code)
		page := "<html><head><title>" + title + "</title></head><body><h1>" + title + "</h1></body></html>\n"
		return e.respond(code, "text/html", []byte(page)), nil
	})
}

// Drop ends the connection when the request has come. Nothing is done.
func Drop() Fault {
	return once(func(*exchange, *http.Request, RoundTrip) (*http.Response, error) {
		return nil, io.EOF
	})
}

// DropAnswer does what is asked, and ends the connection before the answer.
func DropAnswer() Fault {
	return once(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		resp, err := next(r)
		if err == nil {
			resp.Body.Close()
		}
		return nil, io.EOF
	})
}

// Cut does what is asked, and ends the connection after the first n bytes of the
// answer's body, or after all of it but one byte where it is shorter.
func Cut(n int) Fault {
	return changed(func(_ *http.Request, resp *http.Response) {
		n := int64(n)
		if resp.ContentLength >= 0 {
			n = min(n, resp.ContentLength-1)
		}
		resp.Body = replaced(resp.Body, io.MultiReader(io.LimitReader(resp.Body, n), broken{}))
	})
}

// Truncate does what is asked, and leaves only the first n bytes of the answer's
// body, while nothing is wrong with the connection.
func Truncate(n int) Fault {
	return changed(func(_ *http.Request, resp *http.Response) {
		n := int64(max(n, 0))
		setBody(resp, io.LimitReader(resp.Body, n), min(n, resp.ContentLength))
	})
}

// Garble does what is asked, and puts bytes that are no JSON into the middle of
// the answer's body.
func Garble() Fault {
	return changed(func(_ *http.Request, resp *http.Response) {
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

// Oversize does what is asked, and lets the answer's body have n bytes more, in a
// member that no operation has. They are made while they are read, so that there
// may be billions.
func Oversize(n int64) Fault {
	return changed(func(_ *http.Request, resp *http.Response) {
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
		setBody(resp, io.MultiReader(bytes.NewReader([]byte(before)), io.LimitReader(padding{}, n),
			bytes.NewReader([]byte(after)), bytes.NewReader(rest)),
			int64(len(before)+len(after)+len(rest))+n)
	})
}

// FinishLater does what is asked, and lets the operations that the answer tells of
// go on, as Started, for n looks: calls of GetOperation for each. Then they have
// Succeeded. Of calls that start no operation it changes nothing.
//
// What shows of a bucket is not later for that: see [Lag].
func FinishLater(n int) Fault {
	return ends(ending{looks: n})
}

// FailLater answers as if what is asked were done, and does nothing. The
// operations that the answer tells of go on, as Started, for n looks: calls of
// GetOperation for each. Then they have Failed, with an error code and details,
// if these are not empty. With 0 looks they have failed when they are answered.
// Of calls that start no operation it changes nothing.
func FailLater(n int, code, details string) Fault {
	return ends(ending{looks: n, failed: true, code: code, details: details})
}

// ends is a fault of the work that a call starts.
func ends(with ending) Fault {
	return once(func(e *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		e.ending = with
		return next(r)
	})
}

// Latency waits before anything is done, and then all goes its way. A call that
// is given up ends the wait.
func Latency(d time.Duration) Fault {
	return once(func(_ *exchange, r *http.Request, next RoundTrip) (*http.Response, error) {
		if err := wait(r.Context(), d); err != nil {
			return nil, err
		}
		return next(r)
	})
}

// Trickle does what is asked, and lets the answer's body come n bytes at a time,
// with a pause before each of these pieces.
func Trickle(n int, pause time.Duration) Fault {
	return changed(func(r *http.Request, resp *http.Response) {
		resp.Body = replaced(resp.Body, &trickle{ctx: r.Context(), from: resp.Body, size: max(n, 1), pause: pause})
	})
}

// WrongDate does what is asked, and sets the answer's header Date off by d. To
// have the server itself refuse signatures by another clock than the client's,
// see [WithClock].
func WrongDate(d time.Duration) Fault {
	return changed(func(_ *http.Request, resp *http.Response) {
		if date, err := http.ParseTime(resp.Header.Get("Date")); err == nil {
			resp.Header.Set("Date", date.Add(d).Format(http.TimeFormat))
		}
	})
}

// wait ends after d, or with an error when ctx does.
func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

// replaced reads r, and closes what was read before.
func replaced(body io.Closer, r io.Reader) io.ReadCloser {
	return struct {
		io.Reader
		io.Closer
	}{r, body}
}

func setBody(resp *http.Response, r io.Reader, length int64) {
	resp.Body = replaced(resp.Body, r)
	resp.ContentLength = length
	resp.Header.Set("Content-Length", strconv.FormatInt(length, 10))
}

// broken is the end of a body that was cut.
type broken struct{}

func (broken) Read([]byte) (int, error) { return 0, io.ErrUnexpectedEOF }

// padding is as much text as one wants.
type padding struct{}

func (padding) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// trickle reads slowly.
type trickle struct {
	ctx   context.Context
	from  io.Reader
	size  int
	pause time.Duration
}

func (t *trickle) Read(p []byte) (int, error) {
	if err := wait(t.ctx, t.pause); err != nil {
		return 0, err
	}
	return t.from.Read(p[:min(len(p), t.size)])
}
