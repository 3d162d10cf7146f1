package lightsailtest

import (
	"bytes"
	"context"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"unicode"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// decode decodes the body of a request into a new input. It returns a *requestError for
// a body that no correct client sends: invalid JSON, a wrong type, or an unknown member.
// It returns an InvalidInputException for a required member that is not set, a required
// string that is blank, and an unknown enum value. That the service returns these errors
// is a guess.
func decode(t reflect.Type, body []byte) (any, error) {
	in := reflect.New(t).Interface()
	if err := awsjson.Unmarshal(context.Background(), body, in); err != nil {
		return nil, reject(serialization, "decode request body: %v", err)
	}
	value, err := parse(body)
	if err != nil {
		return nil, reject(serialization, "decode request body: %v", err)
	}
	var v violations
	for _, field := range awsjson.Missing(in) {
		v.check(false, wirePath(field), "must be set")
	}
	var unknown []string
	w := walker{
		unknown: func(path string) { unknown = append(unknown, path) },
		scalar: func(path string, t reflect.Type, isRequired bool, value any) any {
			if text, isText := value.(string); isText && isRequired {
				v.check(strings.TrimSpace(text) != "", path, "must be set")
			}
			if known := enumValues(t); known != nil {
				// A value that a client leaves empty is not set.
				v.check(value == "" || slices.Contains(known, value.(string)), path, "must be one of %s", strings.Join(known, ", "))
			}
			return value
		},
	}
	w.walk(t, value)
	if len(unknown) > 0 {
		return nil, reject(serialization, "decode request body: unknown members: %s", strings.Join(unknown, ", "))
	}
	return in, v.err()
}

// wirePath converts the path of a Go field to the path of a member, whose names begin
// with a lower-case letter.
func wirePath(field string) string {
	parts := strings.Split(field, ".")
	for i, part := range parts {
		runes := []rune(part)
		runes[0] = unicode.ToLower(runes[0])
		parts[i] = string(runes)
	}
	return strings.Join(parts, ".")
}

// encode encodes an output as the service does, which writes each float with a decimal
// point: 5.0, not 5. Clients for Python and Ruby distinguish the two.
func encode(out any) ([]byte, error) {
	text, err := awsjson.Marshal(out)
	if err != nil || !hasFloat(reflect.TypeOf(out)) {
		return text, err
	}
	value, err := parse(text)
	if err != nil {
		return nil, err
	}
	w := walker{
		unknown: func(string) {},
		scalar: func(_ string, t reflect.Type, _ bool, value any) any {
			number, isNumber := value.(json.Number)
			isFloat := t.Kind() == reflect.Float32 || t.Kind() == reflect.Float64
			if isNumber && isFloat && !strings.ContainsAny(string(number), ".eE") {
				return number + ".0"
			}
			return value
		},
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(w.walk(reflect.TypeOf(out), value)); err != nil {
		return nil, err
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), nil
}

// hasFloat reports whether values of a type can contain a float. No type of the service
// contains itself.
func hasFloat(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Float32, reflect.Float64:
		return true
	case reflect.Pointer, reflect.Slice, reflect.Map:
		return hasFloat(t.Elem())
	}
	for _, member := range membersOf(t) {
		if hasFloat(member.Type) {
			return true
		}
	}
	return false
}
