package interop_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/aws/aws-sdk-go-v2/aws"
	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	awshttp "github.com/aws/aws-sdk-go-v2/aws/transport/http"
	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// same fails the test unless both clients sent the same and returned the same.
func same(t *testing.T, ours, theirs exchange) {
	t.Helper()
	if diff := cmp.Diff(theirs, ours, equal...); diff != "" {
		t.Errorf("official (-), ours (+):\n%s", diff)
	}
}

// equal compares values as exactly as it can: a location of a time counts.
var equal = cmp.Options{
	cmpopts.EquateNaNs(),
	cmpopts.IgnoreTypes(middleware.Metadata{}), // described in result.Metadata
	cmp.Comparer(func(a, b time.Time) bool { return a.String() == b.String() }),
}

// A request is what a client sent, but for what differs between any two calls.
type request struct {
	Method, URL, Host string
	Header            http.Header
	Body              string
	Length            int64
	Replayable        bool // has a GetBody: a plain http.Client follows a 307
	Context           map[string]string
}

var (
	uuid       = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	apiVersion = regexp.MustCompile(`api/lightsail#[0-9.]+`)
	signature  = regexp.MustCompile(`Signature=[0-9a-f]{64}$`)
	credential = regexp.MustCompile(`Credential=[^/]+/[^/]+/([^/]*)/([^/]*)/aws4_request, SignedHeaders=([^,]+)`)
)

// record reads r and puts fixed words where chance or the clock stand. ids are
// the invocation IDs of the client so far: the first is 1, and where it comes
// again it is 1 again.
func record(t *testing.T, r *http.Request, ids *[]string) request {
	var body []byte
	if r.Body != nil {
		var err error
		if body, err = io.ReadAll(r.Body); err != nil {
			t.Error(err)
		}
	}
	rec := request{
		Method: r.Method, URL: r.URL.String(), Host: r.Host, Header: r.Header.Clone(),
		Body: string(body), Length: r.ContentLength, Replayable: r.GetBody != nil,
		Context: contextValues(r.Context()),
	}
	if rec.Host == "" {
		rec.Host = r.URL.Host
	}
	h := rec.Header
	if h.Get("Authorization") != "" {
		h.Set("Authorization", signature.ReplaceAllString(h.Get("Authorization"), verify(t, r, body)))
	}
	if date, err := time.Parse("20060102T150405Z", h.Get("X-Amz-Date")); err == nil {
		h.Set("X-Amz-Date", "now + "+date.Sub(time.Now().UTC().Truncate(time.Second)).String())
	}
	h.Set("User-Agent", apiVersion.ReplaceAllString(h.Get("User-Agent"), "api/lightsail#version"))
	if id := h.Get("Amz-Sdk-Invocation-Id"); uuid.MatchString(id) {
		if !slices.Contains(*ids, id) {
			*ids = append(*ids, id)
		}
		h.Set("Amz-Sdk-Invocation-Id", fmt.Sprint("UUID ", 1+slices.Index(*ids, id)))
	}
	return rec
}

// verify signs r again, with the keys of the test, and tells in which ways of
// escaping the path that gives the signature it has.
func verify(t *testing.T, r *http.Request, body []byte) string {
	scope := credential.FindStringSubmatch(r.Header.Get("Authorization"))
	if scope == nil {
		return "Signature=of an unknown form"
	}
	date, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
	if err != nil {
		return "Signature=without a date"
	}
	signed := keys
	signed.SessionToken = r.Header.Get("X-Amz-Security-Token")
	sum := sha256.Sum256(body)
	var ways []string
	for _, raw := range []bool{false, true} {
		again, err := http.NewRequest(r.Method, r.URL.String(), bytes.NewReader(body))
		if err != nil {
			t.Error(err)
			return ""
		}
		again.Host = r.Host
		for name := range strings.SplitSeq(scope[3], ";") {
			if values := r.Header.Values(name); len(values) > 0 {
				again.Header[http.CanonicalHeaderKey(name)] = values
			}
		}
		err = v4.NewSigner().SignHTTP(context.Background(), signed, again, hex.EncodeToString(sum[:]), scope[2], scope[1], date,
			func(o *v4.SignerOptions) { o.DisableURIPathEscaping = raw })
		if err != nil {
			t.Error(err)
		}
		if again.Header.Get("Authorization") == r.Header.Get("Authorization") {
			ways = append(ways, map[bool]string{false: "path escaped", true: "path raw"}[raw])
		}
	}
	if ways == nil {
		t.Errorf("the signature is wrong: %s", r.Header.Get("Authorization"))
	}
	return "Signature=" + strings.Join(ways, " or ")
}

// contextValues are what RoundTrippers look up.
func contextValues(ctx context.Context) map[string]string {
	//lint:ignore SA1019 callers look them up
	name, region := awsmiddleware.GetSigningName(ctx), awsmiddleware.GetSigningRegion(ctx)
	values := map[string]string{
		"aws service":       awsmiddleware.GetServiceID(ctx),
		"aws operation":     awsmiddleware.GetOperationName(ctx),
		"aws region":        awsmiddleware.GetRegion(ctx),
		"signing name":      name,
		"signing region":    region,
		"smithy service":    middleware.GetServiceID(ctx),
		"smithy operation":  middleware.GetOperationName(ctx),
		"logger":            fmt.Sprintf("%T", middleware.GetLogger(ctx)),
		"value of a caller": fmt.Sprint(ctx.Value(callerKey{})),
	}
	if deadline, ok := ctx.Deadline(); ok {
		values["deadline"] = deadline.String()
	}
	return values
}

