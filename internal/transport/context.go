package transport

import (
	"context"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
)

// context returns ctx with the values that RoundTrippers, credential providers
// and middleware read: service, operation, Region, logger.
func (c *call) context(ctx context.Context) context.Context {
	ctx = &callContext{Context: ctx, values: c.values}
	if _, nop := c.config.Logger.(logging.Nop); !nop {
		ctx = middleware.SetLogger(ctx, c.config.Logger)
	}
	// The official client passes these in the context too: middleware reads and
	// sets them there.
	if c.config.SigningName != "" {
		//lint:ignore SA1019 see above
		ctx = awsmiddleware.SetSigningName(ctx, c.config.SigningName)
	}
	if c.config.SigningRegion != "" {
		//lint:ignore SA1019 see above
		ctx = awsmiddleware.SetSigningRegion(ctx, c.config.SigningRegion)
	}
	return ctx
}

// stackValues returns a context that holds only values. It has a logger and a
// tracer too: without them, those of an enclosing call of another client would be
// used.
func stackValues(op *Operation, region string) context.Context {
	ctx := middleware.WithServiceID(context.Background(), ServiceID)
	ctx = middleware.WithOperationName(ctx, op.Name)
	ctx = awsmiddleware.SetServiceID(ctx, ServiceID)
	if region != "" {
		ctx = awsmiddleware.SetRegion(ctx, region)
	}
	ctx = awsmiddleware.SetOperationName(ctx, op.Name)
	ctx = middleware.SetLogger(ctx, logging.Nop{})
	return tracing.WithOperationTracer(ctx, (&tracing.NopTracerProvider{}).Tracer(scopeName))
}

// A callContext is the caller's context in which the values of the call take
// precedence.
type callContext struct {
	context.Context
	values context.Context
}

func (c *callContext) Value(key any) any {
	if v := c.values.Value(key); v != nil {
		return v
	}
	return c.Context.Value(key)
}
