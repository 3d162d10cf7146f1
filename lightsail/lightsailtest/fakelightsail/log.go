package main

import (
	"fmt"
	"io"
	"log"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// logTo returns an observer that writes a line for each request, with the time, the API
// operation, the attempt, the status, the duration, and the error code and message. The log
// has no secrets, signatures, or bodies.
func logTo(w io.Writer) func(lightsailtest.Call) {
	lines := log.New(w, "", 0)
	known := operations()
	return func(c lightsailtest.Call) {
		duration := time.Since(c.Time)
		if !slices.Contains(known, c.Operation) {
			c.Operation = strconv.Quote(truncate(c.Operation, 64))
		}
		lines.Print(line(c, duration))
	}
}

func line(c lightsailtest.Call, duration time.Duration) string {
	result := strconv.Itoa(c.Status)
	if c.Status == 0 {
		result = "no response"
	}
	text := fmt.Sprintf("%s  %-26s  #%d  %s  %v", c.Time.Format("15:04:05.000"), c.Operation, c.Attempt, result, duration.Round(10*time.Microsecond))
	if c.Code != "" {
		text += "  " + c.Code + ": " + printable(c.Message)
	}
	return text
}

// printable returns the text of a message in one line. A message can contain text that the
// client has sent.
func printable(message string) string {
	quoted := strconv.QuoteToGraphic(truncate(message, 300))
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}

// truncate returns the first n bytes of s.
func truncate(s string, n int) string { return s[:min(len(s), n)] }
