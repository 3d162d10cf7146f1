package awsjson_test

import (
	"encoding/json"
	"flag"
	"reflect"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
)

var (
	seedFlag   = flag.Uint64("seed", 1, "seed of TestMutatedTexts")
	roundsFlag = flag.Int("rounds", 300, "number of rounds of TestMutatedTexts, of four texts each")
)

// mutate changes, inserts, removes, repeats and moves parts of a text.
func (r random) mutate(text []byte) []byte {
	text = slices.Clone(text)
	for range 1 + r.IntN(3) {
		if len(text) < 2 {
			return text
		}
		i, j := r.IntN(len(text)), r.IntN(len(text))
		i, j = min(i, j), max(i, j)
		const bytes = "{}[]:,\"\\/bfnrtu0123456789+-.eE \t\n\x00\x1f\x7f\x80\xc3\xed\xa0\xf4\xffaz"
		switch r.IntN(7) {
		case 0:
			text[i] = bytes[r.IntN(len(bytes))]
		case 1:
			text = slices.Insert(text, i, bytes[r.IntN(len(bytes))])
		case 2:
			text = slices.Delete(text, i, min(j, i+1+r.IntN(8)))
		case 3: // repeat a part
			text = slices.Insert(text, j, text[i:min(j, i+20)]...)
		case 4:
			text[i], text[j] = text[j], text[i]
		case 5:
			text = text[:i]
		case 6: // repeat a member or an element
			if end := strings.IndexAny(string(text[i:]), ",}]"); end > 0 {
				text = slices.Insert(text, i+end, append([]byte(","), text[i:i+end]...)...)
			}
		}
	}
	return text
}

// TestMutatedTexts decodes mutated encodings of random types in several goroutines, under
// constant garbage collection. encoding/json must accept the same texts, with the same
// value, also after the text was overwritten.
func TestMutatedTexts(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(1))
	const goroutines = 4
	t.Logf("seed %d, %d rounds", *seedFlag, *roundsFlag)
	var accepted, rejected [goroutines]int
	var wg sync.WaitGroup
	for g := range goroutines {
		wg.Go(func() {
			for round := g; round < *roundsFlag && !t.Failed(); round += goroutines {
				r := newRandom(*seedFlag<<32 + uint64(round))
				typ := r.structType(3)
				v := reflect.New(typ)
				r.fill(v.Elem())
				valid, err := awsjson.Marshal(v.Interface())
				if err != nil {
					t.Error(err)
					return
				}
				for range 4 {
					if checkMutated(t, round, typ, r.mutate(valid)) {
						accepted[g]++
					} else {
						rejected[g]++
					}
				}
			}
		})
	}
	wg.Wait()
	t.Logf("accepted %d, rejected %d", accepted, rejected)
	if slices.Min(accepted[:]) == 0 || slices.Min(rejected[:]) == 0 {
		t.Errorf("got %d accepted and %d rejected texts, want some of both in every goroutine", accepted, rejected)
	}
}

// checkMutated reports whether the codec accepts the text.
func checkMutated(t *testing.T, round int, typ reflect.Type, text []byte) bool {
	fail := func(format string, args ...any) {
		t.Errorf("round %d: %q into %v: "+format, append([]any{round, text, typ}, args...)...)
	}
	valid := json.Valid(text)
	if err := awsjson.Check(text); (err == nil) != valid {
		fail("Check: got error %v, want valid = %t", err, valid)
	}
	got, want := reflect.New(typ), reflect.New(typ)
	buffer := slices.Clone(text)
	err := awsjson.Unmarshal(t.Context(), buffer, got.Interface())
	if string(buffer) != string(text) {
		fail("Unmarshal changed the text")
	}
	for i := range buffer { // decoded strings must not be in there
		buffer[i] = '#'
	}
	if _, maskErr := awsjson.Mask(text, got.Interface(), `"*"`); (maskErr == nil) != valid {
		fail("Mask: got error %v, want valid = %t", maskErr, valid)
	}
	if !valid || !plainNames(text) {
		if !valid && err == nil {
			fail("Unmarshal accepts what is not JSON")
		}
		return err == nil
	}
	wantErr := json.Unmarshal(text, want.Interface())
	switch {
	case string(text) == "null":
	case (err == nil) != (wantErr == nil):
		fail("got error %v, want that of encoding/json, %v", err, wantErr)
	case err == nil:
		if diff := cmp.Diff(want.Interface(), got.Interface()); diff != "" {
			fail("encoding/json (-), ours (+):\n%s", diff)
		}
	}
	return err == nil
}
