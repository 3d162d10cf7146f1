package transport

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go"
	smithyauth "github.com/aws/smithy-go/auth"
	"github.com/aws/smithy-go/middleware"
	"github.com/aws/smithy-go/tracing"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// The steps of the middleware path adapt the functions of a call to the stack.
// Middleware may call the next step more than once, also concurrently, so a step
// keeps no state in the call: what belongs to an attempt travels in its context.

// An identity holds what an attempt signs with. It does not change: a step that
// sets something puts a changed copy into the context.
type identity struct {
	resolved    bool // credentials are set
	credentials aws.Credentials
	scope       scope
	skew        time.Duration // added to this machine's clock when signing
}

type identityKey struct{}

func getIdentity(ctx context.Context) (identity, error) {
	id, ok := middleware.GetStackValue(ctx, identityKey{}).(*identity)
	if !ok {
		return identity{}, errors.New("no resolved auth scheme")
	}
	return *id, nil
}

func setIdentity(ctx context.Context, id identity) context.Context {
	return middleware.WithStackValue(ctx, identityKey{}, &id)
}

// httpRequest returns the request of a step.
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

// isInput returns an error for an input of another type than the operation's,
// which middleware may have set.
func (c *call) isInput(input any) error { return c.isA("input parameters", input, c.op.Input) }

// isOutput does the same for an output.
func (c *call) isOutput(output any) error { return c.isA("output", output, c.op.Output) }

// isA returns an error unless v is a non-nil pointer of the type of like.
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
// the SDK closes the body as soon as a response arrives, WriteTo would then fail,
// and net/http would close the connection.
type payload struct {
	io.ReadSeeker
	bytes []byte
}

// payloadHash is [v4.ComputePayloadSHA256], but hashes the bytes of a stream that
// is still ours without copying them.
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
	id := identity{scope: c.config.defaultScope()}
	if !c.config.DisableClockSkewCorrection {
		id.skew = time.Duration(c.observedSkew.Load())
	}
	span.End()
	if err := c.config.ConfigErr; err != nil {
		return out, metadata, err
	}
	out, metadata, err = next.HandleFinalize(setIdentity(ctx, id), in)
	skew, _ := awsmiddleware.GetAttemptSkew(metadata)
	c.observedSkew.Store(int64(skew))
	return out, metadata, err
}

// schemeID returns the official ID of the auth scheme.
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
	id.resolved = true
	return next.HandleFinalize(setIdentity(ctx, id), in)
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
		span.SetProperty("client.call.resolved_endpoint", endpoint.URI.Redacted())
	}
	span.End()
	if err != nil {
		return out, metadata, err
	}
	resolve(req.Request, &endpoint)
	if endpoint.Properties.Values() != nil {
		id.scope.ofEndpoint(&endpoint)
		ctx = setIdentity(ctx, id)
	}
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
	if scope := id.scope.ofContext(ctx); scope != id.scope {
		id.scope = scope
		ctx = setIdentity(ctx, id)
	}
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
	if !id.resolved {
		return out, metadata, errors.New("no identity")
	}
	_, span := tracing.StartSpan(ctx, "SignRequest")
	stop := c.clock(ctx, signingDuration, c.schemeID())
	if c.config.signs() {
		err = c.sign(ctx, req.Request, v4.GetPayloadHash(ctx), id.credentials, id.scope, id.skew, new(sigv4.Values))
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
	var r result
	r.out, r.metadata, r.err = next.HandleDeserialize(ctx, in)
	if r.err == nil {
		_, span := tracing.StartSpan(ctx, "OperationDeserializer")
		stop := c.clock(ctx, deserializationDuration, "")
		defer span.End()
		defer stop()
	}
	c.receive(ctx, &r)
	return r.out, r.metadata, r.err
}
