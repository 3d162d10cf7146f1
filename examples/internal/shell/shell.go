// Package shell quotes words of the commands that the example programs print.
package shell

import (
	"regexp"
	"strings"
)

// plain matches words that a shell does not change.
var plain = regexp.MustCompile(`^[A-Za-z0-9_@%+=:,./-]+$`)

// Quote quotes a word for a POSIX shell. It returns words that need no quotes unchanged.
func Quote(word string) string {
	if plain.MatchString(word) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}
