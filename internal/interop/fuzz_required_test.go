package interop_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"reflect"
	"slices"
	"testing"

	"github.com/aws/aws-sdk-go-v2/aws"
	official "github.com/aws/aws-sdk-go-v2/service/lightsail"
	"github.com/aws/smithy-go"
	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/lightsail"
)

// FuzzRequired checks that our client rejects an input if and only if the official
// validator of the operation does, with the same paths of missing members. The fuzzed
// bytes select the fields that are set.
func FuzzRequired(f *testing.F) {
	for i := range operations {
		f.Add(uint8(i), []byte{})
		f.Add(uint8(i), []byte("\x00\x10\x20\x30\x40\x50\x60\x70\x80\x90\xa0\xb0\xc0\xd0\xe0\xf0"))
	}
	cfg := aws.Config{
		Region: "eu-central-1", Credentials: provider{Credentials: keys},
		HTTPClient: doer(func(*http.Request) (*http.Response, error) { return nil, errNotSent }),
		Retryer:    func() aws.Retryer { return aws.NopRetryer{} },
	}
	ours := reflectCaller(lightsail.NewFromConfig(cfg, func(o *lightsail.Options) { o.DisableParamValidation = true }))
	reference := reflectCaller(official.NewFromConfig(cfg))
	f.Fuzz(func(t *testing.T, operation uint8, data []byte) {
		op := operations[int(operation)%len(operations)]
		input := reflect.New(officialInput(op).Elem())
		g := &sparseGenerator{generator{Rand: rand.New(newByteSource(data))}}
		g.fill(input, 0)
		_, gotErr, changed := ours.call(t.Context(), op, input.Interface())
		_, wantErr, _ := reference.call(t.Context(), op, input.Interface())
		if changed != nil {
			t.Error(changed)
		}
		if diff := cmp.Diff(violationsOf(wantErr), violationsOf(gotErr)); diff != "" {
			t.Errorf("%s: violations, official (-), ours (+):\n%s", op, diff)
		}
	})
}

var errNotSent = errors.New("valid, but not sent")

// violationsOf returns the violations in the error of a call, or the error.
func violationsOf(err error) (all []string) {
	var invalid smithy.InvalidParamsError
	switch {
	case errors.As(err, &invalid):
		for _, violation := range invalid.Errs() {
			all = append(all, violation.Error())
		}
		slices.Sort(all)
		return all
	case errors.Is(err, errNotSent):
		return []string{errNotSent.Error()}
	}
	return []string{fmt.Sprint(err)}
}

// A sparseGenerator leaves more fields unset than generator.fill.
type sparseGenerator struct{ generator }

func (g *sparseGenerator) fill(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		g.fill(v.Elem(), depth)
	case reflect.Struct:
		if v.Type() == timeType {
			v.Set(reflect.ValueOf(g.time()))
			return
		}
		for _, member := range membersOf(v) {
			if depth < 6 && !g.oneIn(3) {
				g.fill(member.value, depth+1)
			}
		}
	case reflect.Slice:
		n := g.length()
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			g.fill(v.Index(i), depth+1)
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range g.length() {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			key.SetString(pick(&g.generator, "", "a", "b", "\"", "a.b[0]", "ß", "\xff"))
			g.fill(value, depth+1)
			v.SetMapIndex(key, value)
		}
	case reflect.String:
		v.SetString(pick(&g.generator, "", "x"))
	}
}
