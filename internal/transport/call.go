// Package transport takes one Lightsail call from its input to its output: it
// builds the request and, for every attempt, resolves, signs, sends and
// receives it. The steps are small functions over a call and its request. They
// run on two paths. On the direct path, [Do] runs them one after the other
// inside the retry loop of aws-sdk-go-v2. On the middleware path, which
// instrumented calls take, it puts them on a middleware stack with the IDs and
// the order of the official client.
package transport

import (
	"context"
	"sync/atomic"

	"github.com/aws/smithy-go/middleware"
)

// A call is one invocation of an operation: what all its attempts share. After
// prepare only observedSkew changes, because middleware may run attempts
// concurrently.
type call struct {
	config *Config
	op     *Operation
	input  any

	*derived
	body         []byte // the encoded input
	bodyHash     string // its SHA-256 in hexadecimal, as the signature needs it
	invocationID string
	maxAttempts  int // 0 is unlimited

	instruments *instruments // nil without a meter

	// observedSkew is the clock skew that the last attempt on the middleware
	// path observed, in nanoseconds.
	observedSkew atomic.Int64
}

// Do calls op with input, a pointer to the operation's input struct, and
// returns a pointer to its output struct. A nil input is an empty one.
func Do(ctx context.Context, config *Config, op *Operation, input any) (any, middleware.Metadata, error) {
	if _, isNil := config.Codec.SameType(input, op.Input); isNil {
		input = config.Codec.New(op.Input)
	}
	if config.instrumented() {
		c := new(call)
		ctx = c.init(ctx, config, op, input)
		return c.runStack(ctx)
	}
	d := new(directCall)
	ctx = d.init(ctx, config, op, input)
	return d.run(ctx)
}

// init fills in a new call and returns its context.
func (c *call) init(ctx context.Context, config *Config, op *Operation, input any) context.Context {
	c.config, c.op, c.input = config, op, input
	c.derived = config.derive(op)
	return c.context(ctx)
}
