package transport

import (
	"context"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go/logging"
	"github.com/aws/smithy-go/middleware"
)

// contextKey is what the values of a call's context derive from.
type contextKey struct {
	op     *Operation
	region string
}

// context returns ctx with the values that RoundTrippers, credential providers
// and middleware read: service, operation, Region, logger.
func (c *Config) context(ctx context.Context, op *Operation) context.Context {
	key := contextKey{op, c.Region}
	values := c.Shared.contexts.get(key, func() context.Context { return stackValues(key) })
	ctx = &callContext{Context: ctx, values: values}
	if _, nop := c.Logger.(logging.Nop); !nop {
		ctx = middleware.SetLogger(ctx, c.Logger)
	}
	// The official client, too, passes these on in the context: middleware reads
	// and sets them there.
	if c.SigningName != "" {
		//lint:ignore SA1019 see above
		ctx = awsmiddleware.SetSigningName(ctx, c.SigningName)
	}
	if c.SigningRegion != "" {
		//lint:ignore SA1019 see above
		ctx = awsmiddleware.SetSigningRegion(ctx, c.SigningRegion)
	}
	return ctx
}

// stackValues makes a context of values alone. It bears a logger, too, so that
// the one of a call around ours does not shine through.
func stackValues(key contextKey) context.Context {
	ctx := middleware.WithServiceID(context.Background(), ServiceID)
	ctx = middleware.WithOperationName(ctx, key.op.Name)
	ctx = awsmiddleware.SetServiceID(ctx, ServiceID)
	if key.region != "" {
		ctx = awsmiddleware.SetRegion(ctx, key.region)
	}
	ctx = awsmiddleware.SetOperationName(ctx, key.op.Name)
	return middleware.SetLogger(ctx, logging.Nop{})
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
