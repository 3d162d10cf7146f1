//go:build race

package lightsail_test

// raceEnabled is set where the race detector changes what is allocated.
const raceEnabled = true
