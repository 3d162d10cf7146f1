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

// A requestResponseLogger logs requests and responses as ClientLogMode selects
// them, with sensitive values masked.
type requestResponseLogger struct{ call *call }

// ID returns the ID of the official client's logger.
func (requestResponseLogger) ID() string { return "RequestResponseLogger" }

// HandleDeserialize logs the request, calls next, and logs the response.
func (l requestResponseLogger) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	out middleware.DeserializeOutput, metadata middleware.Metadata, err error,
) {
	mode, logger := l.call.config.ClientLogMode, middleware.GetLogger(ctx)
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

// dumpRequest returns the text of a request. Reading the body may replace *req,
// which is then the request to send.
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
	return string(head) + string(l.call.config.maskBody(body, l.call.op.Input)), nil
}

// dumpResponse returns the text of a response. A body that it reads can be read
// again.
func (l requestResponseLogger) dumpResponse(resp *http.Response, withBody bool) (string, error) {
	copied := *resp
	copied.Header = maskHeader(resp.Header)
	head, err := httputil.DumpResponse(&copied, false)
	if err != nil || !withBody || resp.Body == nil || resp.StatusCode == http.StatusSwitchingProtocols {
		return string(head), err
	}
	body, readErr := io.ReadAll(io.LimitReader(resp.Body, maxBody+1))
	rest := resp.Body
	if readErr != nil {
		rest = failing{readErr, resp.Body}
	}
	resp.Body = replayed{io.MultiReader(bytes.NewReader(body), rest), resp.Body}
	if readErr != nil || len(body) > maxBody {
		return fmt.Sprintf("%s[%d bytes of an incomplete body]", head, len(body)), nil
	}
	like := l.call.op.Output
	if resp.StatusCode < 200 || resp.StatusCode >= 300 {
		like = nil
	}
	return string(head) + string(l.call.config.maskBody(body, like)), nil
}

// A replayed body yields again what was read of it, then the rest.
type replayed struct {
	io.Reader
	io.Closer
}

// A failing body returns the error that reading it returned before.
type failing struct {
	err error
	io.Closer
}

func (f failing) Read([]byte) (int, error) { return 0, f.err }
