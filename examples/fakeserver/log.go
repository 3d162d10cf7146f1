package main

import (
	"fmt"
	"io"
	"log"
	"slices"
	"strconv"
	"time"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
)

// logTo returns an observer that writes a line for each request: when it came,
// the operation, the attempt, the status and the error that it was answered with,
// and how long that took. Keys, signatures and bodies are in none.
func logTo(w io.Writer) func(lightsailtest.Call) {
	lines := log.New(w, "", 0)
	known := operations()
	return func(c lightsailtest.Call) {
		took := time.Since(c.Time)
		if !slices.Contains(known, c.Operation) {
			// Whoever calls can write anything there.
			c.Operation = strconv.Quote(c.Operation[:min(len(c.Operation), 64)])
		}
		lines.Print(line(c, took))
	}
}

func line(c lightsailtest.Call, took time.Duration) string {
	result := strconv.Itoa(c.Status)
	if c.Status == 0 {
		result = "no answer"
	}
	if c.Code != "" {
		result += " " + c.Code
	}
	return fmt.Sprintf("%s  %-26s  #%d  %s  %v", c.Time.Format("15:04:05.000"), c.Operation, c.Attempt, result, took.Round(10*time.Microsecond))
}
