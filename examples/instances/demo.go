package main

import (
	"time"

	"github.com/lightsail-go/sdk/lightsail/lightsailtest"
	"github.com/lightsail-go/sdk/types"
)

const (
	// demoName is the default of -name in the demo account.
	demoName = "example-1"

	// demoDelay is the time between two polls in the demo account.
	demoDelay = 300 * time.Millisecond
)

// demoLags returns the options of the demo account. Its changes take a few polls.
func demoLags() []lightsailtest.Option {
	return []lightsailtest.Option{lightsailtest.WithLag(
		lightsailtest.Lag{Type: types.ResourceTypeInstance, State: "pending", Polls: 4},
		lightsailtest.Lag{Type: types.ResourceTypeInstanceSnapshot, State: "pending", Polls: 4},
		lightsailtest.Lag{Type: types.ResourceTypeInstance, State: lightsailtest.Deleted, Polls: 2},
	)}
}
