package lightsailtest

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/internal/awsjson"
)

// A jsonReader reads JSON text that is known to be valid into values of package types. In
// contrast to package awsjson, it accepts the forms in which clients print times and names
// of members. In contrast to [json.Unmarshal], it rejects members that are unknown or occur
// twice, and its errors name the path of the member.
type jsonReader struct{ *json.Decoder }

func newJSONReader(text []byte) jsonReader {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	return jsonReader{d}
}

// object reads the members of an object after its opening brace. It calls read for each
// of them with its path and the result of canonical for its name.
func (r jsonReader) object(path string, canonical func(name string) (string, error), read func(path, name string) error) error {
	seen := map[string]bool{}
	for r.More() {
		token, err := r.Token()
		if err != nil {
			return err
		}
		path := strings.TrimPrefix(path+"."+token.(string), ".")
		name, err := canonical(token.(string))
		if err == nil && seen[name] {
			err = errors.New("duplicate member")
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		seen[name] = true
		if err := read(path, name); err != nil {
			return err
		}
	}
	_, err := r.Token()
	return err
}

// value reads a value into v. It leaves v unset if the value is null.
func (r jsonReader) value(path string, v reflect.Value) error {
	token, err := r.Token()
	if err != nil || token == nil {
		return err
	}
	if v.Kind() == reflect.Pointer {
		v.Set(reflect.New(v.Type().Elem()))
		v = v.Elem()
	}
	if v.Type() == reflect.TypeFor[time.Time]() {
		t, err := parseTime(token)
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		v.Set(reflect.ValueOf(t))
		return nil
	}
	switch v.Kind() {
	case reflect.Struct:
		if token == json.Delim('{') {
			return r.structure(path, v)
		}
		err = errors.New("must be an object")
	case reflect.Map:
		if token == json.Delim('{') {
			return r.mapping(path, v)
		}
		err = errors.New("must be an object")
	case reflect.Slice:
		if token == json.Delim('[') {
			return r.list(path, v)
		}
		err = errors.New("must be a list")
	default:
		err = setScalar(v, token)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func (r jsonReader) structure(path string, v reflect.Value) error {
	members := membersOf(v.Type())
	canonical := func(name string) (string, error) {
		for member := range members {
			if strings.EqualFold(name, member) {
				return member, nil
			}
		}
		return "", errors.New("unknown member")
	}
	return r.object(path, canonical, func(path, member string) error {
		return r.value(path, v.FieldByIndex(members[member].Index))
	})
}

func (r jsonReader) mapping(path string, v reflect.Value) error {
	v.Set(reflect.MakeMap(v.Type()))
	same := func(name string) (string, error) { return name, nil }
	return r.object(path, same, func(path, name string) error {
		item := reflect.New(v.Type().Elem()).Elem()
		err := r.value(path, item)
		v.SetMapIndex(reflect.ValueOf(name).Convert(v.Type().Key()), item)
		return err
	})
}

func (r jsonReader) list(path string, v reflect.Value) error {
	v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	for i := 0; r.More(); i++ {
		item := reflect.New(v.Type().Elem()).Elem()
		if err := r.value(fmt.Sprintf("%s[%d]", path, i), item); err != nil {
			return err
		}
		v.Set(reflect.Append(v, item))
	}
	_, err := r.Token()
	return err
}

// setScalar sets v to a string, a number, or a boolean.
func setScalar(v reflect.Value, token json.Token) error {
	switch v.Kind() {
	case reflect.String:
		if text, ok := token.(string); ok {
			v.SetString(text)
			return nil
		}
		return errors.New("must be a string")
	case reflect.Bool:
		if b, ok := token.(bool); ok {
			v.SetBool(b)
			return nil
		}
		return errors.New("must be true or false")
	}
	number, _ := token.(json.Number)
	if v.CanInt() {
		n, err := strconv.ParseInt(string(number), 10, v.Type().Bits())
		if err != nil {
			return fmt.Errorf("must be an integer of at most %d bits", v.Type().Bits())
		}
		v.SetInt(n)
		return nil
	}
	f, err := strconv.ParseFloat(string(number), v.Type().Bits())
	if err != nil {
		return errors.New("must be a number")
	}
	v.SetFloat(f)
	return nil
}

// timeFormats holds the formats of times that are strings: that of the AWS CLI, of
// JavaScript, and of Go; and that of Python's str.
var timeFormats = []string{time.RFC3339, "2006-01-02 15:04:05Z07:00"}

// parseTime returns the time that a string or a number of seconds represents, in UTC and
// in milliseconds.
func parseTime(token json.Token) (t time.Time, err error) {
	err = errors.New(`must be a number of seconds since 1970 or a string such as "2026-07-01T12:00:00Z", in the years 1 to 9999`)
	switch token := token.(type) {
	case json.Number:
		// The codec decodes a number exactly, which a float64 cannot represent.
		var at struct {
			Time *time.Time `json:"time"`
		}
		if awsjson.Unmarshal(context.Background(), []byte(`{"time":`+string(token)+`}`), &at) == nil {
			return *at.Time, nil
		}
	case string:
		for _, format := range timeFormats {
			if t, parseErr := time.Parse(format, token); parseErr == nil && t.UTC().Year() >= 1 && t.UTC().Year() <= 9999 {
				return milliseconds(t), nil
			}
		}
	}
	return t, err
}
