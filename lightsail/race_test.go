//go:build race

package lightsail_test

// raceEnabled reports whether the race detector is enabled.
const raceEnabled = true
