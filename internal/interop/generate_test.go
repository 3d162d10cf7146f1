package interop_test

import (
	"flag"
	"fmt"
	"hash/fnv"
	"math"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"time"
)

var (
	seedFlag   = flag.Uint64("seed", 1, "seed of the random values; every round derives from it and from its own number")
	roundsFlag = flag.Int("rounds", 40, "random rounds for each operation")
)

// rounds calls f with a generator for each of a number of rounds. What it makes
// depends on the seed, the test's name and the round alone.
func rounds(t *testing.T, f func(t *testing.T, g *generator)) {
	t.Logf("seed %d, %d rounds", *seedFlag, *roundsFlag)
	for round := range *roundsFlag {
		f(t, &generator{Rand: seeded(t.Name(), round), round: round})
		if t.Failed() {
			t.Fatalf("seed %d, round %d", *seedFlag, round)
		}
	}
}

func seeded(name string, round int) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(*seedFlag, h.Sum64()+uint64(round)))
}

// A generator makes random values.
type generator struct {
	*rand.Rand
	round   int
	invalid bool // strings may be other than UTF-8
}

// oneIn is true once in n times.
func (g *generator) oneIn(n int) bool { return g.IntN(n) == 0 }

func pick[T any](g *generator, values ...T) T { return values[g.IntN(len(values))] }

var timeType = reflect.TypeFor[time.Time]()

// fill sets v, a zero value, to a random one. Each member of a struct is left
// unset now and then.
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
		for _, field := range members(v) {
			if !g.oneIn(6) {
				g.fill(field)
			}
		}
	case reflect.Slice:
		n := pick(g, 0, 1, 1, 2, 3, 5)
		v.Set(reflect.MakeSlice(v.Type(), n, n))
		for i := range n {
			g.fill(v.Index(i))
		}
	case reflect.String:
		v.SetString(g.stringOf(v))
	case reflect.Bool:
		v.SetBool(g.oneIn(2))
	case reflect.Int32:
		v.SetInt(int64(pick(g, 0, 1, -1, math.MaxInt32, math.MinInt32, g.Int32(), -g.Int32N(100000))))
	case reflect.Float32:
		v.SetFloat(float64(g.float()))
	default:
		panic(fmt.Sprintf("no random values for %v: add them", v.Type()))
	}
}

// members are the fields of a struct that have a wire name.
func members(v reflect.Value) (fields []reflect.Value) {
	for i := range v.NumField() {
		if wireName(v.Type().Field(i)) != "" {
			fields = append(fields, v.Field(i))
		}
	}
	return fields
}

// wireName is the name of a field in JSON, "" where it has none.
func wireName(field reflect.StructField) string {
	name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	if name == "-" {
		return ""
	}
	return name
}

// stringOf makes a text, or for an enum one of its values or one that no
// version knows.
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

// text makes strings that escape, count and look alike in different ways.
func (g *generator) text() string {
	if g.invalid && g.oneIn(6) {
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

// time makes a time as the service can say it: whole milliseconds, mostly of the
// years 2016 to 2035. In some others the official client can be one millisecond
// short: see TestTimesToTheMillisecond.
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

func (g *generator) float() float32 {
	return pick(g, 0, 0.5, 3.5, 5, 0.1, 160, -2.25, math.MaxFloat32, -math.MaxFloat32,
		math.SmallestNonzeroFloat32, float32(math.Copysign(0, -1)), 1e21, 1e-7, 16777217,
		float32(math.NaN()), float32(math.Inf(1)), float32(math.Inf(-1)),
		g.Float32(), math.Float32frombits(g.Uint32()))
}

// convert sets dst to src, a value of the other client's type, field by field
// and by name.
func convert(dst, src reflect.Value) {
	switch src.Kind() {
	case reflect.Pointer:
		if !src.IsNil() {
			dst.Set(reflect.New(dst.Type().Elem()))
			convert(dst.Elem(), src.Elem())
		}
	case reflect.Struct:
		if src.Type() == dst.Type() {
			dst.Set(src)
			return
		}
		for i := range src.NumField() {
			field := src.Type().Field(i)
			if !field.IsExported() {
				continue
			}
			to := dst.FieldByName(field.Name)
			if !to.IsValid() {
				panic(fmt.Sprintf("%s.%s has no field %s", dst.Type().PkgPath(), dst.Type().Name(), field.Name))
			}
			convert(to, src.Field(i))
		}
	case reflect.Slice:
		if !src.IsNil() {
			dst.Set(reflect.MakeSlice(dst.Type(), src.Len(), src.Len()))
			for i := range src.Len() {
				convert(dst.Index(i), src.Index(i))
			}
		}
	default:
		dst.Set(src.Convert(dst.Type()))
	}
}

// as returns v, a pointer to a struct of one client, as one to a struct of the
// other.
func as(t reflect.Type, v any) any {
	dst := reflect.New(t).Elem()
	convert(dst, reflect.ValueOf(v))
	return dst.Interface()
}
