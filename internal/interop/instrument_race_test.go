//go:build race

package interop_test

// underRace tells that the race detector is on, which allocates, too.
const underRace = true
