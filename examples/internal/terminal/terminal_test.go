package terminal

import (
	"os"
	"path/filepath"
	"testing"
)

func TestIsNotTerminal(t *testing.T) {
	file, err := os.Create(filepath.Join(t.TempDir(), "stderr"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, stream := range []any{nil, "", file} {
		if Is(stream) {
			t.Errorf("%T is reported as a terminal", stream)
		}
	}
	if NewProgress(file).Terminal != nil {
		t.Error("progress is written to a file")
	}
}

func TestControlCharactersReplaced(t *testing.T) {
	const text = " a\x1b[2J\tb\r\nc\u009b "
	if got, want := Printable(text), " a [2J b \nc  "; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Line(text), "a [2J b  c"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
