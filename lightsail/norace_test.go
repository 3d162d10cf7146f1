//go:build !race

package lightsail_test

const raceEnabled = false
