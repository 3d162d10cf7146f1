package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/types"
)

// A seed is what the server begins with.
type seed struct {
	buckets []types.Bucket
	bpa     *types.AccountLevelBpaSync
}

// readSeed reads a file of buckets, or nothing where none is named.
func readSeed(name string) (s seed, err error) {
	if name == "" {
		return s, nil
	}
	data, err := os.ReadFile(name)
	if err != nil {
		return s, err
	}
	if s, err = parseSeed(data); err != nil {
		return s, fmt.Errorf("%s: %w", name, err)
	}
	return s, nil
}

func parseSeed(data []byte) (s seed, err error) {
	// The members one level down are read one by one, so that an error can tell
	// in which it is.
	var answer struct {
		Buckets             []json.RawMessage `json:"buckets"`
		AccountLevelBpaSync json.RawMessage   `json:"accountLevelBpaSync"`
	}
	if err := decode(data, &answer); err != nil {
		return s, err
	}
	seen := map[string]bool{}
	for i, data := range answer.Buckets {
		// Members of the outer struct prevail over those of the same name.
		var b struct {
			types.Bucket
			CreatedAt *timestamp `json:"createdAt"`
		}
		if err := decode(data, &b); err != nil {
			return s, fmt.Errorf("buckets[%d]: %w", i, err)
		}
		if b.Name != nil && seen[*b.Name] {
			return s, fmt.Errorf("buckets[%d]: there is another one of the name %q", i, *b.Name)
		} else if b.Name != nil {
			seen[*b.Name] = true
		}
		b.Bucket.CreatedAt = (*time.Time)(b.CreatedAt)
		s.buckets = append(s.buckets, b.Bucket)
	}
	if len(answer.AccountLevelBpaSync) > 0 {
		var sync struct {
			types.AccountLevelBpaSync
			LastSyncedAt *timestamp `json:"lastSyncedAt"`
		}
		if err := decode(answer.AccountLevelBpaSync, &sync); err != nil {
			return s, fmt.Errorf("accountLevelBpaSync: %w", err)
		}
		sync.AccountLevelBpaSync.LastSyncedAt = (*time.Time)(sync.LastSyncedAt)
		s.bpa = &sync.AccountLevelBpaSync
	}
	return s, nil
}

// decode reads one JSON value, and minds members that into does not have.
func decode(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case err == io.EOF:
		return errors.New("there is nothing in it")
	case errors.As(err, &syntax):
		return fmt.Errorf("%w at byte %d", err, syntax.Offset)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("it is a JSON %s, not an object", kind.Value)
	case errors.As(err, &kind):
		return fmt.Errorf("%s cannot be a JSON %s", kind.Field[strings.LastIndex(kind.Field, ".")+1:], kind.Value)
	case err != nil:
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("there is something behind the end")
	}
	return nil
}

// A timestamp is a time as the service writes it, in seconds since 1970, or as
// the AWS CLI prints it.
type timestamp time.Time

// UnmarshalJSON reads either.
func (t *timestamp) UnmarshalJSON(data []byte) error {
	var seconds float64
	if json.Unmarshal(data, &seconds) == nil {
		ms := math.Round(seconds * 1000)
		// As far as years have four digits.
		if ms < -62135596800e3 || ms >= 253402300800e3 {
			return fmt.Errorf("the time %s is out of the years 1 to 9999", data)
		}
		*t = timestamp(time.UnixMilli(int64(ms)).UTC())
		return nil
	}
	if (*time.Time)(t).UnmarshalJSON(data) != nil {
		return fmt.Errorf("%s is no time: it is to be in seconds since 1970, or like \"2026-07-01T12:00:00Z\"", data)
	}
	return nil
}
