// Package transport carries one Lightsail call from its input to its output:
// it builds the request, and for every attempt resolves, signs, sends and
// receives it. The steps are small functions over a call and its request, driven
// in two ways. When nobody watches, [Do] runs them straight through, inside the
// retry loop of aws-sdk-go-v2. When somebody does, it puts them on a middleware
// stack like that of any client of aws-sdk-go-v2.
package transport

import (
	"context"
	"io"
	"time"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go/middleware"
)

// An Operation is one operation of the service, as data.
type Operation struct {
	// Name is the operation's name on the wire, for example GetBuckets.
	Name string

	// ReadOnly tells that the operation changes nothing, so that an answer cut
	// short may be asked for again.
	ReadOnly bool

	// NewOutput returns a pointer to a new, zero output.
	NewOutput func() any
}

// A call is one operation under way: what is the same for all attempts, and the
// state of the attempt in hand.
type call struct {
	config *Config
	op     *Operation
	input  any

	*constants
	body         []byte // the encoded input
	bodyHash     string // its SHA-256 in hexadecimal, as the signature wants it
	invocationID string

	attempt     int           // 1 is the first
	maxAttempts int           // 0 is without bound
	skew        time.Duration // to add to the clock of this machine when signing

	instruments *instruments // nil where nobody measures

	output   any                 // of the last answer
	answered middleware.Metadata // what the SDK noted of the last answer
	answer   answer
	limit    io.LimitedReader // of the answer's body
}

// Do makes one call of op with input, a pointer to the operation's input
// struct, and returns a pointer to its output struct.
func Do(ctx context.Context, config *Config, op *Operation, input any) (any, middleware.Metadata, error) {
	c := &call{config: config, op: op, input: input, constants: config.constants(op)}
	ctx = c.context(ctx)
	if config.watched() {
		return c.watch(ctx)
	}

	if err := c.validate(c.input); err != nil {
		return nil, middleware.Metadata{}, err
	}
	if err := c.prepare(); err != nil {
		return nil, middleware.Metadata{}, err
	}
	out, metadata, err := config.attempt.HandleFinalize(ctx, middleware.FinalizeInput{Request: c}, c)
	return out.Result, metadata, err
}

// HandleFinalize is one attempt, from resolving the endpoint to the decoded
// answer. The retry loop calls it.
func (c *call) HandleFinalize(ctx context.Context, _ middleware.FinalizeInput) (
	middleware.FinalizeOutput, middleware.Metadata, error,
) {
	c.nextAttempt()
	if err := c.config.Refusal; err != nil {
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
	req := c.newRequest(ctx, credentials.SessionToken != "")
	resolve(req, &endpoint)
	if c.config.DisableHTTPS {
		disableHTTPS(req)
	}
	if c.config.signs() {
		if err := c.sign(ctx, req, c.bodyHash, credentials, c.config.scope(&endpoint)); err != nil {
			return middleware.FinalizeOutput{}, middleware.Metadata{}, err
		}
	}

	in := middleware.DeserializeInput{Request: req}
	timing := awsmiddleware.RecordResponseTiming{DisableClockSkewCorrection: c.config.DisableClockSkewCorrection}
	a := &c.answer
	a.out, a.metadata, a.err = timing.HandleDeserialize(ctx, in, c)
	c.receive(ctx, a)
	for _, m := range afterReceive {
		a.out, a.metadata, a.err = m.HandleDeserialize(ctx, in, a)
	}
	return middleware.FinalizeOutput{Result: a.out.Result}, a.metadata, a.err
}

// nextAttempt counts attempts and settles the clock skew: what the client
// learnt from earlier calls, then what the previous attempt saw.
func (c *call) nextAttempt() {
	c.attempt++
	if c.config.DisableClockSkewCorrection {
		return
	}
	if c.attempt == 1 {
		c.skew = time.Duration(c.config.shared.skew.Load())
		return
	}
	c.skew, _ = awsmiddleware.GetAttemptSkew(c.answered)
	c.answered = middleware.Metadata{}
}

// afterReceive is what aws-sdk-go-v2 does to a received answer, innermost
// first. Their metadata keys are unexported, so it must be their code that sets
// them.
var afterReceive = [...]middleware.DeserializeMiddleware{
	&awsmiddleware.RequestIDRetriever{},
	&awshttp.ResponseErrorWrapper{},
	&awsmiddleware.AddRawResponse{},
}

// An answer is what an attempt came to. It stands in for the handler that a
// middleware of afterReceive would call: the answer is there already.
type answer struct {
	out      middleware.DeserializeOutput
	metadata middleware.Metadata
	err      error
}

// HandleDeserialize returns the answer.
func (a *answer) HandleDeserialize(context.Context, middleware.DeserializeInput) (
	middleware.DeserializeOutput, middleware.Metadata, error,
) {
	return a.out, a.metadata, a.err
}
