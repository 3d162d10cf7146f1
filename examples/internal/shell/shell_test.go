package shell

import (
	"os/exec"
	"testing"
)

// TestQuote checks that a shell reads a quoted word as the word.
func TestQuote(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip(err)
	}
	for word, want := range map[string]string{
		"web-1":           "web-1",
		"ubuntu@[::1]":    "'ubuntu@[::1]'",
		"":                "''",
		"my key":          "'my key'",
		"it's":            `'it'\''s'`,
		`a "b" $HOME \ *`: `'a "b" $HOME \ *'`,
		"`id`; true\nx":   "'`id`; true\nx'",
	} {
		got := Quote(word)
		if got != want {
			t.Errorf("%q is quoted as %s, want %s", word, got, want)
		}
		output, err := exec.CommandContext(t.Context(), sh, "-c", "printf %s "+got).Output()
		if err != nil || string(output) != word {
			t.Errorf("a shell reads %s as %q, %v, want %q", got, output, err, word)
		}
	}
}
