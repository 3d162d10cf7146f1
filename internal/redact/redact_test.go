package redact_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/lightsail-go/sdk/internal/redact"
)

// canary is the value of every sensitive field in these tests.
const canary = "canary-8f3a"

type login struct {
	User     *string           `json:"user,omitzero"`
	Password *string           `json:"password,omitzero" sensitive:"true"`
	Env      map[string]string `json:"env,omitzero" sensitive:"true"`
}

func (v login) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }
func (v login) LogValue() slog.Value          { return redact.LogValue(v) }

type kind string

type server struct {
	Active   *bool               `json:"active,omitzero"`
	Kind     kind                `json:"kind,omitzero"`
	Login    *login              `json:"login,omitzero"`
	Value    login               `json:"value,omitzero"`
	Logins   []login             `json:"logins,omitzero"`
	Pointers []*login            `json:"pointers,omitzero"`
	ByName   map[string]login    `json:"byName,omitzero"`
	Lists    map[kind][]*login   `json:"lists,omitzero"`
	Names    []string            `json:"names,omitzero"`
	Labels   map[string]string   `json:"labels,omitzero"`
	Size     *int32              `json:"size,omitzero"`
	Port     int32               `json:"port"`
	Price    *float32            `json:"price,omitzero"`
	Since    *time.Time          `json:"since,omitzero"`
	Times    []time.Time         `json:"times,omitzero"`
	Metadata struct{ ID string } `json:"-"`

	private *login
}

func (v server) Format(f fmt.State, verb rune) { redact.Format(f, verb, v) }
func (v server) LogValue() slog.Value          { return redact.LogValue(v) }

func ptr[T any](v T) *T { return &v }

func newLogin(user string) login {
	return login{User: ptr(user), Password: ptr(canary), Env: map[string]string{canary: canary}}
}

var since = time.Date(2024, 5, 6, 7, 8, 9, 123e6, time.UTC)

func newServer() server {
	return server{
		Active:   ptr(false),
		Kind:     "large",
		Login:    ptr(newLogin("a")),
		Value:    newLogin("b"),
		Logins:   []login{newLogin("c"), {}},
		Pointers: []*login{nil, ptr(newLogin("d"))},
		ByName:   map[string]login{"z": newLogin("e"), "a!": {}, "a": newLogin("f")},
		Lists:    map[kind][]*login{"k": {ptr(newLogin("g"))}},
		Names:    []string{"x", ""},
		Labels:   map[string]string{"b": "2", "a": "1"},
		Size:     ptr(int32(0)),
		Price:    ptr(float32(3.5)),
		Since:    ptr(since),
		Times:    []time.Time{since},
		Metadata: struct{ ID string }{canary},
		private:  ptr(newLogin("h")),
	}
}

var formats = []string{"%v", "%+v", "%#v", "%s", "%d", "%q", "%x", "%5.1f"}

func TestFormat(t *testing.T) {
	filled := func(user string) string {
		return `redact_test.login{User:"` + user + `" Password:[REDACTED] Env:[REDACTED]}`
	}
	for _, row := range []struct {
		name string
		in   any
		want string
	}{
		{"empty", login{}, `redact_test.login{}`},
		{"value", newLogin("a"), filled("a")},
		{"pointer", ptr(newLogin("a")), filled("a")},
		{"empty sensitive value", login{Password: ptr("")}, `redact_test.login{Password:[REDACTED]}`},
		{"empty lists", server{Names: []string{}, Labels: map[string]string{}},
			`redact_test.server{Names:[] Labels:map[] Port:0}`},
		{"every kind of field", newServer(), strings.Join([]string{
			`redact_test.server{Active:false`,
			`Kind:"large"`,
			`Login:` + filled("a"),
			`Value:` + filled("b"),
			`Logins:[` + filled("c") + ` redact_test.login{}]`,
			`Pointers:[<nil> ` + filled("d") + `]`,
			`ByName:map["a":` + filled("f") + ` "a!":redact_test.login{} "z":` + filled("e") + `]`,
			`Lists:map["k":[` + filled("g") + `]]`,
			`Names:["x" ""]`,
			`Labels:map["a":"1" "b":"2"]`,
			`Size:0`,
			`Port:0`,
			`Price:3.5`,
			`Since:2024-05-06T07:08:09.123Z`,
			`Times:[2024-05-06T07:08:09.123Z]}`,
		}, " ")},
	} {
		for _, format := range formats {
			if diff := cmp.Diff(row.want, fmt.Sprintf(format, row.in)); diff != "" {
				t.Errorf("%s with %s (-want +got):\n%s", row.name, format, diff)
			}
		}
	}
}

