package transport

import (
	"context"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
)

// constantsKey is what the constants of a call derive from.
type constantsKey struct {
	op     *Operation
	region string
}

// constants are the same for all calls of an operation in a Region.
type constants struct {
	target string          // the X-Amz-Target header
	values context.Context // bears values, and nothing else
}

// context returns ctx with the values that RoundTrippers, credential providers
// and middleware read: service, operation, Region, logger.
func (c *call) context(ctx context.Context) context.Context {
	config := c.config
	key := constantsKey{c.op, config.Region}
	c.constants = config.Shared.constants.get(key, func() *constants {
		return &constants{target: targetPrefix + key.op.Name, values: stackValues(key)}
	})
	ctx = &callContext{Context: ctx, values: c.values}
	if _, nop := config.Logger.(logging.Nop); !nop {
		ctx = middleware.SetLogger(ctx, config.Logger)
	}
	// The official client, too, passes these on in the context: middleware reads
	// and sets them there.
	if config.SigningName != "" {
		//lint:ignore SA1019 see above
		ctx = awsmiddleware.SetSigningName(ctx, config.SigningName)
	}
	if config.SigningRegion != "" {
		//lint:ignore SA1019 see above
		ctx = awsmiddleware.SetSigningRegion(ctx, config.SigningRegion)
	}
	return ctx
}

// stackValues makes a context of values alone. It bears a logger and a tracer, too,
// so that those of a call around ours do not shine through.
func stackValues(key constantsKey) context.Context {
	ctx := middleware.WithServiceID(context.Background(), ServiceID)
	ctx = middleware.WithOperationName(ctx, key.op.Name)
	ctx = awsmiddleware.SetServiceID(ctx, ServiceID)
	if key.region != "" {
		ctx = awsmiddleware.SetRegion(ctx, key.region)
	}
	ctx = awsmiddleware.SetOperationName(ctx, key.op.Name)
	ctx = middleware.SetLogger(ctx, logging.Nop{})
	return tracing.WithOperationTracer(ctx, (&tracing.NopTracerProvider{}).Tracer(scopeName))
}

// A callContext is the caller's context, in which the values of the call stand
// before the caller's.
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
