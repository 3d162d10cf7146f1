//go:build !race

package interop_test

// raceEnabled reports whether the race detector is enabled. It adds allocations.
const raceEnabled = false
