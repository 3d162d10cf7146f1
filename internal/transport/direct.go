package transport

import (
	"context"
	"time"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go/middleware"
)

// A directCall is a call on the direct path, where attempts run one after the
// other, and the state of its current attempt.
type directCall struct {
	call

	attempt int           // 1 is the first
	skew    time.Duration // added to this machine's clock when signing
	result  result
}

// run makes the call.
func (c *directCall) run(ctx context.Context) (any, middleware.Metadata, error) {
	if err := c.validate(c.input); err != nil {
		return nil, middleware.Metadata{}, err
	}
	if err := c.prepare(); err != nil {
		return nil, middleware.Metadata{}, err
	}
	out, metadata, err := c.config.attempt.HandleFinalize(ctx, middleware.FinalizeInput{Request: c}, c)
	return out.Result, metadata, err
}

// HandleFinalize runs one attempt, from resolving the endpoint to the decoded
// response. The retry loop calls it.
func (c *directCall) HandleFinalize(ctx context.Context, _ middleware.FinalizeInput) (
	middleware.FinalizeOutput, middleware.Metadata, error,
) {
	c.nextAttempt()
	if err := c.config.ConfigErr; err != nil {
		return middleware.FinalizeOutput{}, middleware.Metadata{}, err
	}
	credentials, err := c.config.credentials(ctx)
	if err != nil {
		return middleware.FinalizeOutput{}, middleware.Metadata{}, err
	}
	endpoint, err := c.config.endpoint(ctx)
	if err != nil {
		return middleware.FinalizeOutput{}, middleware.Metadata{}, err
	}
	req, values := c.newRequest(ctx)
	resolve(req, &endpoint)
	if c.config.DisableHTTPS {
		disableHTTPS(req)
	}
	if c.config.signs() {
		if err := c.sign(ctx, req, c.bodyHash, credentials, c.config.scope(&endpoint), c.skew, values); err != nil {
			return middleware.FinalizeOutput{}, middleware.Metadata{}, err
		}
	}

	in := middleware.DeserializeInput{Request: req}
	timing := awsmiddleware.RecordResponseTiming{DisableClockSkewCorrection: c.config.DisableClockSkewCorrection}
	r := &c.result
	r.out, r.metadata, r.err = timing.HandleDeserialize(ctx, in, c)
	c.receive(ctx, r)
	for _, m := range afterReceive {
		r.out, r.metadata, r.err = m.HandleDeserialize(ctx, in, r)
	}
	return middleware.FinalizeOutput{Result: r.out.Result}, r.metadata, r.err
}

// nextAttempt counts attempts and sets the clock skew: first the one that the
// client knows from earlier calls, then what the previous attempt observed.
func (c *directCall) nextAttempt() {
	c.attempt++
	switch {
	case c.config.DisableClockSkewCorrection:
	case c.attempt == 1:
		c.skew = time.Duration(c.config.shared.skew.Load())
	default:
		c.skew, _ = awsmiddleware.GetAttemptSkew(c.result.metadata)
	}
	c.result = result{}
}

// afterReceive are the steps of aws-sdk-go-v2 over a received response,
// innermost first. Their metadata keys are unexported, so their own code must
// run.
var afterReceive = [...]middleware.DeserializeMiddleware{
	&awsmiddleware.RequestIDRetriever{},
	&awshttp.ResponseErrorWrapper{},
	&awsmiddleware.AddRawResponse{},
}
