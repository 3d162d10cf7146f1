package transport

import (
	"bytes"
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/smithy-go"
	smithyendpoints "github.com/aws/smithy-go/endpoints"
	smithyrand "github.com/aws/smithy-go/rand"
	smithyhttp "github.com/aws/smithy-go/transport/http"

	"github.com/lightsail-go/sdk/internal/sigv4"
)

// contentType is the media type of an AWS JSON 1.1 body.
const contentType = "application/x-amz-json-1.1"

// validate returns an error for an input that must not be sent.
func (c *call) validate(input any) error {
	return c.config.Validate(c.op, input, c.config.DisableParamValidation)
}

// encode returns an input as the body of a request.
func (c *call) encode(input any) ([]byte, error) {
	body, err := c.config.Codec.Encode(input)
	if err != nil {
		return nil, &smithy.SerializationError{Err: err}
	}
	return body, nil
}

// hash returns the SHA-256 of a body in hexadecimal, as a signature needs it.
func hash(body []byte) string {
	sum := sha256.Sum256(body)
	var text [2 * sha256.Size]byte
	hex.Encode(text[:], sum[:])
	return string(text[:])
}

// prepare sets what all attempts share.
func (c *call) prepare() (err error) {
	if c.body, err = c.encode(c.input); err != nil {
		return err
	}
	c.bodyHash = hash(c.body)
	c.maxAttempts = c.config.Retryer.MaxAttempts()
	c.invocationID, err = smithyrand.NewUUID(rand.Reader).GetUUID()
	return err
}

// maxHeaders is the number of headers outside AWS Lambda, signature and session
// token included. A map for nine would be twice as large. A full map grows even for a
// key that it has, so none of them is set twice.
const maxHeaders = 8

// blank is an empty POST request.
var blank = http.Request{Method: http.MethodPost, Proto: "HTTP/1.1", ProtoMajor: 1, ProtoMinor: 1}

// newRequest returns the request of an attempt, without address and signature, and
// memory for the header values of the signature.
func (c *directCall) newRequest(ctx context.Context) (*http.Request, *sigv4.Values) {
	// One allocation for the parts of an attempt's request.
	parts := new(struct {
		values    [6]string
		signature sigv4.Values
		url       url.URL
		body      bytes.Reader
	})
	values := &parts.values
	*values = [6]string{contentType, c.target, c.invocationID, c.attemptHeader(ctx), c.config.userAgent()}
	parts.url.Path = "/"
	parts.body.Reset(c.body)

	// Capacity 1: an append to one header must not overwrite the next.
	header := make(http.Header, maxHeaders)
	header["Content-Type"] = values[0:1:1]
	header["X-Amz-Target"] = values[1:2:2]
	header["Amz-Sdk-Invocation-Id"] = values[2:3:3]
	header["Amz-Sdk-Request"] = values[3:4:4]
	header["User-Agent"] = values[4:5:5]
	if trace, ok := c.config.lambdaTrace(); ok {
		values[5] = trace
		header["X-Amzn-Trace-Id"] = values[5:6:6]
	}

	req := blank.WithContext(ctx)
	req.URL = &parts.url
	req.Header = header
	req.ContentLength = int64(len(c.body))
	// net/http writes a body of this type in the same packet as the header.
	req.Body = io.NopCloser(&parts.body)
	return req, &parts.signature
}

// resolve sets the address of req to endpoint.
func resolve(req *http.Request, endpoint *smithyendpoints.Endpoint) {
	rawPath := endpoint.URI.RawPath
	if rawPath == "" && req.URL.RawPath != "" {
		rawPath = endpoint.URI.Path
	}
	if rawPath != "" || req.URL.RawPath != "" {
		req.URL.RawPath = smithyhttp.JoinPath(rawPath, req.URL.RawPath)
	}
	req.URL.Scheme = endpoint.URI.Scheme
	req.URL.Host = endpoint.URI.Host
	req.URL.Path = smithyhttp.JoinPath(endpoint.URI.Path, req.URL.Path)
	for name := range endpoint.Headers {
		req.Header.Set(name, endpoint.Headers.Get(name))
	}
}

// disableHTTPS makes req use plain HTTP.
func disableHTTPS(req *http.Request) { req.URL.Scheme = "http" }

// attemptHeader returns the Amz-Sdk-Request header exactly as the Attempt
// middleware of aws-sdk-go-v2 writes it. That middleware writes it only into a
// *smithyhttp.Request.
func (c *directCall) attemptHeader(ctx context.Context) string {
	deadline, limited := ctx.Deadline()
	limited = limited && c.skew > 0
	if c.attempt == 1 && c.maxAttempts == 3 && !limited {
		return "attempt=1; max=3" // the common case, without allocation
	}
	b := make([]byte, 0, 48)
	b = strconv.AppendInt(append(b, "attempt="...), int64(c.attempt), 10)
	if c.maxAttempts != 0 {
		b = strconv.AppendInt(append(b, "; max="...), int64(c.maxAttempts), 10)
	}
	if limited {
		b = deadline.Add(c.skew).AppendFormat(append(b, "; ttl="...), "20060102T150405Z")
	}
	return string(b)
}

// lambdaTrace returns the value of the header by which AWS Lambda detects that a
// function calls itself, and false outside Lambda.
func (c *Config) lambdaTrace() (string, bool) {
	if !c.inLambda {
		return "", false
	}
	if _, traced := os.LookupEnv("_X_AMZN_TRACE_ID"); !traced {
		return "", false
	}
	return buildHeader(&awsmiddleware.RecursionDetection{}, "X-Amzn-Trace-Id"), true
}
