package interop_test

import (
	"errors"
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/aws/smithy-go"
	"github.com/aws/smithy-go/middleware"
	"github.com/google/go-cmp/cmp"
)

var (
	seedFlag   = flag.Uint64("seed", 1, "seed of the random values; each round derives its own seed from it")
	roundsFlag = flag.Int("rounds", 40, "number of random rounds for each operation")
)

// rounds calls f once per round, with a generator whose values depend only on the
// seed, the name of the test and the number of the round.
func rounds(t *testing.T, f func(t *testing.T, g *generator)) {
	t.Logf("seed %d, %d rounds", *seedFlag, *roundsFlag)
	for round := range *roundsFlag {
		f(t, &generator{Rand: seededRand(t.Name(), round), round: round})
		if t.Failed() {
			t.Fatalf("failed with seed %d in round %d", *seedFlag, round)
		}
	}
}

func seededRand(name string, round int) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(*seedFlag, h.Sum64()+uint64(round)))
}

// A generator generates random values.
type generator struct {
	*rand.Rand
	round       int
	invalidUTF8 bool // strings may contain invalid UTF-8
}

// oneIn returns true with a probability of 1/n.
func (g *generator) oneIn(n int) bool { return g.IntN(n) == 0 }

func pick[T any](g *generator, values ...T) T { return values[g.IntN(len(values))] }

var (
	timeType     = reflect.TypeFor[time.Time]()
	metadataType = reflect.TypeFor[middleware.Metadata]()
)

// fill sets v, which must be zero, to a random value. It leaves some struct fields
// and some elements of lists and maps at their zero value.
func (g *generator) fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		g.fill(v.Elem())
	case reflect.Struct:
		if v.Type() == timeType {
			v.Set(reflect.ValueOf(g.time()))
			return
		}
		for _, member := range membersOf(v) {
			if !g.oneIn(6) {
				g.fill(member.value)
			}
		}
	case reflect.Slice:
		n := g.length()
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			g.fillElement(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		for range g.length() {
			key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
			g.fill(key)
			g.fillElement(value)
			v.SetMapIndex(key, value)
		}
	case reflect.String:
		v.SetString(g.stringOf(v))
	case reflect.Bool:
		v.SetBool(g.oneIn(2))
	case reflect.Int32:
		v.SetInt(int64(pick(g, 0, 1, -1, math.MaxInt32, math.MinInt32, g.Int32(), -g.Int32N(100000))))
	case reflect.Int64:
		v.SetInt(pick(g, 0, 1, -1, math.MaxInt64, math.MinInt64, math.MaxInt32+1, 1<<53+1, g.Int64(), -g.Int64N(100000)))
	case reflect.Float32:
		v.SetFloat(float64(g.float32()))
	case reflect.Float64:
		v.SetFloat(g.float64())
	default:
		panic(fmt.Sprintf("the generator does not support %v", v.Type()))
	}
}

func (g *generator) length() int { return pick(g, 0, 1, 1, 2, 3, 5) }

// fillElement fills an element of a list or map. It leaves some lists and maps nil.
func (g *generator) fillElement(v reflect.Value) {
	if k := v.Kind(); (k == reflect.Slice || k == reflect.Map) && g.oneIn(6) {
		return
	}
	g.fill(v)
}

// A member is a struct field that is a JSON member.
type member struct {
	name  string // in JSON
	value reflect.Value
}

// membersOf returns the members of a struct of the official client. A member's name
// in JSON is the field's name with a lower-case first letter. The official client's
// own requests and responses prove that: the comparison fails for another name.
func membersOf(v reflect.Value) (members []member) {
	for i := range v.NumField() {
		if field := v.Type().Field(i); field.IsExported() && field.Type != metadataType {
			members = append(members, member{strings.ToLower(field.Name[:1]) + field.Name[1:], v.Field(i)})
		}
	}
	return members
}

// stringOf generates a string. For an enum it is a known value or an unknown one.
func (g *generator) stringOf(v reflect.Value) string {
	if v.Type() == reflect.TypeFor[string]() {
		return g.text()
	}
	known := v.MethodByName("Values").Call(nil)[0]
	if g.oneIn(4) {
		return pick(g, "", "Future", "new value", "ÄÖ<>")
	}
	return known.Index(g.IntN(known.Len())).String()
}

