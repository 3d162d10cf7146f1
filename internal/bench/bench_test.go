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

// TestMain also runs the server process that loopback starts from the test binary.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == serveArgument {
		if err := serve(); err != nil {
			panic(err)
		}
		return
	}
	os.Exit(m.Run())
}

// BenchmarkEmptyCall is used to count instructions with callgrind. See
// docs/performance.md.
func BenchmarkEmptyCall(b *testing.B) {
	calls, err := calls(b.Context(), emptyTask(emptyResponse, ""), fake)
	if err != nil {
		b.Fatal(err)
	}
	for _, v := range clientVariants {
		b.Run(v.String(), func(b *testing.B) {
			for b.Loop() {
				if _, err := calls[v](b.Context()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// minimalSettings returns settings for the shortest possible run.
func minimalSettings(only string) *settings {
	return &settings{rounds: 1, block: time.Millisecond, pages: 20, only: regexp.MustCompile(only)}
}

func TestMeasureAndReport(t *testing.T) {
	s := minimalSettings("^(GetBuckets, empty response|GetBuckets, 1,000 buckets|UpdateBucket.*) (fake|HTTP|TLS)$|^decoding one bucket memory$|^memory$|^dependencies$")
	rs, err := s.measure(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, via := range []string{"fake", "HTTP", "TLS"} {
		for _, what := range []string{emptyResponse, buckets1000, updateAllFields} {
			for _, m := range []*measure{cpu, allocs, allocated} {
				for _, v := range clientVariants {
					if got, ok := rs.find(what, via, m).value(v); !ok || got <= 0 {
						t.Errorf("%s, %s via %s, %s: got %v, want a positive value", what, m.name, via, v, got)
					}
				}
			}
		}
	}

	for _, m := range []*measure{cpu, allocs, allocated} {
		for _, v := range decoderVariants {
			if got, ok := rs.find(decodeBucket, memory, m).value(v); !ok || got <= 0 {
				t.Errorf("%s, %s, %s: got %v, want a positive value", decodeBucket, m.name, v, got)
			}
		}
	}

	dir := t.TempDir()
	path := filepath.Join(dir, "page.md")
	if err := os.WriteFile(path, []byte("before\n"+beginMarker+"old\n"+endMarker+"after\n"), 0o644); err != nil {
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
	for _, want := range []string{"before\n", "\nafter\n", "| " + emptyResponse + " | CPU | fake | ", "| call on the fake transport, CPU: official / ours | ",
		"| " + decodeBucket + " | CPU | ", "| decoding one bucket, CPU: ours / fastest other decoder | "} {
		if !strings.Contains(text, want) {
			t.Errorf("the page does not contain %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "\nold\n") {
		t.Error("the page still contains the old report")
	}

	chart := filepath.Join(dir, "chart.svg")
	if err := writeChart(chart, rs); err != nil {
		t.Fatal(err)
	}
	svg := read(t, chart)
	if err := wellFormed(svg); err != nil {
		t.Error(err)
	}
	if texts, widths := strings.Count(svg, "</text>"), strings.Count(svg, "textLength="); texts != widths {
		t.Errorf("%d of %d texts of the chart have a width", widths, texts)
	}
	if strings.Contains(svg, textColorHex) || !strings.Contains(svg, "fill:currentColor") {
		t.Error("the text of the chart does not have the color currentColor")
	}
}

// TestSameRequests checks that all variants do the same work: they send the same
// URL, JSON value and header names, and sign the same headers.
func TestSameRequests(t *testing.T) {
	ts, err := tasks()
	if err != nil {
		t.Fatal(err)
	}
	for _, tk := range ts {
		var sent *http.Request
		var body string
		recorder := transport{http: func(*task) lightsail.HTTPClient {
			return clientFunc(func(req *http.Request) (*http.Response, error) {
				text, err := io.ReadAll(req.Body)
				sent, body = req, string(text)
				if err != nil {
					return nil, err
				}
				return fakeClient(tk.response).Do(req)
			})
		}}
		calls, err := calls(t.Context(), tk, recorder)
		if err != nil {
			t.Fatal(err)
		}
		var want *http.Request
		var wantBody string
		for _, v := range clientVariants {
			items, err := calls[v](t.Context())
			if err != nil || items != tk.items {
				t.Errorf("%s, %s: got %d items and error %v, want %d items", tk.name, v, items, err, tk.items)
				continue
			}
			if want == nil {
				want, wantBody = sent, body
				continue
			}
			if sent.URL.String() != want.URL.String() || !sameJSON(t, body, wantBody) {
				t.Errorf("%s, %s: got %s %s, want %s %s", tk.name, v, sent.URL, body, want.URL, wantBody)
			}
			if got, want := headers(sent), headers(want); !slices.Equal(got, want) {
				t.Errorf("%s, %s: got headers %q, want %q", tk.name, v, got, want)
			}
		}
	}
}

// sameJSON reports whether two texts encode the same JSON value.
func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	var x, y any
	if err := errors.Join(json.Unmarshal([]byte(a), &x), json.Unmarshal([]byte(b), &y)); err != nil {
		t.Fatal(err)
	}
	return reflect.DeepEqual(x, y)
}

// headers returns the sorted names of req's headers, followed by the list of signed
// headers.
func headers(req *http.Request) []string {
	names := slices.Sorted(maps.Keys(req.Header))
	_, signed, _ := strings.Cut(req.Header.Get("Authorization"), "SignedHeaders=")
	signed, _, _ = strings.Cut(signed, ",")
	return append(names, signed)
}

func TestBudgetEvaluate(t *testing.T) {
	r := &row{what: "x", via: "fake", measure: cpu}
	r.values[officialClient] = []float64{30, 60, 20}
	r.values[thisClient] = []float64{10, 20, 10} // the ratios are 3, 3 and 2
	rs := results{r}
	value := ratioOf("x", "fake", cpu, officialClient, thisClient)
	for _, test := range []struct {
		budget budget
		result string
		missed bool
	}{
		{budget{value: value, least: true, limit: 2.5, goal: 3}, "met, goal reached", false},
		{budget{value: value, least: true, limit: 2.5, goal: 3.5}, "met", false},
		{budget{value: value, least: true, limit: 3.1}, "missed", true},
		{budget{value: value, limit: 3}, "met", false},
		{budget{value: value, limit: 2.9, goal: 1}, "missed", true},
		{budget{value: ratioOf("y", "fake", cpu, officialClient, thisClient), least: true, limit: 2}, "not measured", false},
	} {
		line, missed := test.budget.evaluate(rs)
		if line[3] != test.result || missed != test.missed {
			t.Errorf("got %q, missed %v, want %q, missed %v", line, missed, test.result, test.missed)
		}
	}
}

func TestRatioToFastest(t *testing.T) {
	r := &row{what: "x", via: memory, measure: cpu}
	for _, v := range otherDecoders {
		r.values[v] = []float64{30, 30, 30}
	}
	r.values[goJSON] = []float64{10, 20, 40} // the median is 20
	r.values[thisClient] = []float64{10, 10, 10}
	if got, ok := ratioToFastest("x")(results{r}); got != 0.5 || !ok {
		t.Errorf("got %v, %v, want 0.5, true", got, ok)
	}
	if _, ok := ratioToFastest("y")(results{r}); ok {
		t.Error("a row that was not measured has a ratio")
	}
}

func TestRoundOrder(t *testing.T) {
	first := map[int]int{}
	for round := range 8 {
		order := roundOrder(4, round)
		first[order[0]]++
		if slices.Sort(order); !slices.Equal(order, []int{0, 1, 2, 3}) {
			t.Errorf("round %d: got %v, want a permutation of 0 to 3", round, order)
		}
	}
	if want := map[int]int{0: 2, 1: 2, 2: 2, 3: 2}; !maps.Equal(first, want) {
		t.Errorf("rounds started by each variant: got %v, want %v", first, want)
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
