package transport

import (
	"context"
	"errors"
	"fmt"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// runStack makes the call on a middleware stack. Its steps have the IDs and the
// order of the official client's, because users' middleware is inserted relative to
// them.
func (c *call) runStack(ctx context.Context) (any, middleware.Metadata, error) {
	instruments, err := newInstruments(c.config)
	if err != nil {
		return nil, middleware.Metadata{}, err
	}
	c.instruments = instruments
	c.observedSkew.Store(c.config.shared.skew.Load())
	stack, err := c.stack()
	if err != nil {
		return nil, middleware.Metadata{}, err
	}
	for _, fn := range c.config.APIOptions {
		if err := fn(stack); err != nil {
			return nil, middleware.Metadata{}, err
		}
	}
	ctx, end := c.start(ctx)
	handler := smithyhttp.NewClientHandlerWithOptions(c.config, func(h *smithyhttp.ClientHandler) {
		h.Meter = c.config.MeterProvider.Meter(scopeName)
	})
	result, metadata, err := middleware.DecorateHandler(handler, stack).Handle(ctx, c.input)
	if err == nil {
		err = c.isOutput(result)
	}
	end(err)
	return result, metadata, err
}

// stack returns the steps of the call in their order.
func (c *call) stack() (*middleware.Stack, error) {
	config := c.config
	s := middleware.NewStack(c.op.Name, smithyhttp.NewStackRequest)
	add := adder{stack: s, hooks: config.intercepted()}

	i := &config.Interceptors
	add.hook(&smithyhttp.InterceptExecution{BeforeExecution: i.BeforeExecution, AfterExecution: i.AfterExecution})
	add.step(middleware.InitializeMiddlewareFunc("OperationInputValidation", c.validateInput))

	// The official client keeps these two IDs, and so do we: middleware may be
	// inserted relative to them.
	add.step(middleware.SerializeMiddlewareFunc("setOperationInput", passSerialize))
	add.step(middleware.SerializeMiddlewareFunc("ResolveEndpoint", passSerialize))
	add.hook(&smithyhttp.InterceptBeforeSerialization{Interceptors: i.BeforeSerialization})
	add.step(middleware.SerializeMiddlewareFunc("OperationSerializer", c.serialize))
	add.hook(&smithyhttp.InterceptAfterSerialization{Interceptors: i.AfterSerialization})

	add.step(&awsmiddleware.ClientRequestID{})
	add.step(config.requestUserAgent(config.credentialSources()))
	add.step(&awsmiddleware.RecursionDetection{})

	add.step(&smithyhttp.InterceptBeforeRetryLoop{Interceptors: i.BeforeRetryLoop})
	add.step(config.newAttempt(smithyhttp.RequestCloner))
	add.step(&smithyhttp.InterceptAttempt{BeforeAttempt: i.BeforeAttempt, AfterAttempt: i.AfterAttempt})
	add.step(middleware.FinalizeMiddlewareFunc("ResolveAuthScheme", c.resolveAuthScheme))
	add.step(middleware.FinalizeMiddlewareFunc("GetIdentity", c.getIdentity))
	add.step(middleware.FinalizeMiddlewareFunc("ResolveEndpointV2", c.resolveEndpoint))
	add.step(middleware.FinalizeMiddlewareFunc("disableHTTPS", c.disableHTTPS))
	add.step(&payloadHash{})
	add.step(middleware.FinalizeMiddlewareFunc("setLegacyContextSigningOptions", c.overrideScope))
	add.hook(&smithyhttp.InterceptBeforeSigning{Interceptors: i.BeforeSigning})
	add.step(middleware.FinalizeMiddlewareFunc("Signing", c.signRequest))
	add.hook(&smithyhttp.InterceptAfterSigning{Interceptors: i.AfterSigning})

	// A response passes these from the last to the first.
	add.step(&awsmiddleware.AddRawResponse{})
	add.step(&awshttp.ResponseErrorWrapper{})
	add.step(&awsmiddleware.RequestIDRetriever{})
	add.hook(&smithyhttp.InterceptAfterDeserialization{Interceptors: i.AfterDeserialization})
	add.step(middleware.DeserializeMiddlewareFunc("OperationDeserializer", c.deserialize))
	add.hook(&smithyhttp.InterceptBeforeDeserialization{Interceptors: i.BeforeDeserialization})
	add.step(&awsmiddleware.RecordResponseTiming{DisableClockSkewCorrection: config.DisableClockSkewCorrection})
	add.step(requestResponseLogger{c})
	add.hook(&smithyhttp.InterceptTransmit{BeforeTransmit: i.BeforeTransmit, AfterTransmit: i.AfterTransmit})
	return s, errors.Join(add.errs...)
}

// An adder appends middleware to the step of a stack that its type belongs to.
type adder struct {
	stack *middleware.Stack
	hooks bool // there are interceptors
	errs  []error
}

// hook adds a step that only interceptors need. A stack has all of these steps or
// none, because they depend on each other.
func (a *adder) hook(m any) {
	if a.hooks {
		a.step(m)
	}
}

func (a *adder) step(m any) {
	var err error
	switch m := m.(type) {
	case middleware.InitializeMiddleware:
		err = a.stack.Initialize.Add(m, middleware.After)
	case middleware.SerializeMiddleware:
		err = a.stack.Serialize.Add(m, middleware.After)
	case middleware.BuildMiddleware:
		err = a.stack.Build.Add(m, middleware.After)
	case middleware.FinalizeMiddleware:
		err = a.stack.Finalize.Add(m, middleware.After)
	case middleware.DeserializeMiddleware:
		err = a.stack.Deserialize.Add(m, middleware.After)
	default:
		err = fmt.Errorf("%T is not middleware", m)
	}
	if err != nil {
		a.errs = append(a.errs, err)
	}
}
