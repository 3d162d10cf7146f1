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

// logTo returns an observer that writes a line for each request, with the time, the
// operation, the attempt, the status, the error code and the duration. The log has no
// keys, signatures or bodies.
func logTo(w io.Writer) func(lightsailtest.Call) {
	lines := log.New(w, "", 0)
	known := operations()
	return func(c lightsailtest.Call) {
		duration := time.Since(c.Time)
		if !slices.Contains(known, c.Operation) {
			// The client can send any text as operation.
			c.Operation = strconv.Quote(c.Operation[:min(len(c.Operation), 64)])
		}
		lines.Print(line(c, duration))
	}
}

func line(c lightsailtest.Call, duration time.Duration) string {
	result := strconv.Itoa(c.Status)
	if c.Status == 0 {
		result = "no response"
	}
	if c.Code != "" {
		result += " " + c.Code
	}
	return fmt.Sprintf("%s  %-26s  #%d  %s  %v", c.Time.Format("15:04:05.000"), c.Operation, c.Attempt, result, duration.Round(10*time.Microsecond))
}
