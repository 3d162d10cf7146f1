package main

import (
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/lightsail-go/sdk/lightsail"
)

// TestMain lets the test program be the server that loopback starts.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == serveArgument {
		if err := serve(); err != nil {
			panic(err)
		}
		return
	}
	os.Exit(m.Run())
}

// BenchmarkEmptyCall is what callgrind counts the instructions of.
func BenchmarkEmptyCall(b *testing.B) {
	calls, err := calls(b.Context(), emptyTask(emptyAnswer, ""), fake)
	if err != nil {
		b.Fatal(err)
	}
	for c, call := range calls {
		b.Run(contender(c).String(), func(b *testing.B) {
			for b.Loop() {
				if _, err := call(b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// short is as little as can be measured.
func short(only string) *settings {
	return &settings{rounds: 1, block: time.Millisecond, pages: 20, only: regexp.MustCompile(only)}
}

func TestMeasure(t *testing.T) {
	s := short("^(GetBuckets, empty answer|GetBuckets, 1,000 buckets|UpdateBucket.*) (fake|HTTP|TLS)$|^memory$|^dependencies$")
	rs, err := s.measure(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, via := range []string{"fake", "HTTP", "TLS"} {
		for _, what := range []string{emptyAnswer, buckets1000, updateOne} {
			for _, m := range []*measure{cpu, allocs, allocated} {
				for c := range contenders {
					if v, ok := rs.find(what, via, m).value(c); !ok || v <= 0 {
						t.Errorf("%s, %s via %s of %s: %v", what, m.name, via, c, v)
					}
				}
			}
		}
	}

	dir := t.TempDir()
	path := filepath.Join(dir, "page.md")
	if err := os.WriteFile(path, []byte("before\n"+beginMark+"old\n"+endMark+"after\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	page, err := openPage(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := s.write(page, rs); err != nil {
		t.Fatal(err)
	}
	text := read(t, path)
	for _, want := range []string{"before\n", "\nafter\n", "| " + emptyAnswer + " | CPU | fake | ", "| a call, CPU: official / ours | "} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q on the page:\n%s", want, text)
		}
	}
	if strings.Contains(text, "\nold\n") {
		t.Error("the numbers of before are still on the page")
	}

	chart := filepath.Join(dir, "chart.svg")
	if err := writeChart(chart, rs); err != nil {
		t.Fatal(err)
	}
	svg := read(t, chart)
	if err := wellFormed(svg); err != nil {
		t.Error(err)
	}
	if strings.Contains(svg, inkText) || !strings.Contains(svg, "fill:currentColor") {
		t.Error("the text of the chart has a colour of its own")
	}
}

// Without this the contenders would not do the same work.
func TestSameRequests(t *testing.T) {
	ts, err := tasks()
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range ts {
		var sent *http.Request
		var body string
		recording := wire{http: func(*task) lightsail.HTTPClient {
			return clientFunc(func(req *http.Request) (*http.Response, error) {
				text, err := io.ReadAll(req.Body)
				sent, body = req, string(text)
				if err != nil {
					return nil, err
				}
				return fakeClient(one.answer).Do(req)
			})
		}}
		calls, err := calls(t.Context(), one, recording)
		if err != nil {
			t.Fatal(err)
		}
		var want *http.Request
		var wantBody string
		for c, call := range calls {
			items, err := call(t.Context())
			if err != nil || items != one.items {
				t.Errorf("%s, %s: %d items, %v", one.name, contender(c), items, err)
				continue
			}
			if want == nil {
				want, wantBody = sent, body
				continue
			}
			if sent.URL.String() != want.URL.String() || !sameJSON(t, body, wantBody) {
				t.Errorf("%s, %s: %s %s, not %s %s", one.name, contender(c), sent.URL, body, want.URL, wantBody)
			}
			if got, want := headers(sent), headers(want); !slices.Equal(got, want) {
				t.Errorf("%s, %s: headers %q, not %q", one.name, contender(c), got, want)
			}
		}
	}
}

// sameJSON tells whether two texts are the same value.
func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	var x, y any
	if err := errors.Join(json.Unmarshal([]byte(a), &x), json.Unmarshal([]byte(b), &y)); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}

// headers are the names of req's headers, and what is signed of them.
func headers(req *http.Request) []string {
	names := slices.Sorted(maps.Keys(req.Header))
	_, signed, _ := strings.Cut(req.Header.Get("Authorization"), "SignedHeaders=")
	signed, _, _ = strings.Cut(signed, ",")
	return append(names, signed)
}

func TestBudgets(t *testing.T) {
	r := &row{what: "x", via: "fake", measure: cpu}
	r.values[officialClient] = []float64{30, 60, 20}
	r.values[thisClient] = []float64{10, 20, 10} // ratios 3, 3 and 2
	rs := results{r}
	value := ratioOf("x", "fake", cpu, officialClient, thisClient)
	for _, c := range []struct {
		budget  budget
		verdict string
		broken  bool
	}{
		{budget{value: value, least: true, limit: 2.5, goal: 3}, "met, goal too", false},
		{budget{value: value, least: true, limit: 2.5, goal: 3.5}, "met", false},
		{budget{value: value, least: true, limit: 3.1}, "NOT MET", true},
		{budget{value: value, limit: 3}, "met", false},
		{budget{value: value, limit: 2.9, goal: 1}, "NOT MET", true},
		{budget{value: ratioOf("y", "fake", cpu, officialClient, thisClient), least: true, limit: 2}, "not measured", false},
	} {
		line, broken := c.budget.judge(rs)
		if line[3] != c.verdict || broken != c.broken {
			t.Errorf("%q, broken %v, not %q, %v", line, broken, c.verdict, c.broken)
		}
	}
}

func TestTurns(t *testing.T) {
	first := map[int]int{}
	for round := range 8 {
		order := turns(4, round)
		first[order[0]]++
		if slices.Sort(order); !slices.Equal(order, []int{0, 1, 2, 3}) {
			t.Errorf("round %d: %v", round, order)
		}
	}
	if !maps.Equal(first, map[int]int{0: 2, 1: 2, 2: 2, 3: 2}) {
		t.Errorf("how often each is the first: %v", first)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func wellFormed(text string) error {
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
	}
}
