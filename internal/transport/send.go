package transport

import (
	"context"
	"net/http"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// HandleDeserialize sends the request of an attempt. The middleware that times
// it calls it.
func (c *call) HandleDeserialize(ctx context.Context, in middleware.DeserializeInput) (
	out middleware.DeserializeOutput, metadata middleware.Metadata, err error,
) {
	resp, err := c.config.HTTPClient.Do(in.Request.(*http.Request))
	if resp == nil {
		resp = &http.Response{Header: http.Header{}, Body: http.NoBody}
	}
	out.RawResponse = &smithyhttp.Response{Response: resp}
	if err != nil {
		return out, metadata, sendError(ctx, err)
	}
	return out, metadata, nil
}

// sendError tells a caller who gave up from a connection that did.
func sendError(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return &smithy.CanceledError{Err: ctx.Err()}
	}
	return &smithyhttp.RequestSendError{Err: err}
}
