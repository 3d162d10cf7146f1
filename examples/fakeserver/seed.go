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

// A seed holds the initial data of the server.
type seed struct {
	buckets []types.Bucket
	bpa     *types.AccountLevelBpaSync
}

// readSeed reads a seed from a file. If name is empty, it returns an empty seed.
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
	// Decode each bucket separately, to name it in an error.
	var document struct {
		Buckets             []json.RawMessage `json:"buckets"`
		AccountLevelBpaSync json.RawMessage   `json:"accountLevelBpaSync"`
	}
	if err := decode(data, &document); err != nil {
		return s, err
	}
	seen := map[string]bool{}
	for i, data := range document.Buckets {
		// CreatedAt hides the field of types.Bucket with the same name.
		var b struct {
			types.Bucket
			CreatedAt *timestamp `json:"createdAt"`
		}
		if err := decode(data, &b); err != nil {
			return s, fmt.Errorf("buckets[%d]: %w", i, err)
		}
		if b.Name != nil && seen[*b.Name] {
			return s, fmt.Errorf("buckets[%d]: duplicate name %q", i, *b.Name)
		} else if b.Name != nil {
			seen[*b.Name] = true
		}
		b.Bucket.CreatedAt = (*time.Time)(b.CreatedAt)
		s.buckets = append(s.buckets, b.Bucket)
	}
	if len(document.AccountLevelBpaSync) > 0 {
		var sync struct {
			types.AccountLevelBpaSync
			LastSyncedAt *timestamp `json:"lastSyncedAt"`
		}
		if err := decode(document.AccountLevelBpaSync, &sync); err != nil {
			return s, fmt.Errorf("accountLevelBpaSync: %w", err)
		}
		sync.AccountLevelBpaSync.LastSyncedAt = (*time.Time)(sync.LastSyncedAt)
		s.bpa = &sync.AccountLevelBpaSync
	}
	return s, nil
}

// decode decodes a single JSON value. It rejects unknown members.
func decode(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	err := d.Decode(into)
	var syntax *json.SyntaxError
	var typeErr *json.UnmarshalTypeError
	switch {
	case err == io.EOF:
		return errors.New("no JSON value")
	case errors.As(err, &syntax):
		return fmt.Errorf("%w at byte %d", err, syntax.Offset)
	case errors.As(err, &typeErr) && typeErr.Field == "":
		return fmt.Errorf("unexpected JSON %s: must be an object", typeErr.Value)
	case errors.As(err, &typeErr):
		return fmt.Errorf("%s must not be a JSON %s", typeErr.Field[strings.LastIndex(typeErr.Field, ".")+1:], typeErr.Value)
	case err != nil:
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("unexpected data after the JSON value")
	}
	return nil
}

// A timestamp is a time in one of two JSON formats: seconds since 1970, as in the API,
// or an RFC 3339 string, as in the output of the AWS CLI.
type timestamp time.Time

// UnmarshalJSON implements [json.Unmarshaler].
func (t *timestamp) UnmarshalJSON(data []byte) error {
	var seconds float64
	if json.Unmarshal(data, &seconds) == nil {
		ms := math.Round(seconds * 1000)
		// The range of years that RFC 3339 can represent, without the year 0.
		if ms < -62135596800e3 || ms >= 253402300800e3 {
			return fmt.Errorf("time %s is not in the years 1 to 9999", data)
		}
		*t = timestamp(time.UnixMilli(int64(ms)).UTC())
		return nil
	}
	if (*time.Time)(t).UnmarshalJSON(data) != nil {
		return fmt.Errorf("invalid time %s: must be seconds since 1970 or a string such as \"2026-07-01T12:00:00Z\"", data)
	}
	return nil
}
