package interop_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	awsmiddleware "github.com/aws/aws-sdk-go-v2/aws/middleware"
	"github.com/aws/aws-sdk-go-v2/aws/retry"
	v4 "github.com/aws/aws-sdk-go-v2/aws/signer/v4"
	"github.com/aws/smithy-go/document"
	"github.com/aws/smithy-go/middleware"
	smithyhttp "github.com/aws/smithy-go/transport/http"
	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// assertSame fails the test if the requests, results or logs of the clients differ.
func assertSame(t *testing.T, ours, reference exchange) {
	t.Helper()
	if diff := cmp.Diff(reference, ours, cmpOptions...); diff != "" {
		t.Errorf("official (-), ours (+):\n%s", diff)
	}
}

// cmpOptions compare values exactly, including the location of a time.
var cmpOptions = cmp.Options{
	cmpopts.EquateNaNs(),
	cmpopts.IgnoreTypes(middleware.Metadata{}), // compared as result.Metadata
	cmpopts.IgnoreTypes(document.NoSerde{}),    // an empty struct in official types
	cmp.Comparer(func(a, b time.Time) bool { return a.String() == b.String() }),
}

// A request is a recorded request. What differs between any two calls is replaced.
type request struct {
	Method, URL, Host string
	Header            http.Header
	Body              string
	Length            int64
	Replayable        bool // has GetBody, so that http.Client can follow a 307 redirect
	Context           map[string]string
}

var (
	uuid       = regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	apiVersion = regexp.MustCompile(`api/lightsail#[0-9.]+`)
	signature  = regexp.MustCompile(`Signature=[0-9a-f]{64}$`)
	credential = regexp.MustCompile(`Credential=[^/]+/[^/]+/([^/]*)/([^/]*)/aws4_request, SignedHeaders=([^,]+)`)
)

// recordRequest reads r and replaces the signature, the date, the API version and the
// invocation ID. ids are the invocation IDs that the client has sent. An ID is
// replaced by its position in ids, which preserves whether it is repeated. If mutated
// is set, the signature may be that of another request.
func recordRequest(t *testing.T, r *http.Request, ids *[]string, mutated bool) request {
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
		h.Set("Authorization", signature.ReplaceAllString(h.Get("Authorization"), checkSignature(t, r, body, mutated)))
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

// checkSignature signs r again with the test's credentials and fails the test if
// the signature differs, unless mutated is set. It returns a replacement for the
// signature, with the ways of escaping the path that result in it.
func checkSignature(t *testing.T, r *http.Request, body []byte, mutated bool) string {
	scope := credential.FindStringSubmatch(r.Header.Get("Authorization"))
	if scope == nil {
		return "Signature=of an unknown form"
	}
	date, err := time.Parse("20060102T150405Z", r.Header.Get("X-Amz-Date"))
	if err != nil {
		return "Signature=without a date"
	}
	credentials := keys
	credentials.SessionToken = r.Header.Get("X-Amz-Security-Token")
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
		err = v4.NewSigner().SignHTTP(context.Background(), credentials, again, hex.EncodeToString(sum[:]), scope[2], scope[1], date,
			func(o *v4.SignerOptions) { o.DisableURIPathEscaping = raw })
		if err != nil {
			t.Error(err)
		}
		if again.Header.Get("Authorization") == r.Header.Get("Authorization") {
			ways = append(ways, map[bool]string{false: "path escaped", true: "path raw"}[raw])
		}
	}
	if ways == nil && mutated {
		return "Signature=of another request"
	}
	if ways == nil {
		t.Errorf("the signature does not match: %s", r.Header.Get("Authorization"))
	}
	return "Signature=" + strings.Join(ways, " or ")
}

// contextValues returns the context values that transports read.
func contextValues(ctx context.Context) map[string]string {
	//lint:ignore SA1019 the values are set for existing transports
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

// A result is the result of one call.
type result struct {
	Output   any // as our type
	Failure  []string
	Metadata map[string]any
}

func describeResult(op string, output any, err error) (r result) {
	r.Failure = describeError(err)
	if out := reflect.ValueOf(output); !out.IsNil() {
		r.Metadata = describeMetadata(out.Elem().FieldByName("ResultMetadata").Interface().(middleware.Metadata))
		r.Output = convertTo(outputType(op), output)
	}
	return r
}

func describeMetadata(m middleware.Metadata) map[string]any {
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
			values[name+"error"] = describeError(a.Err)
			values[name+"retry"] = [2]bool{a.Retryable, a.Retried}
			values[name+"metadata"] = describeMetadata(a.ResponseMetadata)
		}
	}
	return values
}

// hasUnorderedMap reports whether v contains a map of more than one key. Our client
// sends the keys in sorted order, the official client in Go's random order.
func hasUnorderedMap(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer:
		return !v.IsNil() && hasUnorderedMap(v.Elem())
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && hasUnorderedMap(v.Field(i)) {
				return true
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			if hasUnorderedMap(v.Index(i)) {
				return true
			}
		}
	case reflect.Map:
		if v.Len() > 1 {
			return true
		}
		for _, value := range v.Seq2() {
			if hasUnorderedMap(value) {
				return true
			}
		}
	}
	return false
}

// sortObjects returns a JSON text with the members of all objects in sorted order.
// Names and scalars keep their spelling, and duplicate members are kept.
func sortObjects(t *testing.T, text string) string {
	t.Helper()
	if text == "" || text[0] != '{' && text[0] != '[' {
		return text
	}
	d := json.NewDecoder(strings.NewReader(text))
	if _, err := d.Token(); err != nil {
		t.Error(err)
		return text
	}
	var parts []string
	for d.More() {
		prefix := ""
		if text[0] == '{' {
			start := d.InputOffset()
			if _, err := d.Token(); err != nil {
				t.Error(err)
				return text
			}
			prefix = strings.TrimLeft(text[start:d.InputOffset()], ", \t\r\n") + ":"
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			t.Error(err)
			return text
		}
		parts = append(parts, prefix+sortObjects(t, string(value)))
	}
	if text[0] == '[' {
		return "[" + strings.Join(parts, ",") + "]"
	}
	slices.Sort(parts)
	return "{" + strings.Join(parts, ",") + "}"
}

func TestSortObjects(t *testing.T) {
	got := sortObjects(t, `{"b":[{"z":1,"a":1.0},[],{}],"a\u0062":{"y":null,"x":{"\u00e9":"é","e":"\n"}},"b":2}`)
	if want := `{"a\u0062":{"x":{"\u00e9":"é","e":"\n"},"y":null},"b":2,"b":[{"a":1.0,"z":1},[],{}]}`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestHasUnorderedMap(t *testing.T) {
	type inner struct{ Names map[string][]string }
	for _, test := range []struct {
		value any
		want  bool
	}{
		{&inner{}, false},
		{&inner{map[string][]string{"a": nil}}, false},
		{&inner{map[string][]string{"a": nil, "b": nil}}, true},
		{[]inner{{}, {map[string][]string{"a": nil, "b": nil}}}, true},
		{map[string]map[string]string{"a": {"b": "", "c": ""}}, true},
	} {
		if got := hasUnorderedMap(reflect.ValueOf(test.value)); got != test.want {
			t.Errorf("%+v: got %v, want %v", test.value, got, test.want)
		}
	}
}
