package awsjson_test

import (
	"fmt"
	"runtime"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/lightsail-go/sdk/internal/awsjson"
)

// deployment has required fields of every form.
type deployment struct {
	Active          bool                           `json:"active" required:"true"`
	Children        []deployment                   `json:"children,omitzero"`
	AccessLogConfig *logConfig                     `json:"accessLogConfig,omitzero"`
	Cors            *corsConfig                    `json:"cors,omitzero"`
	Count           int32                          `json:"count,omitzero" required:"true"`
	Images          map[string]image               `json:"containers,omitzero"`
	Labels          map[string]string              `json:"labels,omitzero" required:"true"`
	Matrix          [][]image                      `json:"matrix,omitzero"`
	Mode            color                          `json:"mode,omitzero" required:"true"`
	Name            *string                        `json:"name,omitzero" required:"true"`
	Nested          map[label]map[string]logConfig `json:"nested,omitzero"`
	Options         *struct{}                      `json:"options,omitzero" required:"true"`
	Tags            []string                       `json:"tags,omitzero" required:"true"`
	Time            *time.Time                     `json:"time,omitzero" required:"true"`
}

type (
	logConfig struct {
		Enabled *bool   `json:"enabled,omitzero" required:"true"`
		Prefix  *string `json:"prefix,omitzero"`
	}
	corsConfig struct {
		Rules []corsRule `json:"rules,omitzero" required:"true"`
	}
	corsRule struct {
		AllowedMethods []string `json:"allowedMethods,omitzero" required:"true"`
		ID             *string  `json:"id,omitzero"`
	}
	image struct {
		Image *string `json:"image,omitzero" required:"true"`
	}
)

// complete returns a deployment with no other fields than those that are required.
func complete() *deployment {
	return &deployment{
		Labels: map[string]string{}, Mode: "x", Name: ptr(""), Options: &struct{}{}, Tags: []string{}, Time: &time.Time{},
	}
}

func TestMissing(t *testing.T) {
	with := func(change func(*deployment)) *deployment {
		d := complete()
		change(d)
		return d
	}
	all := []string{"Labels", "Mode", "Name", "Options", "Tags", "Time"}
	for _, c := range []struct {
		name string
		v    any
		want []string
	}{
		{"everything set", complete(), nil},
		{"zero struct", &deployment{}, all},
		{"nil pointer", (*deployment)(nil), all},
		{"pointer", with(func(d *deployment) { d.Name = nil }), []string{"Name"}},
		{"empty string by value", with(func(d *deployment) { d.Mode = "" }), []string{"Mode"}},
		{"nil list and map", with(func(d *deployment) { d.Tags, d.Labels = nil, nil }), []string{"Labels", "Tags"}},
		{"struct", with(func(d *deployment) { d.AccessLogConfig = &logConfig{} }), []string{"AccessLogConfig.Enabled"}},
		{"list of structs", with(func(d *deployment) {
			d.Cors = &corsConfig{Rules: []corsRule{{}, {AllowedMethods: []string{}}, {}}}
		}), []string{"Cors.Rules[0].AllowedMethods", "Cors.Rules[2].AllowedMethods"}},
		{"list itself", with(func(d *deployment) { d.Cors = &corsConfig{} }), []string{"Cors.Rules"}},
		{"map of structs", with(func(d *deployment) {
			d.Images = map[string]image{"web": {}, "api": {}, "db": {Image: ptr("")}, "a\"b": {}}
		}), []string{`Images["a\"b"].Image`, `Images["api"].Image`, `Images["web"].Image`}},
		{"map of maps", with(func(d *deployment) {
			d.Nested = map[label]map[string]logConfig{"b": {"y": {}, "x": {}}, "a": {"z": {}, "k": {Enabled: ptr(false)}}, "c": nil}
		}), []string{`Nested["a"]["z"].Enabled`, `Nested["b"]["x"].Enabled`, `Nested["b"]["y"].Enabled`}},
		{"list of lists", with(func(d *deployment) { d.Matrix = [][]image{nil, {{Image: ptr("x")}, {}}} }), []string{"Matrix[1][1].Image"}},
		{"recursive type", with(func(d *deployment) {
			child := *complete()
			child.Children = []deployment{{}, *complete()}
			d.Children = []deployment{*complete(), child}
		}), []string{
			"Children[1].Children[0].Labels", "Children[1].Children[0].Mode", "Children[1].Children[0].Name",
			"Children[1].Children[0].Options", "Children[1].Children[0].Tags", "Children[1].Children[0].Time",
		}},
		{"several fields", &deployment{Name: ptr("x"), Mode: "y", AccessLogConfig: &logConfig{}, Images: map[string]image{"k": {}}},
			[]string{"AccessLogConfig.Enabled", `Images["k"].Image`, "Labels", "Options", "Tags", "Time"}},
		{"type without required fields", &plain{}, nil},
		{"unsupported type", &struct{ Func func() }{}, nil},
		{"nil", nil, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, awsjson.Missing(c.v)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A value that contains itself ends the search, also if it does so several times.
func TestMissingCycle(t *testing.T) {
	cycle := complete()
	cycle.Children = make([]deployment, 3)
	for i := range cycle.Children {
		cycle.Children[i] = *complete()
		cycle.Children[i].Children = cycle.Children
	}
	awsjson.Missing(cycle)
	if _, err := awsjson.Marshal(cycle); err == nil {
		t.Error("Marshal encoded a cycle")
	}
}

func TestMissingAllocations(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates too")
	}
	d := complete()
	d.AccessLogConfig = &logConfig{Enabled: ptr(true)}
	d.Cors = &corsConfig{Rules: []corsRule{{AllowedMethods: []string{"GET"}}, {AllowedMethods: []string{}}}}
	d.Images = map[string]image{}
	for i := range 20 {
		d.Images[fmt.Sprint(i)] = image{Image: ptr("x")}
	}
	d.Nested = map[label]map[string]logConfig{"a": {"b": {Enabled: ptr(true)}}}
	d.Children = []deployment{*complete(), *complete()}
	for _, v := range []any{d, fullUpdate()} {
		got := testing.AllocsPerRun(100, func() {
			if missing := awsjson.Missing(v); missing != nil {
				t.Errorf("%T: got %q", v, missing)
			}
		})
		if got != 0 {
			t.Errorf("%T: %.0f allocations, want none", v, got)
		}
	}
}

// Missing copies the values of maps. It must not keep the copies.
func TestMissingKeepsNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("sync.Pool drops values at random with the race detector")
	}
	collected := make(chan bool, 1)
	func() {
		text := ptr("x")
		runtime.SetFinalizer(text, func(*string) { collected <- true })
		if got := awsjson.Missing(&struct {
			Images map[string]image `json:"images"`
		}{map[string]image{"a": {Image: text}}}); got != nil {
			t.Errorf("got %q", got)
		}
	}()
	runtime.GC()
	select {
	case <-collected:
	case <-time.After(5 * time.Second):
		t.Error("a map value is still reachable after a garbage collection")
	}
}

func BenchmarkMissing(b *testing.B) {
	in := &deployment{Labels: map[string]string{}, Mode: "x", Name: ptr(""), Options: &struct{}{}, Tags: []string{}, Time: &time.Time{}, AccessLogConfig: &logConfig{Enabled: ptr(true)}}
	for _, c := range []struct {
		name string
		v    any
	}{{"required", in}, {"not-required", new(plain)}} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if awsjson.Missing(c.v) != nil {
					b.Fatal("missing")
				}
			}
		})
	}
}
