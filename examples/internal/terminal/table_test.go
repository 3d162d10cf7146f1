package terminal

import (
	"errors"
	"os"
	"strings"
	"syscall"
	"testing"
)

func TestWriteTable(t *testing.T) {
	long := strings.Repeat("x", 90)
	var got strings.Builder
	err := WriteTable(&got, [][]string{
		{"NAME", "STATE", "RESULT"},
		{"a", "ok", ""},
		{"b", "bad", "failed: " + strings.Repeat("twelve chars ", 6) + "end"},
		{"name-with-more-than-thirty-characters", "ok", "done"},
		{"\x1b[2Jc", "ok", "to " + long + " now"},
		{"ö", "", "one\ntwo"},
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `NAME  STATE  RESULT
a     ok
b     bad    failed: twelve chars twelve chars twelve chars twelve chars twelve
             chars twelve chars end
name-with-more-than-thirty-characters
      ok     done
[2Jc  ok     to
             LONG
             now
ö            one two
`
	if table := strings.Replace(got.String(), long, "LONG", 1); table != want {
		t.Errorf("got:\n%s\nwant:\n%s", table, want)
	}
	for line := range strings.SplitSeq(got.String(), "\n") {
		if len(line) > tableWidth && !strings.Contains(line, long) {
			t.Errorf("%d columns: %s", len(line), line)
		}
	}
}

func TestCount(t *testing.T) {
	for n, want := range []string{"0 buckets", "1 bucket", "2 buckets"} {
		if got := Count(n, "bucket"); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestOutputError(t *testing.T) {
	for want, err := range map[string]error{
		"the result is incomplete: standard output is closed":                                  &os.PathError{Op: "write", Path: "x", Err: syscall.EPIPE},
		"the result is incomplete: write to standard output: " + syscall.ENOSPC.Error():        &os.PathError{Op: "write", Path: "x", Err: syscall.ENOSPC},
		"the result is incomplete: write to standard output: short write of the other program": errors.New("short write of the other program"),
	} {
		if got := OutputError(err).Error(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
