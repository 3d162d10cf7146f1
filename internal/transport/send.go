package transport

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// HandleDeserialize sends the request of an attempt. The SDK's middleware that
// records response times calls it.
func (c *directCall) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput) (
	out middleware.DeserializeOutput, metadata middleware.Metadata, err error,
) {
	resp, err := c.config.Do(in.Request.(*http.Request))
	if resp == nil {
		resp = &http.Response{Header: http.Header{}, Body: http.NoBody}
	}
	out.RawResponse = &smithyhttp.Response{Response: resp}
	if err != nil {
		return out, metadata, sendError(ctx, err)
	}
	return out, metadata, nil
}

// sendError distinguishes a canceled context from a connection that failed.
func sendError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return &smithy.CanceledError{Err: ctx.Err()}
	}
	return &smithyhttp.RequestSendError{Err: err}
}

// Do sends a request with the config's HTTP client. On both paths it takes the
// client's place, so that no error quotes what a server sent.
func (c *Config) Do(req *http.Request) (*http.Response, error) {
	resp, err := c.HTTPClient.Do(req)
	if err != nil {
		err = withoutQuotes(err)
	}
	return resp, err
}

// An unquotedError is an error of net/http without the text of the server that
// it quotes. A response head can be the rest of an earlier body whose length the
// server understated, private key included.
type unquotedError struct {
	text string
	err  error
}

func (e *unquotedError) Error() string { return e.text }
func (e *unquotedError) Unwrap() error { return e.err }

// quoting are the texts after which errors of net/http quote a response: a malformed
// status line, header or trailer, an address, or the debug data of HTTP/2. net/http has
// no types for these errors.
var quoting = [...]string{
	"malformed ", "railer key", "transfer encoding", "Content-Length", "Location header",
	"header field ", "pseudo-header", "debug=",
}

// withoutQuotes returns err with its text cut where it begins to quote a response.
func withoutQuotes(err error) error {
	text := err.Error()
	start := 0
	if e, ok := err.(*url.Error); ok {
		start = len(text) - len(e.Err.Error()) // the address of the request comes first
	}
	end := len(text)
	for _, q := range quoting {
		// What is quoted may contain these texts too, so the first one counts.
		if i := strings.Index(text[start:end], q); i >= 0 {
			end = start + i + len(q)
		}
	}
	// Go 1.26 quotes all of them, Go 1.25 writes header lines without quotes.
	if quote := strings.IndexAny(text[end:], `":`); quote >= 0 {
		return &unquotedError{strings.TrimRight(text[:end+quote], " [") + " " + masked, err}
	}
	return err
}
