package transport

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httputil"

	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// A requestResponseLogger logs what is sent and received, as ClientLogMode says,
// with secrets masked.
type requestResponseLogger struct{ config *Config }

// ID is that of the official client's logger, beside which others insert theirs.
func (requestResponseLogger) ID() string { return "RequestResponseLogger" }

// HandleDeserialize logs the request, has it sent, and logs the response.
func (l requestResponseLogger) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	out middleware.DeserializeOutput, metadata middleware.Metadata, err error,
) {
	mode, logger := l.config.ClientLogMode, middleware.GetLogger(ctx)
	if mode.IsRequest() || mode.IsRequestWithBody() {
		req, err := httpRequest(in.Request)
		if err != nil {
			return out, metadata, err
		}
		text, err := l.dumpRequest(ctx, &req, mode.IsRequestWithBody())
		if err != nil {
			logger.Logf(logging.Warn, "failed to dump request for logging: %v", err)
			return out, metadata, err
		}
		in.Request = req
		logger.Logf(logging.Debug, "Request\n%v", text)
	}

	out, metadata, err = next.HandleDeserialize(ctx, in)

	if err == nil && (mode.IsResponse() || mode.IsResponseWithBody()) {
		resp, ok := out.RawResponse.(*smithyhttp.Response)
		if !ok {
			return out, metadata, fmt.Errorf("unknown transport type %T", out.RawResponse)
		}
		text, err := l.dumpResponse(resp.Response, mode.IsResponseWithBody())
		if err != nil {
			logger.Logf(logging.Warn, "failed to dump response for logging: %v", err)
			return out, metadata, fmt.Errorf("failed to dump response %w", err)
		}
		logger.Logf(logging.Debug, "Response\n%v", text)
	}
	return out, metadata, err
}

// dumpRequest writes a request as it goes out. To read its body it may have to
// put another request in its place, which is then the one to send.
func (l requestResponseLogger) dumpRequest(ctx context.Context, req **smithyhttp.Request, withBody bool) (string, error) {
	copied := (*req).Build(ctx)
	copied.Header = maskHeader(copied.Header)
	head, err := httputil.DumpRequestOut(copied, false)
	if err != nil || !withBody || copied.Body == nil {
		return string(head), err
	}
	body, err := io.ReadAll(copied.Body)
	if err != nil {
		return "", err
	}
	if *req, err = (*req).SetStream(bytes.NewReader(body)); err != nil {
		return "", err
	}
	return string(head) + string(l.config.maskBody(body)), nil
}

// dumpResponse writes a response as it came in. A body that was read for that is
// there to be read again.
func (l requestResponseLogger) dumpResponse(resp *http.Response, withBody bool) (string, error) {
	copied := *resp
	copied.Header = maskHeader(resp.Header)
	head, err := httputil.DumpResponse(&copied, false)
	if err != nil || !withBody || resp.Body == nil {
		return string(head), err
	}
	body, readErr := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	rest := resp.Body
	if readErr != nil {
		rest = failing{readErr, resp.Body}
	}
	resp.Body = replayed{io.MultiReader(bytes.NewReader(body), rest), resp.Body}
	if readErr != nil || len(body) > maxBody {
		return fmt.Sprintf("%s[%d bytes of a body that is not complete]", head, len(body)), nil
	}
	return string(head) + string(l.config.maskBody(body)), nil
}

// A replayed body begins with what was read of it already.
type replayed struct {
	io.Reader
	io.Closer
}

// A failing body ends as it did when it was read.
type failing struct {
	err error
	io.Closer
}

func (f failing) Read([]byte) (int, error) { return 0, f.err }
