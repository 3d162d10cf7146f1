package lightsailtest

import (
	"strings"
	"testing"
)

// A token passes in the spelling that was given out, and in no other.
func TestForgedToken(t *testing.T) {
	p, err := newPager(1)
	if err != nil {
		t.Fatal(err)
	}
	query := []byte(`GetBuckets{}`)
	for _, mark := range []string{"", "a", "ab", "abc"} {
		token := *p.token(query, mark)
		if got, err := p.mark(query, token); err != nil || got != mark {
			t.Errorf("the token of %q is that of %q, %v", mark, got, err)
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
			if _, err := p.mark(query, other); err == nil {
				t.Errorf("%q passes for %q", other, token)
			}
		}
	}
}

// No token passes but the one that was given out, for the query that it was
// given out for.
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
		if mark, err := p.mark(query, forged); err == nil && forged != token {
			t.Fatalf("the forged token %q passed for %q", forged, mark)
		}
		// The same with a single character changed.
		near := []byte(token)
		if at >= 0 {
			near[at%len(near)] = to
		}
		mark, err := p.mark(query, string(near))
		if (err == nil) != (string(near) == token) {
			t.Fatalf("the token %q, of %q: %v", near, token, err)
		}
		if err == nil && mark != "alpha" {
			t.Fatalf("the token stands for %q", mark)
		}
	})
}
