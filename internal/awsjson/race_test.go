//go:build race

package awsjson_test

// raceEnabled reports whether the race detector is on, which changes allocations.
const raceEnabled = true
