package interop_test

import (
	"encoding/json"
	"io"
	"net/http"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// Whatever the service answers, both clients return the same values and tell the
// same of the call.
func TestRandomAnswers(t *testing.T) {
	for _, op := range operations {
		t.Run(op, func(t *testing.T) {
			rounds(t, func(t *testing.T, g *generator) {
				output := reflect.New(outputType(op).Elem())
				g.fill(output.Elem())
				body := g.render(output)
				answered := inPieces(g, reply(pick(g, 200, 200, 200, 201, 202, 299), body, "X-Amzn-Requestid", pick(g, "", "a", "b"), pick(g, "X-Amz-Request-Id", "X-Other"), "c"))

				ours, theirs := exchanges(t, settings{answers: []answer{answered}}, op, complete(op))
				same(t, ours, theirs)
				if diff := cmp.Diff(output.Interface(), ours.Results[0].Output, equal...); diff != "" {
					t.Errorf("answered (-), ours (+):\n%s", diff)
				}
				if t.Failed() {
					t.Logf("%.3000s", body)
				}
			})
		})
	}
}

// inPieces delivers an answer's body as networks do.
func inPieces(g *generator, a answer) answer {
	wrap := pick(g, iotest.OneByteReader, iotest.HalfReader, iotest.DataErrReader, func(r io.Reader) io.Reader { return r })
	length := g.oneIn(2)
	return func(r *http.Request) (*http.Response, error) {
		resp, err := a(r)
		resp.Body = io.NopCloser(wrap(resp.Body))
		if !length {
			resp.ContentLength = -1
		}
		return resp, err
	}
}

// complete returns an input of op in which every scalar, enum and list is set, so
// that no required member is missing.
func complete(op string) any {
	input := reflect.New(inputType(op).Elem())
	for i := range input.Elem().NumField() {
		switch field := input.Elem().Field(i); field.Kind() {
		case reflect.Pointer:
			if field.Type().Elem().Kind() != reflect.Struct {
				field.Set(reflect.New(field.Type().Elem()))
			}
		case reflect.Slice:
			field.Set(reflect.MakeSlice(field.Type(), 0, 0))
		case reflect.String:
			field.SetString("x")
		}
	}
	return input.Interface()
}

// What is no answer is refused by both clients. Ours refuses more: what is not
// JSON to the last byte.
func TestMangledAnswers(t *testing.T) {
	both, strict := 0, 0
	for _, op := range operations {
		t.Run(op, func(t *testing.T) {
			rounds(t, func(t *testing.T, g *generator) {
				output := reflect.New(outputType(op).Elem())
				g.fill(output.Elem())
				body := g.mangle(g.render(output))
				ours, theirs := exchanges(t, settings{config: steady, answers: []answer{reply(200, body)}}, op, complete(op))
				got, want := ours.Results[0], theirs.Results[0]
				switch {
				case got.Failure == nil && want.Failure == nil:
					same(t, ours, theirs)
				case got.Failure == nil:
					t.Errorf("only the official client refused it: %q", want.Failure)
				case want.Failure == nil && json.Valid([]byte(body)):
					t.Errorf("only our client refused it: %q", got.Failure)
				case !slices.Contains(got.Failure, "is smithy.DeserializationError"), !slices.Contains(got.Failure, "is awshttp.ResponseError"):
					t.Errorf("refused with %q", got.Failure)
				case want.Failure == nil:
					strict++
				default:
					both++
				}
				if t.Failed() {
					t.Logf("%.3000s", body)
				}
			})
		})
	}
	t.Logf("%d refused by both, %d by ours alone", both, strict)
	if both == 0 || strict == 0 {
		t.Error("the answers are not mangled enough")
	}
}

// mangle puts a character where it does not belong, and no digit: a number out of
// range is a matter of its own.
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

// Answers that are odd, one by one.
func TestOddAnswers(t *testing.T) {
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
		ours, theirs := exchanges(t, settings{config: steady, answers: []answer{reply(200, body)}}, "GetBuckets", complete("GetBuckets"))
		t.Logf("%.100s", body)
		same(t, ours, theirs)
	}
}
