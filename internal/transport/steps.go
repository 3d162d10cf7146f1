package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"

	"github.com/aws/aws-sdk-go-v2/aws"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go"
	smithyauth "github.com/aws/smithy-go/auth"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
	smithyhttp "github.com/aws/smithy-go/transport/http"
)

// What follows are the steps of a watched call. They adapt the functions of a call
// to the stack: they take from it what others may have changed there, and hand
// back what others may look at.

// An identity is whom an attempt goes out for, on its way through the stack.
type identity struct {
	credentials aws.Credentials
	scope       scope
}

type identityKey struct{}

func getIdentity(ctx context.Context) (*identity, error) {
	id, ok := middleware.GetStackValue(ctx, identityKey{}).(*identity)
	if !ok {
		return nil, errors.New("no resolved auth scheme")
	}
	return id, nil
}

// httpRequest is the request of a step.
func httpRequest(request any) (*smithyhttp.Request, error) {
	req, ok := request.(*smithyhttp.Request)
	if !ok {
		return nil, fmt.Errorf("unknown transport type %T", request)
	}
	return req, nil
}

func (c *call) validateInput(ctx context.Context, in middleware.InitializeInput, next middleware.InitializeHandler) (
	out middleware.InitializeOutput, metadata middleware.Metadata, err error,
) {
	if err := c.isInput(in.Parameters); err != nil {
		return out, metadata, err
	}
	if err := c.validate(in.Parameters); err != nil {
		return out, metadata, err
	}
	return next.HandleInitialize(ctx, in)
}

// isInput refuses an input of another type than that of the call, which only
// middleware can have put there.
func (c *call) isInput(input any) error { return c.isA("input parameters", input, c.input) }

// isOutput does the same for an output.
func (c *call) isOutput(output any) error {
	if output != nil && output == c.output {
		return nil
	}
	return c.isA("output", output, c.op.NewOutput())
}

// isA refuses v unless it points to something of the type that like points to.
func (c *call) isA(what string, v, like any) error {
	switch same, isNil := c.config.Codec.SameType(v, like); {
	case !same:
		return fmt.Errorf("unknown %s type %T", what, v)
	case isNil:
		return fmt.Errorf("unknown %s: nil of type %T", what, v)
	}
	return nil
}

