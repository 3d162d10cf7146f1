package awsjson_test

import (
	"context"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// limit is the memory that decoding a text of n bytes may allocate.
func limit(n int) int { return 16*n + 4<<20 }

// Pages that the service really returns stay well below the limit, even without its
// constant part.
func TestMemoryOfPages(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates too")
	}
	for _, c := range []struct {
		name string
		text []byte
		v    any
	}{
		{"1 bucket", bucketsPage(1), new(getBucketsOutput)},
		{"1000 buckets", bucketsPage(1000), new(getBucketsOutput)},
		{"1 instance", instancesPage(1), new(getInstancesOutput)},
		{"1000 instances", instancesPage(1000), new(getInstancesOutput)},
	} {
		err := awsjson.Unmarshal(t.Context(), c.text, c.v) // compiles the type info
		got := math.MaxInt
		for range 5 { // the least, since the runtime and a new decoder allocate too
			got = min(got, allocated(func() { err = errors.Join(err, awsjson.Unmarshal(t.Context(), c.text, c.v)) }))
		}
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		t.Logf("%s: %.1f bytes for each byte of text", c.name, float64(got)/float64(len(c.text)))
		if got > 4*len(c.text)+1<<10 {
			t.Errorf("%s: allocated %d bytes for %d bytes of text", c.name, got, len(c.text))
		}
	}
	var out getInstancesOutput
	if err := awsjson.Unmarshal(t.Context(), instancesPage(3), &out); err != nil {
		t.Fatal(err)
	}
	for i := range out.Instances {
		requireFilled(t, reflect.ValueOf(out.Instances[i]), fmt.Sprintf("instances[%d]", i))
	}
}

// requireFilled fails if a field of v or below is nil or an empty list.
func requireFilled(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			t.Errorf("%s is not set", path)
		} else {
			requireFilled(t, v.Elem(), path)
		}
	case reflect.Slice:
		if v.Len() == 0 {
			t.Errorf("%s is empty", path)
		}
		for i := range v.Len() {
			requireFilled(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				requireFilled(t, v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		}
	}
}

type mapsOutput struct {
	Maps    []map[string]string          `json:"maps,omitzero"`
	Nested  map[string]map[string]string `json:"nested,omitzero"`
	Strings []string                     `json:"strings,omitzero"`
	Lists   [][]instance                 `json:"lists,omitzero"`
	Named   map[string]instance          `json:"named,omitzero"`
}

// Whatever the text, decoding does not allocate more than the limit.
func TestMemoryLimit(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates too")
	}
	const size = 1 << 20
	filler := strings.Repeat("x", size)
	list := func(elem string, n int) string {
		return `[` + strings.TrimSuffix(strings.Repeat(elem+",", n/(len(elem)+1)), ",") + `]`
	}
	var entries strings.Builder
	for i := range size / 10 {
		fmt.Fprintf(&entries, `,"%d":{}`, i)
	}
	for _, c := range []struct {
		name, text string
		v          any
		fail       bool
	}{
		{"few small elements and a long text", `{"buckets":[{},{},{},{},{},{}],"x":"` + filler + `"}`, new(getBucketsOutput), false},
		{"a small element and a long one", `{"buckets":[{},{"x":"` + filler + `"}]}`, new(getBucketsOutput), false},
		{"small elements", `{"buckets":` + list(`{}`, size) + `}`, new(getBucketsOutput), true},
		{"small elements of large structs", `{"instances":` + list(`{}`, size) + `}`, new(getInstancesOutput), true},
		{"null elements of large structs", `{"instances":` + list(`null`, size) + `}`, new(getInstancesOutput), true},
		{"64 KiB of small elements of large structs", `{"instances":` + list(`{}`, 64<<10) + `}`, new(getInstancesOutput), true},
		{"short lists", `{` + strings.Repeat(`"buckets":[{},{},{}],`, size/20) + `"x":"` + filler + `"}`, new(getBucketsOutput), true},
		{"lists in lists", `{"buckets":[` + strings.Repeat(`{"tags":[{},{}],"cors":{"rules":[{}]}},`, size/40) + `{}],"x":"` + filler + `"}`, new(getBucketsOutput), false},
		{"lists of large structs in a list", `{"lists":` + list(`[{}]`, size) + `}`, new(mapsOutput), true},
		{"empty maps", `{"maps":` + list(`{}`, size) + `}`, new(mapsOutput), true},
		{"maps of one entry", `{"maps":` + list(`{"":""}`, size) + `}`, new(mapsOutput), true},
		{"maps in a map", `{"nested":{` + entries.String()[1:] + `}}`, new(mapsOutput), false},
		{"structs in a map", `{"named":{` + entries.String()[1:] + `}}`, new(mapsOutput), true},
		{"replaced entry", `{"named":{` + strings.Repeat(`"":{},`, size/6) + `"":{}}}`, new(mapsOutput), false},
		{"deep unknown members", `{"x":` + strings.Repeat(`[`, 9000) + strings.Repeat(`]`, 9000) + `,"y":"` + filler + `"}`, new(getBucketsOutput), false},
		{"empty strings", `{"strings":` + list(`""`, size) + `}`, new(mapsOutput), false},
		{"short strings", `{"strings":` + list(`"a"`, size) + `}`, new(mapsOutput), false},
		{"a long string of escapes", `{"nextPageToken":"` + strings.Repeat(`\n`, size/2) + `"}`, new(getBucketsOutput), false},
		{"a long name", `{"` + filler + `":1}`, new(getBucketsOutput), false},
		{"a long name with an escape", `{"\n` + filler + `":1}`, new(getBucketsOutput), false},
		{"a long number", `{"x":` + strings.Repeat("1", size) + `}`, new(getBucketsOutput), false},
		{"a long number for a timestamp", `{"accountLevelBpaSync":{"lastSyncedAt":0.` + strings.Repeat("0", size) + `1}}`, new(getBucketsOutput), false},
		{"invalid UTF-8", `{"nextPageToken":"` + strings.Repeat("\xff", size) + `"}`, new(getBucketsOutput), false},
	} {
		t.Run(c.name, func(t *testing.T) {
			text := []byte(c.text)
			var err error
			got := allocated(func() { err = awsjson.Unmarshal(t.Context(), text, c.v) })
			t.Logf("%.1f bytes for each of %d, %v", float64(got)/float64(len(text)), len(text), err)
			if got > limit(len(text))*11/10 { // the allocator rounds sizes up
				t.Errorf("allocated %d bytes for a text of %d", got, len(text))
			}
			var e *awsjson.Error
			switch {
			case !c.fail && err != nil:
				t.Error(err)
			case c.fail && !errors.As(err, &e):
				t.Errorf("got %v, want an *Error", err)
			case c.fail && !strings.HasPrefix(e.Rule, "decoded value too large"):
				t.Errorf("got %v", err)
			case c.fail && e.Offset > len(text)-len(text)/100:
				t.Errorf("failed at offset %d of %d only", e.Offset, len(text))
			}
		})
	}
}