// Package fmt calls Format of values inside lists and structs that have no Format method.
func TestFormatInsideOtherValues(t *testing.T) {
	const want = `redact_test.login{User:"a" Password:[REDACTED] Env:[REDACTED]}`
	for _, v := range []any{
		[]login{newLogin("a")},
		map[string]login{"k": newLogin("a")},
		struct{ V any }{newLogin("a")},
	} {
		for _, format := range formats {
			if got := fmt.Sprintf(format, v); !strings.Contains(got, want) || strings.Contains(got, canary) {
				t.Errorf("%s of a %T: got %s, want it to contain %s", format, v, got, want)
			}
		}
	}
}

// formatter passes any value to redact.Format.
type formatter struct{ v any }

func (f formatter) Format(s fmt.State, verb rune) { redact.Format(s, verb, f.v) }

func TestNilPointers(t *testing.T) {
	for _, v := range []any{nil, (*login)(nil), (**login)(nil), ptr((*login)(nil))} {
		if got := fmt.Sprintf("%v", formatter{v}); got != "<nil>" {
			t.Errorf("Format of a nil %T: got %s, want <nil>", v, got)
		}
		if got := redact.LogValue(v); !got.Equal(slog.AnyValue(nil)) {
			t.Errorf("LogValue of a nil %T: got %v, want nil", v, got)
		}
	}
	for _, format := range formats {
		// fmt calls the method of the value that the nil pointer points to, and recovers from the panic.
		if got := fmt.Sprintf(format, (*login)(nil)); got != "<nil>" {
			t.Errorf("%s of a nil pointer: got %s, want <nil>", format, got)
		}
	}
}

func TestLogValue(t *testing.T) {
	const text = `redact_test.login{User:"c" Password:[REDACTED] Env:[REDACTED]}`
	group := func(user string) map[string]any {
		return map[string]any{"user": user, "password": "[REDACTED]", "env": "[REDACTED]"}
	}
	want := map[string]any{
		"active":   false,
		"kind":     "large",
		"login":    group("a"),
		"value":    group("b"),
		"logins":   "[" + text + " redact_test.login{}]",
		"pointers": "[<nil> " + strings.Replace(text, `"c"`, `"d"`, 1) + "]",
		"byName": `map["a":` + strings.Replace(text, `"c"`, `"f"`, 1) + ` "a!":redact_test.login{} "z":` +
			strings.Replace(text, `"c"`, `"e"`, 1) + "]",
		"lists":  `map["k":[` + strings.Replace(text, `"c"`, `"g"`, 1) + "]]",
		"names":  []any{"x", ""},
		"labels": map[string]any{"a": "1", "b": "2"},
		"size":   0.0,
		"port":   0.0,
		"price":  3.5,
		"since":  "2024-05-06T07:08:09.123Z",
		"times":  "[2024-05-06T07:08:09.123Z]",
	}
	for _, v := range []any{newServer(), ptr(newServer())} {
		var log bytes.Buffer
		slog.New(slog.NewJSONHandler(&log, nil)).Info("m", "server", v)
		var got struct {
			Server map[string]any `json:"server"`
		}
		if err := json.Unmarshal(log.Bytes(), &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got.Server); diff != "" {
			t.Errorf("logged %T (-want +got):\n%s", v, diff)
		}
	}
}

func TestTextHandlerRedacts(t *testing.T) {
	var log bytes.Buffer
	logger := slog.New(slog.NewTextHandler(&log, nil))
	logger.Info("value", "server", newServer())
	logger.Info("pointer", "server", ptr(newServer()))
	logger.Info("slice", "servers", []server{newServer()})
	logger.With("server", newServer()).WithGroup("g").Info("with")
	if strings.Contains(log.String(), canary) || strings.Contains(log.String(), "0x") {
		t.Errorf("the log shows a sensitive value or an address:\n%s", &log)
	}
	if got := strings.Count(log.String(), "large"); got != 4 {
		t.Errorf("the log has %d of 4 servers:\n%s", got, &log)
	}
}

func TestLogValueWithoutJSONName(t *testing.T) {
	got := redact.LogValue(struct{ Name string }{"a"})
	if want := slog.GroupValue(slog.String("Name", "a")); !got.Equal(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