func passSerialize(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (
	middleware.SerializeOutput, middleware.Metadata, error,
) {
	return next.HandleSerialize(ctx, in)
}

func (c *call) serialize(ctx context.Context, in middleware.SerializeInput, next middleware.SerializeHandler) (
	out middleware.SerializeOutput, metadata middleware.Metadata, err error,
) {
	req, err := httpRequest(in.Request)
	if err != nil {
		return out, metadata, err
	}
	if err := c.isInput(in.Parameters); err != nil {
		return out, metadata, &smithy.SerializationError{Err: err}
	}
	_, span := tracing.StartSpan(ctx, "OperationSerializer")
	stop := c.clock(ctx, serializationDuration, "")
	body, err := c.encode(in.Parameters)
	stop()
	span.End()
	if err != nil {
		return out, metadata, err
	}

	req.Method = http.MethodPost
	if req.URL.Path == "" {
		req.URL.Path = "/"
	}
	req.Header.Set("Content-Type", contentType)
	req.Header.Set("X-Amz-Target", c.target)
	if in.Request, err = req.SetStream(&payload{bytes.NewReader(body), body}); err != nil {
		return out, metadata, err
	}
	return next.HandleSerialize(ctx, in)
}

// A payload is the encoded input as the stream of a request. It has no WriteTo:
// the SDK closes the body as soon as an answer is there, WriteTo would then end in
// an error, and net/http would drop the connection for it.
type payload struct {
	io.ReadSeeker
	bytes []byte
}

// payloadHash does what [v4.ComputePayloadSHA256] does, and hashes the bytes of an
// input that is as we wrote it without copying them.
type payloadHash struct{ v4.ComputePayloadSHA256 }

func (p *payloadHash) HandleFinalize(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	middleware.FinalizeOutput, middleware.Metadata, error,
) {
	req, err := httpRequest(in.Request)
	if err == nil && v4.GetPayloadHash(ctx) == "" {
		if stream, ok := req.GetStream().(*payload); ok {
			_, span := tracing.StartSpan(ctx, "ComputePayloadSHA256")
			ctx = v4.SetPayloadHash(ctx, hash(stream.bytes))
			span.End()
		}
	}
	return p.ComputePayloadSHA256.HandleFinalize(ctx, in, next)
}

func (c *call) resolveAuthScheme(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, metadata middleware.Metadata, err error,
) {
	_, span := tracing.StartSpan(ctx, "ResolveAuthScheme")
	span.SetProperty("auth.scheme_id", c.schemeID())
	c.nextAttempt()
	id := &identity{scope: c.config.defaultScope()}
	span.End()
	if err := c.config.Refusal; err != nil {
		return out, metadata, err
	}
	return next.HandleFinalize(middleware.WithStackValue(ctx, identityKey{}, id), in)
}

// schemeID is the official name of how requests are signed.
func (c *call) schemeID() string {
	if !c.config.signs() {
		return smithyauth.SchemeIDAnonymous
	}
	return "aws.auth#sigv4"
}

func (c *call) getIdentity(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, metadata middleware.Metadata, err error,
) {
	id, err := getIdentity(ctx)
	if err != nil {
		return out, metadata, err
	}
	spanCtx, span := tracing.StartSpan(ctx, "GetIdentity")
	stop := c.clock(ctx, identityDuration, c.schemeID())
	id.credentials, err = c.config.credentials(spanCtx)
	stop()
	span.End()
	if err != nil {
		return out, metadata, err
	}
	return next.HandleFinalize(ctx, in)
}

func (c *call) resolveEndpoint(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, metadata middleware.Metadata, err error,
) {
	req, err := httpRequest(in.Request)
	if err != nil {
		return out, metadata, err
	}
	id, err := getIdentity(ctx)
	if err != nil {
		return out, metadata, err
	}
	_, span := tracing.StartSpan(ctx, "ResolveEndpoint")
	stop := c.clock(ctx, endpointDuration, "")
	endpoint, err := c.config.endpoint(ctx)
	stop()
	if err == nil {
		span.SetProperty("client.call.resolved_endpoint", endpoint.URI.String())
	}
	span.End()
	if err != nil {
		return out, metadata, err
	}
	resolve(req.Request, &endpoint)
	id.scope.ofEndpoint(&endpoint)
	return next.HandleFinalize(ctx, in)
}

func (c *call) disableHTTPS(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, metadata middleware.Metadata, err error,
) {
	req, err := httpRequest(in.Request)
	if err != nil {
		return out, metadata, err
	}
	if c.config.DisableHTTPS && !smithyhttp.GetHostnameImmutable(ctx) {
		disableHTTPS(req.Request)
	}
	return next.HandleFinalize(ctx, in)
}

func (c *call) overrideScope(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, metadata middleware.Metadata, err error,
) {
	id, err := getIdentity(ctx)
	if err != nil {
		return out, metadata, err
	}
	id.scope.ofContext(ctx)
	return next.HandleFinalize(ctx, in)
}

func (c *call) signRequest(ctx context.Context, in middleware.FinalizeInput, next middleware.FinalizeHandler) (
	out middleware.FinalizeOutput, metadata middleware.Metadata, err error,
) {
	req, err := httpRequest(in.Request)
	if err != nil {
		return out, metadata, err
	}
	id, err := getIdentity(ctx)
	if err != nil {
		return out, metadata, err
	}
	_, span := tracing.StartSpan(ctx, "SignRequest")
	stop := c.clock(ctx, signingDuration, c.schemeID())
	if c.config.signs() {
		err = c.sign(ctx, req.Request, v4.GetPayloadHash(ctx), id.credentials, id.scope)
	}
	stop()
	span.End()
	if err != nil {
		return out, metadata, err
	}
	return next.HandleFinalize(ctx, in)
}

func (c *call) deserialize(ctx context.Context, in middleware.DeserializeInput, next middleware.DeserializeHandler) (
	middleware.DeserializeOutput, middleware.Metadata, error,
) {
	var a answer
	a.out, a.metadata, a.err = next.HandleDeserialize(ctx, in)
	if a.err == nil {
		_, span := tracing.StartSpan(ctx, "OperationDeserializer")
		stop := c.clock(ctx, deserializationDuration, "")
		defer span.End()
		defer stop()
	}
	c.receive(ctx, &a)
	return a.out, a.metadata, a.err
}