type callerKey struct{}

// A result is what one call returned.
type result struct {
	Output   any // of our type
	Failure  []string
	Metadata map[string]any
}

func describe(op string, output any, err error) (r result) {
	r.Failure = failure(err)
	if out := reflect.ValueOf(output); !out.IsNil() {
		r.Metadata = metadataOf(out.Elem().FieldByName("ResultMetadata").Interface().(middleware.Metadata))
		r.Output = as(outputType(op), output)
	}
	return r
}

func metadataOf(m middleware.Metadata) map[string]any {
	values := map[string]any{}
	values["request ID"], _ = awsmiddleware.GetRequestIDMetadata(m)
	values["server time"], _ = awsmiddleware.GetServerTime(m)
	_, values["has response time"] = awsmiddleware.GetResponseAt(m)
	values["skew"], values["has skew"] = awsmiddleware.GetAttemptSkew(m)
	values["raw response"] = fmt.Sprintf("%T", awsmiddleware.GetRawResponse(m))
	if resp, ok := awsmiddleware.GetRawResponse(m).(*smithyhttp.Response); ok {
		values["status"], values["headers"] = resp.StatusCode, resp.Header
	}
	if attempts, ok := retry.GetAttemptResults(m); ok {
		for i, a := range attempts.Results {
			name := fmt.Sprintf("attempt %d: ", i+1)
			values[name+"error"] = failure(a.Err)
			values[name+"retry"] = [2]bool{a.Retryable, a.Retried}
			values[name+"metadata"] = metadataOf(a.ResponseMetadata)
		}
	}
	return values
}

const deserialization = "deserialization failed"

// failure tells an error's text, its chain, and what errors.As and errors.Is find
// in it. What is wrong with a body is worded by each client for itself, so text
// and chain end there.
func failure(err error) (lines []string) {
	if err == nil {
		return nil
	}
	text, _, cut := strings.Cut(err.Error(), deserialization)
	if cut {
		text += deserialization
	}
	return append(append([]string{text}, chain(err, "")...), found(err)...)
}

func chain(err error, indent string) (lines []string) {
	for ; err != nil; err = errors.Unwrap(err) {
		lines = append(lines, indent+link(err))
		switch err := err.(type) {
		case *smithy.DeserializationError:
			return lines
		case interface{ Unwrap() []error }:
			for _, e := range err.Unwrap() {
				lines = append(lines, chain(e, indent+"  ")...)
			}
		}
	}
	return lines
}

// link describes one error of a chain, without those below it.
func link(err error) string {
	switch e := err.(type) {
	case *smithy.OperationError:
		return fmt.Sprintf("%T %s %s", e, e.ServiceID, e.OperationName)
	case *awshttp.ResponseError:
		return fmt.Sprintf("%T %d %q", e, e.HTTPStatusCode(), e.ServiceRequestID())
	case *retry.MaxAttemptsError:
		return fmt.Sprintf("%T %d", e, e.Attempt)
	case smithy.InvalidParamsError:
		return fmt.Sprintf("%T %q", e, e.Errs())
	case smithy.APIError:
		line := fmt.Sprintf("%T %q %q %v", e, e.ErrorCode(), e.ErrorMessage(), e.ErrorFault())
		v := reflect.ValueOf(e).Elem()
		for i := range v.NumField() {
			if field := v.Type().Field(i); field.IsExported() && field.Type == reflect.TypeFor[*string]() {
				line += fmt.Sprintf(" %s=%s", field.Name, quoted(v.Field(i).Interface().(*string)))
			}
		}
		return line
	}
	return fmt.Sprintf("%T", err)
}

func quoted(s *string) string {
	if s == nil {
		return "nil"
	}
	return fmt.Sprintf("%q", *s)
}

// found lists what callers commonly ask of an error.
func found(err error) (lines []string) {
	as := func(name string, ok bool) {
		if ok {
			lines = append(lines, "is "+name)
		}
	}
	as("smithy.OperationError", errors.As(err, new(*smithy.OperationError)))
	as("smithy.APIError", errors.As(err, new(smithy.APIError)))
	as("smithy.GenericAPIError", errors.As(err, new(*smithy.GenericAPIError)))
	as("smithy.DeserializationError", errors.As(err, new(*smithy.DeserializationError)))
	as("smithy.SerializationError", errors.As(err, new(*smithy.SerializationError)))
	as("smithy.CanceledError", errors.As(err, new(*smithy.CanceledError)))
	as("smithy.InvalidParamsError", errors.As(err, new(smithy.InvalidParamsError)))
	as("awshttp.ResponseError", errors.As(err, new(*awshttp.ResponseError)))
	as("smithyhttp.ResponseError", errors.As(err, new(*smithyhttp.ResponseError)))
	as("smithyhttp.RequestSendError", errors.As(err, new(*smithyhttp.RequestSendError)))
	as("retry.MaxAttemptsError", errors.As(err, new(*retry.MaxAttemptsError)))
	as("aws.RequestCanceledError", errors.As(err, new(*aws.RequestCanceledError)))
	as("net.Error", errors.As(err, new(net.Error)))
	as("context.Canceled", errors.Is(err, context.Canceled))
	as("context.DeadlineExceeded", errors.Is(err, context.DeadlineExceeded))
	return lines
}
