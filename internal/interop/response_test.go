package interop_test

import (
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// TestRandomResponses checks that both clients decode a random response to the same
// output, which equals the generated value, and return the same metadata.
func TestRandomResponses(t *testing.T) {
	forEachOperation(t, func(t *testing.T, op string) {
		rounds(t, func(t *testing.T, g *generator) {
			output := reflect.New(officialOutput(op).Elem())
			g.fill(output.Elem())
			body := g.render(output)
			response := fragmented(g, respond(pick(g, 200, 200, 200, 201, 202, 299), body,
				"X-Amzn-Requestid", pick(g, "", "a", "b"), pick(g, "X-Amz-Request-Id", "X-Other"), "c"))

			ours, reference := exchanges(t, settings{responders: []responder{response}}, op, completeInput(op))
			assertSame(t, ours, reference)
			if diff := cmp.Diff(convertTo(outputType(op), output.Interface()), ours.Results[0].Output, cmpOptions...); diff != "" {
				t.Errorf("generated (-), ours (+):\n%s", diff)
			}
			if t.Failed() {
				t.Logf("%.3000s", body)
			}
		})
	})
}

// fragmented returns a responder whose body is read in pieces of random size, with
// or without a Content-Length.
func fragmented(g *generator, next responder) responder {
	wrap := pick(g, iotest.OneByteReader, iotest.HalfReader, iotest.DataErrReader, func(r io.Reader) io.Reader { return r })
	length := g.oneIn(2)
	return func(r *http.Request) (*http.Response, error) {
		resp, err := next(r)
		resp.Body = io.NopCloser(wrap(resp.Body))
		if !length {
			resp.ContentLength = -1
		}
		return resp, err
	}
}

// TestMalformedResponses checks that our client rejects every response that the
// official client rejects. It may reject more: a body that is not valid JSON to the
// last byte.
func TestMalformedResponses(t *testing.T) {
	var both, oursOnly atomic.Int64
	forEachOperation(t, func(t *testing.T, op string) {
		rounds(t, func(t *testing.T, g *generator) {
			output := reflect.New(officialOutput(op).Elem())
			g.fill(output.Elem())
			body := g.mangle(g.render(output))
			ours, reference := exchanges(t, settings{config: fixedBackoff, responders: []responder{respond(200, body)}}, op, completeInput(op))
			got, want := ours.Results[0], reference.Results[0]
			switch {
			case got.Failure == nil && want.Failure == nil:
				assertSame(t, ours, reference)
			case got.Failure == nil:
				t.Errorf("only the official client rejects the body: %q", want.Failure)
			case want.Failure == nil && json.Valid([]byte(body)):
				t.Errorf("only our client rejects the body, which is valid JSON: %q", got.Failure)
			case !slices.Contains(got.Failure, "is smithy.DeserializationError"), !slices.Contains(got.Failure, "is awshttp.ResponseError"):
				t.Errorf("got %q, want a DeserializationError in a ResponseError", got.Failure)
			case want.Failure == nil:
				oursOnly.Add(1)
			default:
				both.Add(1)
			}
			if t.Failed() {
				t.Logf("%.3000s", body)
			}
		})
	})
	t.Logf("%d responses rejected by both clients, %d by ours only", both.Load(), oursOnly.Load())
	if both.Load() == 0 || oursOnly.Load() == 0 {
		t.Error("too few responses are malformed")
	}
}

// mangle inserts or replaces one or two characters, or appends text. It does not
// insert digits, because numbers out of range have their own test.
func (g *generator) mangle(body string) string {
	b := []byte(body)
	if g.oneIn(10) {
		return body + pick(g, "x", "}", "{}", "\x00")
	}
	for range 1 + g.IntN(2) {
		i := g.IntN(len(b))
		c := pick(g, []byte("{}[]:,\"\\tfnu -")...)
		switch old := b[i]; {
		case old >= utf8.RuneSelf:
		case g.oneIn(2), '0' <= old && old <= '9', old == '.', old == 'e', old == 'E', old == '-':
			b = slices.Insert(b, i, c)
		default:
			b[i] = c
		}
	}
	return string(b)
}

// TestUnusualResponses checks bodies that are empty, null, of the wrong type, or
// deeply nested.
func TestUnusualResponses(t *testing.T) {
	for _, body := range []string{
		"", "null", " null ", "{}", " {}\n", "{\"buckets\":null}", "{\"buckets\":[]}", "{\"buckets\":[null,{}]}",
		"[]", "0", "true", "\"\"", "<html><body>nginx</body></html>", "\ufeff{}", "NaN", "'", "{\"buckets\":{}}",
		"{\"buckets\":\"\"}", "{\"buckets\":[[]]}", "{\"buckets\":[0]}", "{\"nextPageToken\":1}", "{\"nextPageToken\":true}",
		"{\"Buckets\":[{}],\"NEXTPAGETOKEN\":\"x\"}", "{\"buckets\":[{\"name\":{}}]}", "{\"buckets\":[{\"cors\":{\"rules\":[{\"maxAgeSeconds\":1.0}]}}]}",
		"{\"buckets\":[{\"cors\":{\"rules\":[{\"maxAgeSeconds\":1e2}]}}]}", "{\"buckets\":[{\"cors\":{\"rules\":[{\"maxAgeSeconds\":\"1\"}]}}]}",
		"{\"buckets\":[{\"cors\":{\"rules\":[{\"maxAgeSeconds\":2147483648}]}}]}", "{\"buckets\":[{\"cors\":{\"rules\":[{\"maxAgeSeconds\":-0}]}}]}",
		"{\"buckets\":[{\"createdAt\":\"1\"}]}", "{\"buckets\":[{\"createdAt\":\"2020-01-01T00:00:00Z\"}]}", "{\"buckets\":[{\"createdAt\":true}]}",
		"{\"buckets\":[{\"ableToUpdateBundle\":\"true\"}]}", "{\"buckets\":[{\"ableToUpdateBundle\":1}]}",
		"{\"buckets\":[{\"tags\":[{\"key\":\"a\"}]}],\"buckets\":[{\"name\":\"b\"}]}",
		"{\"a\":" + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + "}", "{\"a\":" + strings.Repeat("[", 20000) + strings.Repeat("]", 20000) + "}",
	} {
		ours, reference := exchanges(t, settings{config: fixedBackoff, responders: []responder{respond(200, body)}}, "GetBuckets", completeInput("GetBuckets"))
		t.Logf("%.100s", body)
		assertSame(t, ours, reference)
	}
}