// text generates strings that differ in escaping, length and alphabet.
func (g *generator) text() string {
	if g.invalidUTF8 && g.oneIn(6) {
		return pick(g, "\xff", "a\xc3", "\xed\xa0\x80b", "\xf4\x90\x80\x80", "\x80\x81")
	}
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_./: "
	switch g.IntN(12) {
	case 0:
		return ""
	case 1:
		return strings.Repeat(pick(g, "x", "ß", "\"", "\\n"), pick(g, 100, 5000))
	case 2, 3, 4:
		return g.mix([]rune("\"\\/\b\f\n\r\t\x00\x01\x1f\x7f<>&'{}[]:,\u2028\u2029\u0085\ufeff"))
	case 5, 6:
		return g.mix([]rune("äßéñçłøΩжשعहไ中日한€\U0001f600\U0001f468\u200d\U00010000\U0010ffff\ufffd\ue000"))
	case 7:
		return pick(g, "null", "true", "0", "{}", "[]", "NaN", "\\u0041", "${x}", "%s%n", "../..")
	}
	return g.mix([]rune(plain))
}

func (g *generator) mix(runes []rune) string {
	var b strings.Builder
	for range 1 + g.IntN(20) {
		b.WriteRune(runes[g.IntN(len(runes))])
	}
	return b.String()
}

// time generates a time in whole milliseconds, mostly in the years 2016 to 2035. The
// official client decodes some times outside these years one millisecond too early:
// see TestTimestampPrecision.
func (g *generator) time() time.Time {
	ms := pick(g,
		0, 1, 999, -1, -86400000,
		time.Date(2038, 1, 19, 3, 14, 8, 0, time.UTC).UnixMilli(),
		time.Date(2200, 2, 29, 23, 59, 59, 999e6, time.UTC).UnixMilli(),
		1480550400000+g.Int64N(600000000000)/1000*1000,
		1480550400000+g.Int64N(600000000000),
		1480550400000+g.Int64N(600000000000),
		1480550400000+g.Int64N(600000000000),
	)
	return time.UnixMilli(ms).UTC()
}

func (g *generator) float32() float32 {
	return pick(g, 0, 0.5, 3.5, 5, 0.1, 160, -2.25, math.MaxFloat32, -math.MaxFloat32,
		math.SmallestNonzeroFloat32, float32(math.Copysign(0, -1)), 1e21, 1e-7, 16777217,
		float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)),
		g.Float32(), math.Float32frombits(g.Uint32()))
}

func (g *generator) float64() float64 {
	return pick(g, 0, 0.5, 3.5, 5, 0.1, 160, -2.25, math.MaxFloat64, -math.MaxFloat64,
		math.SmallestNonzeroFloat64, math.Copysign(0, -1), 1e21, 1e-7, 1<<53+1, 123456789.125,
		math.NaN(), math.Inf(1), math.Inf(-1),
		g.Float64(), math.Float64frombits(g.Uint64()))
}

// TestGeneratorSupportsOfficialAPI checks the generator, the JSON renderer and
// completeInput with all operations of the official client, including those that
// our client does not have yet.
func TestGeneratorSupportsOfficialAPI(t *testing.T) {
	for _, op := range officialOperations {
		for round := range 3 {
			g := &generator{Rand: seededRand(op, round)}
			input := reflect.New(officialInput(op).Elem())
			g.fill(input.Elem())
			output := reflect.New(officialOutput(op).Elem())
			g.fill(output.Elem())
			body := g.render(output)

			for _, in := range []any{completeInput(op), input.Interface()} {
				transport := &fakeTransport{t: t, responders: []responder{respond(200, body)}}
				got, err, _ := settings{}.officialCaller(transport).call(t.Context(), op, in)
				if in == input.Interface() && errors.As(err, new(smithy.InvalidParamsError)) {
					continue // the random input lacks a required member
				}
				if err != nil {
					t.Fatalf("%s: %v\n%s", op, err, body)
				}
				if diff := cmp.Diff(output.Interface(), got, cmpOptions...); diff != "" {
					t.Fatalf("%s: rendered (-), decoded (+):\n%s\n%s", op, diff, body)
				}
			}
		}
	}
}
