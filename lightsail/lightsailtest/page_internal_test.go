package lightsailtest

import (
	"strings"
	"testing"
)

// A token is valid only as the exact text that the pager returned.
func TestPagerRejectsForgedToken(t *testing.T) {
	p, err := newPager(1)
	if err != nil {
		t.Fatal(err)
	}
	query := []byte(`GetBuckets{}`)
	for _, key := range []string{"", "a", "ab", "abc"} {
		token := *p.token(query, key)
		if got, err := p.key(query, token); err != nil || got != key {
			t.Errorf("key of the token for %q: got %q, %v", key, got, err)
		}
		forged := []string{token + "\n", "\r" + token, token + "=", token + "A", token[1:]}
		for i := range token {
			for _, c := range "AQgwz9-_" {
				if other := token[:i] + string(c) + token[i+1:]; other != token {
					forged = append(forged, other)
				}
			}
		}
		for _, other := range forged {
			if _, err := p.key(query, other); err == nil {
				t.Errorf("token %q is accepted as %q", other, token)
			}
		}
	}
}

// The pager accepts only the token that it returned for the query: no other text, and
// not that token with one byte changed.
func FuzzPageToken(f *testing.F) {
	p, err := newPager(1)
	if err != nil {
		f.Fatal(err)
	}
	other, err := newPager(1)
	if err != nil {
		f.Fatal(err)
	}
	query := []byte(`GetBuckets{}`)
	token := *p.token(query, "alpha")
	f.Add(token, 0, byte(0))
	f.Add(*other.token(query, "alpha"), 0, byte(0))
	f.Add(*p.token([]byte(`GetBundles{}`), "alpha"), 3, byte('x'))
	f.Add("", -1, byte(0))
	f.Add(strings.Repeat("A", 100), 0, byte('\n'))
	f.Fuzz(func(t *testing.T, forged string, at int, to byte) {
		if key, err := p.key(query, forged); err == nil && forged != token {
			t.Fatalf("forged token %q is accepted with key %q", forged, key)
		}
		near := []byte(token)
		if at >= 0 {
			near[at%len(near)] = to
		}
		key, err := p.key(query, string(near))
		if (err == nil) != (string(near) == token) {
			t.Fatalf("token %q, similar to %q: got error %v", near, token, err)
		}
		if err == nil && key != "alpha" {
			t.Fatalf("got key %q, want alpha", key)
		}
	})
}