// countdown is a context that is done after n calls of Err, or never if n is 0.
type countdown struct {
	context.Context
	calls, n int
}

func (c *countdown) Err() error {
	if c.calls++; c.calls >= c.n && c.n > 0 {
		return context.DeadlineExceeded
	}
	return nil
}

func TestUnmarshalContext(t *testing.T) {
	const size = 1 << 20
	for _, c := range []struct {
		name, text string
		v          func() any
	}{
		{"objects in a list", string(bucketsPage(1600)), func() any { return new(getBucketsOutput) }},
		{"a long string", `{"nextPageToken":"` + strings.Repeat("x", size) + `"}`, func() any { return new(getBucketsOutput) }},
		{"a long string of escapes", `{"nextPageToken":"` + strings.Repeat(`\n`, size/2) + `"}`, func() any { return new(getBucketsOutput) }},
		{"a long string of other characters", `{"nextPageToken":"` + strings.Repeat("\u00e9", size/2) + `"}`, func() any { return new(getBucketsOutput) }},
		{"a long unknown name", `{"` + strings.Repeat("x", size) + `":1}`, func() any { return new(getBucketsOutput) }},
		{"an unknown list", `{"x":[` + strings.Repeat(`0,`, size/2) + `0]}`, func() any { return new(getBucketsOutput) }},
		{"a list of numbers", `{"floats":[` + strings.Repeat(`0,`, size/2) + `0]}`, func() any { return new(all) }},
		{"a list of strings", `{"strings":[` + strings.Repeat(`"a",`, size/4) + `""]}`, func() any { return new(all) }},
		{"a map", `{"labels":{` + strings.Repeat(`"a":"b",`, size/8) + `"a":"b"}}`, func() any { return new(all) }},
		{"fields", `{` + strings.Repeat(`"on":true,`, size/10) + `"on":true}`, func() any { return new(all) }},
		{"null fields", `{` + strings.Repeat(`"on":null,`, size/10) + `"on":true}`, func() any { return new(all) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			ctx := &countdown{Context: t.Context()}
			if err := awsjson.Unmarshal(ctx, []byte(c.text), c.v()); err != nil {
				t.Fatal(err)
			}
			if want := len(c.text)/(64<<10) - 1; ctx.calls < want {
				t.Errorf("%d calls of Err for %d bytes, want at least %d", ctx.calls, len(c.text), want)
			}
			for _, n := range []int{1, 3, ctx.calls} {
				ctx := &countdown{Context: t.Context(), n: n}
				if err := awsjson.Unmarshal(ctx, []byte(c.text), c.v()); err != context.DeadlineExceeded {
					t.Errorf("done at call %d: got %v, want context.DeadlineExceeded", n, err)
				}
				if ctx.calls != n {
					t.Errorf("done at call %d: called %d times", n, ctx.calls)
				}
			}
		})
	}
	// A short text that allocates much.
	ctx := &countdown{Context: t.Context(), n: 1}
	text := `{"instances":[` + strings.Repeat(`{},`, 16<<10) + `{}]}`
	if err := awsjson.Unmarshal(ctx, []byte(text), new(getInstancesOutput)); err != context.DeadlineExceeded {
		t.Errorf("%d bytes: got %v after %d calls, want context.DeadlineExceeded", len(text), err, ctx.calls)
	}
	// A short text that is already complete.
	canceled, cancel := context.WithCancel(t.Context())
	cancel()
	if err := awsjson.Unmarshal(canceled, bucketsPage(1), new(getBucketsOutput)); err != nil {
		t.Errorf("short text: %v", err)
	}
	if err := awsjson.Unmarshal(canceled, bucketsPage(1000), new(getBucketsOutput)); err != context.Canceled {
		t.Errorf("got %v, want context.Canceled", err)
	}
}
